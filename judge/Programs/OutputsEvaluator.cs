using Judge.Problems;
using Judge.Programs.Check;
using Judge.Programs.Compile;
using Judge.Programs.Script;
using Judge.Programs.Testing;
using Judge.Programs.Verdicts;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Programs;

/// <summary>The way of outputs that are handed in instead of a program: they are checked, and nothing is run.</summary>
internal sealed class OutputsEvaluator(ISandbox sandbox, Languages languages, IScriptHosts scripts) : IEvaluator
{
    private readonly AuthorCompiler _author = new(languages);

    public HandinKind Handin => HandinKind.Outputs;

    /// <exception cref="SandboxException">The sandbox failed, which says nothing about the outputs: try again.</exception>
    public async Task<Judgement> EvaluateAsync(EvaluationJob job, CancellationToken ct)
    {
        var problem = OutputSet.Asked(job.Problem);
        var outputs = OutputSet.Of(job.Handin, problem);
        if (outputs.Fault != CompileFault.None)
        {
            return SubmissionRule.NotCompiled(problem, Compilation.Refused(outputs.Fault));
        }

        // Nothing of the entrant is run in it; a checker's box lies beside it.
        await using var box = await sandbox.OpenAsync(languages.All[0].Image, problem.Validation.MemoryBytes, ct);
        var checker = Checkers.Of(problem, box, _author, scripts);
        await using var worker = new TestWorker(problem, new OutputPass(outputs, problem.OutputBytes, checker), box: null);
        var queue = new TestQueue(problem, job.StopAtFirstFailure, job.OnTest);
        var results = await new TestScheduler(sandbox, queue, _ => Task.FromResult<TestWorker?>(null)).RunAsync(worker, ct);
        return await ScoringByScript.ApplyAsync(SubmissionRule.Conclude(problem, Compilation.None, results), problem, box, scripts, ct);
    }
}
