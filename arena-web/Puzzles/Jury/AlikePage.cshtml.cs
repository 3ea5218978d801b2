using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems.Package;
using Judge.Submit;
using Judge.Worlds.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Jury;

/// <summary>
/// Programs of one shape within a class, and ones that were built faster than hands are. By candidate number: the jury needs no names.
/// </summary>
[Authorize(Policies.Staff)]
internal sealed class AlikePageModel(
    IContests contests,
    IContestActs acts,
    People people,
    RunBook book,
    ISubmissions submissions,
    IBlobs blobs,
    ProblemLibrary library,
    Phrases words,
    TimeProvider time
) : PageModel
{
    public ContestHeader Header { get; private set; } = null!;

    public IReadOnlyList<IReadOnlyList<SolvedProgram>> Groups { get; private set; } = [];

    public IReadOnlyList<SolvedProgram> TooFast { get; private set; } = [];

    public IReadOnlyDictionary<EntrantId, string> Numbers { get; private set; } = new Dictionary<EntrantId, string>();

    /// <summary>Programs of the group that is looked at, side by side; empty: of none.</summary>
    public IReadOnlyList<(SolvedProgram Program, string Text)> Shown { get; private set; } = [];

    /// <summary>Whether the reader may play pupils' runs again, where their names stand.</summary>
    public bool MayPlay { get; private set; }

    /// <param name="xem">Number of a group, from 1; anything else: none.</param>
    public async Task<IActionResult> OnGetAsync(long id, int xem, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return NotFound();
        }
        Header = new(contest, contest.PhaseAt(time.GetUtcNow()), PuzzlePaths.Alike(contest.Id));
        var pupils = (await people.ListAsync(contest.Id, ct)).ToDictionary(person => person.Entrant);
        Numbers = pupils.ToDictionary(pupil => pupil.Key, pupil => pupil.Value.Sbd);
        var found = await ProgramsAsync(contest, pupils, ct);
        (Groups, TooFast) = (Alike.Groups(found), Alike.TooFast(found));
        MayPlay = ContestAccess.MaySomewhere(HttpContext.Asker(), contest, time.GetUtcNow(), Objects.Wall);
        Shown = xem > 0 && xem <= Groups.Count ? await TextsAsync(Groups[xem - 1], ct) : [];
        return Page();
    }

    private async Task<IReadOnlyList<(SolvedProgram, string)>> TextsAsync(IReadOnlyList<SolvedProgram> group, CancellationToken ct)
    {
        var entry = Header.Contest.Problems.First(problem => problem.Label == group[0].Label);
        var texts = new List<(SolvedProgram, string)>();
        foreach (var one in group)
        {
            if (library.Look(entry.Problem)?.Problem is { Level: not null } level && await ProgramAsync(one.Submission, ct) is { } program)
            {
                texts.Add((one, Trial.TextOf(program, level, TextKind.Pascal, words)));
            }
        }

        return texts;
    }

    /// <summary>The first program of each pupil that solved a level, where it is large enough to say anything.</summary>
    private async Task<IReadOnlyList<SolvedProgram>> ProgramsAsync(
        Contest contest,
        IReadOnlyDictionary<EntrantId, Person> pupils,
        CancellationToken ct
    )
    {
        var begun = await acts.BegunAsync(contest.Id, ct);
        var found = new List<SolvedProgram>();
        foreach (var (entrant, runs) in (await book.OfAsync(contest.Id, ct)).Where(one => pupils.ContainsKey(one.Key)))
        {
            var before = begun.TryGetValue(entrant, out var start) ? start : (DateTimeOffset?)null;
            foreach (var run in runs.Where(run => run.IsSolved).DistinctBy(run => run.Label))
            {
                if (run.Blocks >= ProgramShape.FewestBlocks && await ShapeAsync(run.Id, ct) is { } shape)
                {
                    var group = $"{pupils[entrant].School}|{pupils[entrant].Class}";
                    found.Add(new(entrant, run.Label, group, run.Id, run.At, run.Blocks, shape, run.At - before));
                }
                before = run.At;
            }
        }

        return found;
    }

    private async Task<string?> ShapeAsync(SubmissionId id, CancellationToken ct) =>
        await ProgramAsync(id, ct) is { } program ? ProgramShape.Of(program) : null;

    private async Task<byte[]?> ProgramAsync(SubmissionId id, CancellationToken ct) =>
        await submissions.FindAsync(id, ct) is { } submission ? await blobs.GetAsync(submission.Source, ct) : null;
}
