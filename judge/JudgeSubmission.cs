using Judge.Check;
using Judge.Compile;
using Judge.Lanes;
using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;

namespace Judge;

/// <summary>The whole way of one submission: sources → program → runs → checks → judgement.</summary>
internal sealed class JudgeSubmission(ISandbox sandbox, Languages languages)
{
    private readonly JuryCompiler _jury = new(languages);

    /// <param name="language">Folder name under sandbox-images.</param>
    /// <param name="handin">A source, or a zip of several.</param>
    /// <param name="stopAtFirstFailure">ICPC scoring asks no more than which test failed first; points need them all.</param>
    /// <param name="onTest">Told of each test, in their order, as soon as it is decided.</param>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the submission: try again.</exception>
    /// <exception cref="KeyNotFoundException">There is no such language here.</exception>
    public async Task<Judgement> RunAsync(
        Problem problem, string language, ReadOnlyMemory<byte> handin, bool stopAtFirstFailure, Action<TestResult>? onTest, CancellationToken ct)
    {
        var spoken = languages.Find(language) ?? throw new KeyNotFoundException($"No language '{language}' is installed at this judge.");
        var sources = SourceSet.Of(handin, problem, spoken);
        if (sources.Fault != CompileFault.None)
            return SubmissionRule.NotCompiled(problem, new Compilation(null, sources.Fault, ""));

        await using var box = await sandbox.OpenAsync(spoken.Image, LaneMaker.MemoryOf(problem, spoken), ct);
        var compilation = await Compiler.CompileAsync(box, spoken, sources, Compiler.Limits, ct);
        if (compilation.Program is not { } program)
            return SubmissionRule.NotCompiled(problem, compilation);

        var lanes = new LaneMaker(sandbox, problem, spoken, program, sources, _jury);
        await using var own = lanes.In(box);
        var queue = new TestQueue(problem, stopAtFirstFailure, onTest);
        var results = await new AllTests(sandbox, queue, lanes.TryOpenIdleAsync).RunAsync(own, ct);
        return SubmissionRule.Conclude(problem, compilation, results);
    }
}
