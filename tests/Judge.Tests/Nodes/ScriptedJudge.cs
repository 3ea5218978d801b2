using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Tests.Nodes;

/// <summary>
/// Keeps the contracts of a sandbox and an evaluator without running anything: says what the script says for each source.
/// </summary>
internal sealed class ScriptedJudge : IEvaluator, ISandbox
{
    private int _calls;

    public HandinKind Handin => HandinKind.Program;

    public SandboxKind Kind => Trouble is null ? SandboxKind.Docker : SandboxKind.None;

    public int Slots => 1;

    public bool IsWanted => false;

    /// <summary>Why the sandbox does not answer; null: it does.</summary>
    public string? Trouble { get; set; }

    /// <summary>Called before a submission is judged; may wait or throw.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called when all tests are told; may wait or throw.</summary>
    public Func<CancellationToken, Task> After { get; set; } = _ => Task.CompletedTask;

    public int Calls => _calls;

    public Task CheckAsync(CancellationToken ct) =>
        Trouble is { } trouble ? Task.FromException(new SandboxException(trouble)) : Task.CompletedTask;

    public async Task<Judgement> EvaluateAsync(EvaluationJob job, CancellationToken ct)
    {
        Interlocked.Increment(ref _calls);
        await CheckAsync(ct);
        await Before(ct);
        var tests = job
            .Problem.Tests.Select(test => new TestOutcome(
                test.Name,
                test.IsSample,
                Verdict.Accepted,
                1,
                TimeSpan.FromMilliseconds(1),
                1 << 20
            ))
            .ToList();
        tests.ForEach(test => job.OnTest?.Invoke(test));
        await After(ct);
        return new Judgement
        {
            Verdict = Verdict.Accepted,
            Share = 1,
            Tests = tests,
            ProblemVersion = job.Problem.Version,
        };
    }

    public Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct) => throw new SandboxException("It has no boxes.");

    public Task<IBox?> TryOpenIdleAsync(string image, long memoryBytes, CancellationToken ct) => Task.FromResult<IBox?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
