using Judge.Problems;
using Judge.Programs.Check;
using Judge.Programs.Compile;
using Judge.Programs.Script;
using Judge.Programs.Testing;
using Judge.Programs.Verdicts;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;

namespace Judge.Programs;

/// <summary>The whole way of one submission: sources → program → runs → checks → judgement.</summary>
internal sealed class JudgeSubmission(ISandbox sandbox, Languages languages, IScriptHosts scripts)
{
    private readonly AuthorCompiler _author = new(languages);

    /// <param name="language">Folder name under sandbox-images; of no meaning where outputs are handed in.</param>
    /// <param name="handin">A source, a zip of several, or outputs where the problem asks for those.</param>
    /// <param name="stopAtFirstFailure">ICPC scoring asks no more than which test failed first; points need them all.</param>
    /// <param name="onTest">Told of each test, in their order, as soon as it is decided.</param>
    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the submission: try again.</exception>
    /// <exception cref="KeyNotFoundException">There is no such language here.</exception>
    public Task<Judgement> RunAsync(
        Problem problem,
        string language,
        ReadOnlyMemory<byte> handin,
        bool stopAtFirstFailure,
        Action<TestOutcome>? onTest,
        CancellationToken ct
    )
    {
        problem = problem.Kind == TaskKind.OutputOnly ? OutputSet.Asked(problem) : problem;
        var queue = new TestQueue(problem, stopAtFirstFailure, onTest);
        return problem.Kind == TaskKind.OutputOnly
            ? JudgeOutputsAsync(problem, handin, queue, ct)
            : JudgeProgramAsync(problem, SpokenBy(language), handin, queue, ct);
    }

    private async Task<Judgement> JudgeProgramAsync(
        Problem problem,
        Language language,
        ReadOnlyMemory<byte> handin,
        TestQueue queue,
        CancellationToken ct
    )
    {
        var sources = SourceSet.Of(handin, problem, language);
        if (sources.Fault != CompileFault.None)
        {
            return SubmissionRule.NotCompiled(problem, Compilation.Refused(sources.Fault));
        }

        await using var box = await OpenAsync(language.Image, TestWorkers.MemoryOf(problem, language), ct);
        var compilation = await Compiler.CompileAsync(box, language, sources, Compiler.Limits, ct);
        if (compilation.Program is not { } program)
        {
            return SubmissionRule.NotCompiled(problem, compilation);
        }

        var lanes = new TestWorkers(sandbox, problem, language, program, sources, _author, scripts);
        await using var own = lanes.In(box);
        var results = await new TestScheduler(sandbox, queue, lanes.TryOpenIdleAsync).RunAsync(own, ct);
        return await ScoringScript.ApplyAsync(SubmissionRule.Conclude(problem, compilation, results), problem, box, scripts, ct);
    }

    private async Task<Judgement> JudgeOutputsAsync(Problem problem, ReadOnlyMemory<byte> handin, TestQueue queue, CancellationToken ct)
    {
        var outputs = OutputSet.Of(handin, problem);
        if (outputs.Fault != CompileFault.None)
        {
            return SubmissionRule.NotCompiled(problem, Compilation.Refused(outputs.Fault));
        }

        // Nothing of the entrant is run in it; a checker's box lies beside it.
        await using var box = await sandbox.OpenAsync(languages.All[0].Image, problem.Validation.MemoryBytes, ct);
        await using var lane = new TestWorker(
            problem,
            new OutputPass(outputs, problem.OutputBytes, Checkers.Of(problem, box, _author, scripts)),
            box: null
        );
        var results = await new TestScheduler(sandbox, queue, _ => Task.FromResult<TestWorker?>(null)).RunAsync(lane, ct);
        return await ScoringScript.ApplyAsync(SubmissionRule.Conclude(problem, Compilation.None, results), problem, box, scripts, ct);
    }

    private async Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct)
    {
        using var stage = Tracing.Begin(Tracing.Box);
        return await sandbox.OpenAsync(image, memoryBytes, ct);
    }

    private Language SpokenBy(string language) =>
        languages.Find(language) ?? throw new KeyNotFoundException($"No language '{language}' is installed at this judge.");
}
