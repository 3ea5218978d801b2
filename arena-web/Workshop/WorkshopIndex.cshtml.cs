using ArenaWeb.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Workshop;

/// <summary>Levels that somebody makes, and those of others that wait for a second pair of eyes.</summary>
[Authorize(Policies.Staff)]
internal sealed class WorkshopIndexModel(LevelWorks works) : PageModel
{
    public IReadOnlyList<LevelWork> Own { get; private set; } = [];

    public IReadOnlyList<LevelWork> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var who = Visitor.Staff(User).Login;
        Own = await works.OfAsync(who, ct);
        Waiting = [.. (await works.WaitingAsync(ct)).Where(work => work.Author != who)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var who = Visitor.Staff(User);
        var id = await works.AddAsync(who.Login, who.Name, new LevelText("", "", "", "", DrawnLevel.Beginning), ct);
        return Redirect(WorkshopPaths.Of(id));
    }
}
