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

/// <summary>The whole way of a program: sources → program → runs → checks → judgement.</summary>
/// <param name="kept">Programs of entrants that were compiled before; null: none is kept.</param>
internal sealed class ProgramEvaluator(ISandbox sandbox, Languages languages, IScriptHosts scripts, KeptPrograms? kept = null) : IEvaluator
{
    private readonly AuthorCompiler _author = new(languages);

    public HandinKind Handin => HandinKind.Program;

    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the program: try again.</exception>
    /// <exception cref="KeyNotFoundException">There is no such language here.</exception>
    public async Task<Judgement> EvaluateAsync(EvaluationJob job, CancellationToken ct)
    {
        var (problem, language) = (job.Problem, SpokenBy(job.Language));
        var sources = SourceSet.Of(job.Handin, problem, language);
        if (sources.Fault != CompileFault.None)
        {
            return SubmissionRule.NotCompiled(problem, Compilation.Refused(sources.Fault));
        }

        await using var box = await OpenAsync(language.Image, TestWorkers.MemoryOf(problem, language), ct);
        var compilation = await Compiler.CompileAsync(box, language, sources, Compiler.LimitsOf(language), ct, kept);
        if (compilation.Program is not { } program)
        {
            return SubmissionRule.NotCompiled(problem, compilation);
        }

        var workers = new TestWorkers(sandbox, problem, language, program, sources, _author, scripts);
        await using var own = workers.In(box);
        var queue = new TestQueue(problem, job.StopAtFirstFailure, job.OnTest);
        var results = await new TestScheduler(sandbox, queue, workers.TryOpenIdleAsync).RunAsync(own, ct);
        return await ScoringByScript.ApplyAsync(SubmissionRule.Conclude(problem, compilation, results), problem, box, scripts, ct);
    }

    private async Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct)
    {
        using var stage = Tracing.Begin(Tracing.Box);
        return await sandbox.OpenAsync(image, memoryBytes, ct);
    }

    private Language SpokenBy(string language) =>
        languages.Find(language) ?? throw new KeyNotFoundException($"No language '{language}' is installed at this judge.");
}
