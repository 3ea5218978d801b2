using ArenaWeb.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Library;

/// <summary>All packages that contests can choose from.</summary>
[Authorize(Policies.Organiser)]
internal sealed class LibraryIndexModel(Packages packages) : PageModel
{
    public IReadOnlyList<Package> All { get; private set; } = [];

    public void OnGet() => All = packages.All();
}
