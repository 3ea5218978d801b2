using Judge.Problems;
using Judge.Programs.Compile;
using Judge.Score;

namespace Judge.Programs.Verdicts;

/// <summary>From the tests of a submission to its judgement.</summary>
internal static class SubmissionRule
{
    public static Judgement NotCompiled(Problem problem, Compilation compilation) =>
        new()
        {
            Verdict = Verdict.CompileError,
            Share = 0,
            Program = new ProgramReport { CompileFault = compilation.Fault, CompilerMessage = compilation.Message },
            ProblemVersion = problem.Version,
        };

    /// <param name="results">Of the tests that were run, settled by <see cref="StopRule.Settled"/>; at least one.</param>
    public static Judgement Conclude(Problem problem, Compilation compilation, IReadOnlyList<TestOutcome> results)
    {
        var outcome = GroupRule.Conclude(problem, results);
        return new Judgement
        {
            Verdict = outcome.Verdict,
            Share = outcome.Share,
            Groups = outcome.Groups,
            Program = new ProgramReport
            {
                Cpu = results.Max(result => result.Cpu),
                MemoryBytes = results.Max(result => result.MemoryBytes),
                CompilerMessage = compilation.Message,
            },
            Tests = results,
            StaffMessage = results.FirstOrDefault(result => result.Verdict == Verdict.JudgeError) is { } failed
                ? $"test {failed.Name}: {failed.StaffRemark}"
                : "",
            ProblemVersion = problem.Version,
        };
    }
}
