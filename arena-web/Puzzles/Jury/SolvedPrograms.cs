using System.Text;
using ArenaWeb.Accounts;
using ArenaWeb.Entries;
using ArenaWeb.Puzzles.Rules;
using Judge.Contests;
using Judge.Problems.Package;
using Judge.Submit;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;

namespace ArenaWeb.Puzzles.Jury;

/// <summary>Reads the programs with which pupils solved levels, for the search for copies.</summary>
internal sealed class SolvedPrograms(IContestActs acts, RunBook book, ISubmissions submissions, IBlobs blobs, ProblemLibrary library)
{
    /// <summary>The first program of each pupil that solved a level, where it is large enough to say anything.</summary>
    public async Task<IReadOnlyList<SolvedProgram>> OfAsync(Exam exam, CancellationToken ct)
    {
        var begun = await acts.BegunAsync(exam.Contest.Id, ct);
        var given = exam.Contest.Problems.ToDictionary(problem => problem.Label, GivenBy);
        var found = new List<SolvedProgram>();
        foreach (var (entrant, runs) in await book.OfAsync(exam.Contest.Id, ct))
        {
            if (!exam.People.TryGetValue(entrant.Value, out var pupil))
            {
                continue;
            }

            var clock = Clock.Of(exam.Contest, entrant, begun.TryGetValue(entrant, out var at) ? at : null);
            foreach (var (run, within) in SolveTimes.Of(runs, clock.Start).Where(one => one.Run.Blocks >= ProgramShape.FewestBlocks))
            {
                if (await ReadAsync(run.Id, ct) is { } program && ProgramShape.Of(program) is { } shape)
                {
                    var built = run.Blocks - given.GetValueOrDefault(run.Label);
                    found.Add(new(entrant, run.Label, BenchOf(exam, pupil), run.Id, run.At, run.Blocks, built, shape, within));
                }
            }
        }

        return found;
    }

    /// <summary>A program as the editor saved it; null: there is no such hand-in.</summary>
    public async Task<byte[]?> ReadAsync(SubmissionId id, CancellationToken ct) =>
        await submissions.FindAsync(id, ct) is { } submission ? await blobs.GetAsync(submission.Source, ct) : null;

    private static Bench BenchOf(Exam exam, Person pupil) => new(exam.ShiftOf(pupil)?.Name ?? "", pupil.School, pupil.Class);

    /// <summary>Blocks that lie in the workspace at first.</summary>
    private int GivenBy(ContestProblem problem) =>
        library.Look(problem.Problem)?.Problem?.Level is { Start: not null } level ? GivenBy(level) : 0;

    private static int GivenBy(Level level) =>
        BlockReader.Read(Encoding.UTF8.GetBytes(level.Start!.Value.GetRawText()), level).Program?.Blocks ?? 0;
}
