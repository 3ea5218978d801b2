using System.Globalization;
using Judge.Problems;
using Judge.Score;

namespace Judge.Worlds;

/// <summary>
/// The way of a program of blocks: it is read, and run in each world. No box is opened: nothing of it is executed but by us.
/// </summary>
internal sealed class WorldEvaluator : IEvaluator
{
    public HandinKind Handin => HandinKind.Blocks;

    public Task<Judgement> EvaluateAsync(EvaluationJob job, CancellationToken ct) => Task.FromResult(Evaluate(job));

    private static Judgement Evaluate(EvaluationJob job)
    {
        var level = job.Problem.Level ?? throw new InvalidOperationException($"{job.Problem.Name} has no level.");
        return PuzzleJudge.Judge(level, job.Handin).Report is { } report ? Judged(job, report) : Refused(job.Problem);
    }

    private static Judgement Judged(EvaluationJob job, PuzzleReport report)
    {
        var ends = report.Worlds.ToDictionary(end => end.Id.ToString(CultureInfo.InvariantCulture));
        List<TestOutcome> tests = [.. job.Problem.Tests.Select(test => Outcome(test, ends[test.Name]))];
        tests.ForEach(test => job.OnTest?.Invoke(test));
        return new Judgement
        {
            Verdict = report.Worlds.All(end => end.IsSolved) ? Verdict.Accepted : Verdict.WrongAnswer,
            Share = report.Stars / job.Problem.FullScore,
            Puzzle = report,
            Tests = tests,
            ProblemVersion = job.Problem.Version,
        };
    }

    private static TestOutcome Outcome(Test test, WorldEnd end) =>
        new(
            test.Name,
            test.IsSample,
            end.IsSolved ? Verdict.Accepted : Verdict.WrongAnswer,
            end.IsSolved ? 1 : 0,
            TimeSpan.Zero,
            MemoryBytes: 0
        );

    /// <summary>The door refuses such a program with a sentence; one that came past it is no program.</summary>
    private static Judgement Refused(Problem problem) =>
        new()
        {
            Verdict = Verdict.CompileError,
            Share = 0,
            Program = new ProgramReport { CompileFault = CompileFault.NoProgram },
            ProblemVersion = problem.Version,
        };
}
