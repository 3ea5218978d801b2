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
internal sealed class FiguresPageModel(IContests contests, RunBook book, ProblemLibrary library, TimeProvider time) : PageModel
{
    public ContestHeader Header { get; private set; } = null!;

    public IReadOnlyList<LevelFigures> Figures { get; private set; } = [];

    /// <summary>Blocks that three stars allow; null: it is no level.</summary>
    public int? GoalOf(string label) =>
        Header.Contest.Problems.First(problem => problem.Label == label) is { } entry
            ? library.Recall(entry.Problem)?.Problem?.Level?.Goal.Blocks
            : null;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return NotFound();
        }
        Header = new(contest, contest.PhaseAt(time.GetUtcNow()), PuzzlePaths.Figures(contest.Id));
        var runs = (await book.OfAsync(contest.Id, ct)).Values.SelectMany(all => all).ToLookup(run => run.Label);
        Figures = [.. contest.Problems.Select(problem => LevelFigures.Of(problem.Label, [.. runs[problem.Label]]))];
        return Page();
    }
}
