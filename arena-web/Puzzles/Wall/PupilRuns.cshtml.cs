using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Problems;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Submit;
using Judge.Worlds.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Wall;

/// <summary>
/// What a pupil ran at a level, and any of it played again. There is no way to write from here: what whoever helps tries out is the page's
/// own.
/// </summary>
[Authorize(Policies.Staff)]
internal sealed class PupilRunsModel(
    WallDesk desk,
    RunBook book,
    ISubmissions submissions,
    IBlobs blobs,
    ProblemLibrary library,
    LevelDoor door,
    Statements statements,
    Phrases words
) : PageModel
{
    public Contest Contest { get; private set; } = null!;

    public Person Pupil { get; private set; } = null!;

    public ContestProblem Entry { get; private set; } = null!;

    /// <summary>Of the level, the newest first.</summary>
    public IReadOnlyList<LevelRun> Runs { get; private set; } = [];

    /// <summary>The run that is shown; null: there is none yet.</summary>
    public LevelRun? Shown { get; private set; }

    /// <summary>Null: there is nothing to play again.</summary>
    public LevelView? Level { get; private set; }

    /// <summary>The program in Pascal; empty: there is none that can be read.</summary>
    public string Text { get; private set; } = "";

    public string PathOf(ContestProblem problem) => PuzzlePaths.OfPupil(Contest.Id, Pupil.Entrant, problem.Label);

    /// <param name="man">Label of the level; anything else: the first one.</param>
    /// <param name="lan">Number of the run to show; anything else: the last.</param>
    public async Task<IActionResult> OnGetAsync(long id, long entrant, string? man, long lan, CancellationToken ct)
    {
        if (await desk.PupilAsync(new(id), new(entrant), HttpContext.Asker(), ct) is not var (contest, person))
        {
            return NotFound();
        }
        (Contest, Pupil) = (contest, person);
        Entry = contest.Problems.FirstOrDefault(problem => problem.Label == man) ?? contest.Problems[0];
        var all = (await book.OfAsync(contest.Id, ct)).GetValueOrDefault(person.Entrant, []);
        Runs = [.. all.Where(run => run.Label == Entry.Label).Reverse()];
        Shown = Runs.FirstOrDefault(run => run.Id.Value == lan) ?? (Runs.Count > 0 ? Runs[0] : null);
        if (
            Shown is not null
            && library.Look(Entry.Problem)?.Problem is { Level: not null } problem
            && await submissions.FindAsync(Shown.Id, ct) is { } submission
        )
        {
            Show(problem, await blobs.GetAsync(submission.Source, ct));
        }
        return Page();
    }

    private void Show(Problem problem, byte[] program)
    {
        var run = PuzzlePaths.Try(Contest.Id, Pupil.Entrant, Entry.Label);
        var addresses = new LevelAddresses(run, null, null, null, null, StaffPaths.Wall(Contest.Id));
        var title = problem.Title(words.Language.Code);
        var json = LevelJson.Of(
            problem,
            Entry.Label,
            problem.Statement(words.Language.Code),
            (System.Text.Encoding.UTF8.GetString(program), 1),
            addresses,
            "",
            door.TokenFor(HttpContext),
            words
        );
        Level = new($"{Entry.Label}. {title}", statements.Of(problem, words.Language.Code).Body, json, []);
        Text = Trial.TextOf(program, problem, TextKind.Pascal, words);
    }
}
