using Judge.Check;
using Judge.Compile;
using Judge.Problems;
using Judge.Run;
using Judge.Sandbox;
using Judge.Score;

namespace Judge;

/// <summary>The whole way of one submission: source → program → runs → checks → judgement, in one box.</summary>
internal sealed class JudgeSubmission(ISandbox sandbox, Languages languages)
{
    /// <param name="language">Folder name under sandbox-images.</param>
    /// <param name="stopAtFirstFailure">ICPC scoring asks no more than which test failed first; points need them all.</param>
    /// <param name="onTest">Told of each test as soon as it is decided.</param>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the submission: try again.</exception>
    /// <exception cref="KeyNotFoundException">There is no such language here.</exception>
    public async Task<Judgement> RunAsync(
        Problem problem, string language, ReadOnlyMemory<byte> source, bool stopAtFirstFailure, Action<TestResult>? onTest, CancellationToken ct)
    {
        var spoken = languages.Find(language) ?? throw new KeyNotFoundException($"No language '{language}' is installed at this judge.");
        var memory = Math.Max(Compiler.Limits.MemoryBytes, RunLimits.Of(problem, spoken).MemoryBytes);
        await using var box = await sandbox.OpenAsync(spoken.Image, memory, ct);

        var compilation = await Compiler.CompileAsync(box, spoken, source, ct);
        if (compilation.Program is not { } program)
            return SubmissionRule.NotCompiled(problem, compilation);

        await box.PutAsync(program.Name, program.Content, ct);
        var runner = new TestRunner(box, problem, spoken, program, source.Span);
        var results = new List<TestResult>(problem.Tests.Count);
        foreach (var test in problem.Tests)
        {
            var execution = await runner.RunAsync(test, ct);
            var check = OutputChecker.Check(execution, problem, test);
            var result = VerdictRule.Result(test.Name, test.IsSample, execution, check);
            results.Add(result);
            onTest?.Invoke(result);
            if (stopAtFirstFailure && result.Verdict != Verdict.Accepted)
                break;
        }

        return SubmissionRule.Conclude(problem, compilation, results);
    }
}
