using Judge.Problems;
using Judge.Programs;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Score;
using Microsoft.Extensions.Logging;

namespace Judge.Queue;

/// <summary>Judges in the sandbox of this machine, which is chosen when it is first needed.</summary>
internal sealed class SandboxJudge(
    SandboxOptions options,
    Languages languages,
    IScriptHosts scripts,
    TimeProvider clock,
    ILogger<SandboxJudge> log
) : ISubmissionJudge, IAsyncDisposable
{
    private readonly SemaphoreSlim _choosing = new(1, 1);
    private ISandbox? _chosen;
    private JudgeSubmission? _judge;

    public SandboxKind Kind => _chosen?.Kind ?? SandboxKind.None;

    public async Task CheckAsync(CancellationToken ct) => await (await SandboxAsync(ct)).CheckAsync(ct);

    public async Task<Judgement> JudgeAsync(
        Problem problem,
        string language,
        ReadOnlyMemory<byte> source,
        bool stopAtFirstFailure,
        Action<TestOutcome> onTest,
        CancellationToken ct
    ) =>
        await (_judge ??= new JudgeSubmission(await SandboxAsync(ct), languages, scripts)).RunAsync(
            problem,
            language,
            source,
            stopAtFirstFailure,
            onTest,
            ct
        );

    /// <summary>The container of services may know this under two names, and then disposes of it twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _chosen, null) is { } sandbox)
        {
            await sandbox.DisposeAsync();
        }
    }

    /// <summary>The sandbox it judges in.</summary>
    public async Task<ISandbox> SandboxAsync(CancellationToken ct)
    {
        if (_chosen is { } known)
        {
            return known;
        }

        await _choosing.WaitAsync(ct);
        try
        {
            return _chosen ??= await Sandboxes.ChooseAsync(options, clock, log, ct);
        }
        finally
        {
            _choosing.Release();
        }
    }
}
