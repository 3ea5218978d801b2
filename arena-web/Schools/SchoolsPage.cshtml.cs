using ArenaWeb.Accounts;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Schools;

/// <summary>The organisation as of a day, from above, and whatever is searched in it.</summary>
[Authorize(Policies.Organiser)]
internal sealed class SchoolsPageModel(OrgUnits units, Phrases words, TimeProvider time) : PageModel
{
    private const int PageSize = 100;

    /// <summary>Part of a name, with or without marks.</summary>
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    /// <summary>The day that is looked at, as typed; empty: today.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public string? Day { get; set; }

    [BindProperty(SupportsGet = true, Name = PagerTag.Key)]
    public int PageNumber { get; set; } = 1;

    public bool IsBadDay { get; private set; }

    public OrgTreeAt At { get; private set; } = null!;

    /// <summary>What was searched, or the units from above: each that has some below it, then those that belong to nobody.</summary>
    public UnitTable Table { get; private set; } = null!;

    /// <summary>On all pages.</summary>
    public int Found { get; private set; }

    public Paging Paging { get; private set; }

    public bool IsSearch => !string.IsNullOrWhiteSpace(Search);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = VietnamTime.DayOf(time.GetUtcNow());
        var tree = await units.TreeAsync(ct);
        var typed = TypedDay.Read(Day);
        IsBadDay = typed.Flaw is not (MomentFlaw.None or MomentFlaw.Missing);
        At = tree.AsOf(typed.Day ?? today);
        var shown = IsSearch
            ? tree.Search(Search!).OrderBy(unit => At.Has(unit) ? 0 : 1).ThenBy(unit => unit, UnitOrder.At(At.Day)).ToList()
            : [.. At.Roots().SelectMany(root => At.Children(root.Id).Where(child => child.Kind != UnitKind.School).Prepend(root))];
        Found = shown.Count;
        Paging = Paging.Of(shown.Count, PageSize, PageNumber);
        Table = UnitTable.Of(At, Paging.Of(shown), today, words, withPlace: IsSearch);
    }
}
