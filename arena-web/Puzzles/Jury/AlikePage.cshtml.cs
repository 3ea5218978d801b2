using ArenaWeb.Accounts;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Staff;
using Judge.Contests;
using Judge.Submit;
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
    TimeProvider time
) : PageModel
{
    public ContestHeader Header { get; private set; } = null!;

    public IReadOnlyList<IReadOnlyList<SolvedProgram>> Groups { get; private set; } = [];

    public IReadOnlyList<SolvedProgram> TooFast { get; private set; } = [];

    public IReadOnlyDictionary<EntrantId, string> Numbers { get; private set; } = new Dictionary<EntrantId, string>();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
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
        return Page();
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
        await submissions.FindAsync(id, ct) is { } submission ? ProgramShape.Of(await blobs.GetAsync(submission.Source, ct)) : null;
}
