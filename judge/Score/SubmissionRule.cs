using Judge.Compile;
using Judge.Problems;

namespace Judge.Score;

/// <summary>From the tests of a submission to its judgement.</summary>
internal static class SubmissionRule
{
    public static Judgement NotCompiled(Problem problem, Compilation compilation) => new()
    {
        Verdict = Verdict.CompileError,
        Share = 0,
        CompileFault = compilation.Fault,
        CompilerMessage = compilation.Message,
        ProblemVersion = problem.Version
    };

    /// <summary>The verdict is that of the first test that was not passed, in their order.</summary>
    /// <param name="results">Of the tests that were run; fewer than all only after a failure.</param>
    public static Judgement Conclude(Problem problem, Compilation compilation, IReadOnlyList<TestResult> results) => new()
    {
        Verdict = results.FirstOrDefault(result => result.Verdict != Verdict.Accepted)?.Verdict ?? Verdict.Accepted,
        Share = PointsRule.Share(results, problem.Tests.Count(test => !test.IsSample), problem.Tests.Count),
        Cpu = results.Max(result => result.Cpu),
        MemoryBytes = results.Max(result => result.MemoryBytes),
        CompilerMessage = compilation.Message,
        Tests = results,
        ProblemVersion = problem.Version
    };
}
