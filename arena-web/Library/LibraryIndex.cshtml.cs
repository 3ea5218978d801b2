using ArenaWeb.Accounts;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Problems;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Library;

/// <summary>The packages that contests can choose from, a page at a time.</summary>
[Authorize(Policies.Organiser)]
internal sealed class LibraryIndexModel(ProblemLibrary library, Packages packages) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Words of a title or a name.</summary>
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = PagerTag.Key)]
    public int PageNumber { get; set; } = 1;

    public LibraryPage Found { get; private set; } = null!;

    public IReadOnlyList<Package> Shown { get; private set; } = [];

    public bool IsEmpty => Found.Count == 0 && string.IsNullOrWhiteSpace(Search);

    public void OnGet()
    {
        Found = LibraryPage.Of(library, Search, PageNumber, PageSize);
        Shown = [.. Found.Names.Select(packages.Find).OfType<Package>()];
    }
}
