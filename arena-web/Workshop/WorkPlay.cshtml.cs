using ArenaWeb.Accounts;
using ArenaWeb.Problems;
using ArenaWeb.Puzzles;
using ArenaWeb.Words;
using Judge.Formats.Draft;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Workshop;

/// <summary>A level in the making, to be played as pupils will; its author proves it so.</summary>
[Authorize(Policies.Staff)]
internal sealed class WorkPlayModel(LevelWorks works, WorkshopPackages packages, LevelDoor door, Statements statements, Phrases words)
    : PageModel
{
    public LevelWork Work { get; private set; } = null!;

    public LevelView Level { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await works.FindAsync(new WorkId(id), ct) is not { } work || !LevelAdvice.MaySee(work, Visitor.Staff(User).Login))
        {
            return NotFound();
        }
        Work = work;
        try
        {
            var problem = packages.Open(work);
            var addresses = new LevelAddresses(WorkshopPaths.Runs(work.Id), null, null, null, null, WorkshopPaths.Of(work.Id));
            var story = problem.Statement(words.Language.Code);
            var json = LevelJson.Of(problem, work.Name, story, null, addresses, "", door.TokenFor(HttpContext), words);
            Level = new(problem.Title(words.Language.Code), statements.Of(problem, words.Language.Code).Body, json, []);
            return Page();
        }
        catch (ImportException)
        {
            TempData["toast"] = words["workshop.busy"];
            return Redirect(WorkshopPaths.Of(work.Id));
        }
    }
}
