using ArenaWeb.Accounts;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Staff;
using Judge.Contests;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Jury;

/// <summary>How the levels of a contest did, for their authors.</summary>
[Authorize(Policies.Organiser)]
internal sealed class FiguresPageModel(
    IContests contests,
    RunBook book,
    Gallery gallery,
    ProblemLibrary library,
    Audit audit,
    TimeProvider time
) : PageModel
{
    public ContestHeader Header { get; private set; } = null!;

    public IReadOnlyList<LevelFigures> Figures { get; private set; } = [];

    /// <summary>Blocks that three stars allow; null: it is no level.</summary>
    public int? GoalOf(string label) =>
        Header.Contest.Problems.First(problem => problem.Label == label) is { } entry
            ? library.Recall(entry.Problem)?.Problem?.Level?.Goal.Blocks
            : null;

    /// <summary>What pupils want to show, the newest first.</summary>
    public IReadOnlyList<GalleryWork> Works { get; private set; } = [];

    /// <summary>Shows a work to everybody, or declines it.</summary>
    public async Task<IActionResult> OnPostDecideAsync(long id, long work, bool show)
    {
        var (contest, state) = (new ContestId(id), show ? WorkState.Shown : WorkState.Declined);
        if (!await gallery.DecideAsync(contest, work, state, Visitor.Staff(User).Login))
        {
            return NotFound();
        }
        await audit.WriteAsync(
            Visitor.Staff(User).Login,
            show ? "gallery.shown" : "gallery.declined",
            contest,
            FormattableString.Invariant($"{work}")
        );
        return LocalRedirect(StaffPaths.Levels(contest));
    }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return NotFound();
        }
        Header = new(contest, contest.PhaseAt(time.GetUtcNow()), StaffPaths.Levels(contest.Id));
        var runs = (await book.OfAsync(contest.Id, ct)).Values.SelectMany(all => all).ToLookup(run => run.Label);
        Works = await gallery.OfContestAsync(contest.Id, ct);
        Figures = [.. contest.Problems.Select(problem => LevelFigures.Of(problem.Label, [.. runs[problem.Label]]))];
        return Page();
    }
}
