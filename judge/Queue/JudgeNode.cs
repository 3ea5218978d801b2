using Judge.Sandbox;
using Judge.Settings;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Judge.Queue;

/// <summary>
/// A judge: as many loops as it has slots, each take → judge → complete, and a heartbeat. It stops by taking nothing more;
/// what is not finished within a grace goes back in line.
/// </summary>
internal sealed class JudgeNode(
    IJudgeQueue queue,
    IJudgeHeartbeats heartbeats,
    ISandbox sandbox,
    LeasedJudging judging,
    JudgeOptions options,
    TimeProvider clock,
    ILogger<JudgeNode> log
) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BeatInTrouble = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a judging may be without a place in line when the hint of it was lost.</summary>
    private static readonly TimeSpan Reconcile = TimeSpan.FromMinutes(1);

    private readonly SandboxWatch _watch = new(sandbox, log);
    private readonly RejudgePreemption _way = new(queue);
    private readonly int _slots = options.Slots > 0 ? options.Slots : Environment.ProcessorCount;
    private int _busy;
    private long _judged;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the host does not wait for the first look at the queue
        using var cut = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var stopping = stoppingToken.Register(() => cut.CancelAfter(Grace));
        await PersistAsync("release", () => queue.ReleaseAsync(options.Node, stoppingToken), stoppingToken);
        Task[] beside = [BeatAsync(stoppingToken), LookAsync(stoppingToken), ReconcileAsync(stoppingToken)];
        await Task.WhenAll(Enumerable.Range(0, _slots).Select(_ => SlotAsync(stoppingToken, cut.Token)));
        await Task.WhenAll(beside);
    }

    private async Task SlotAsync(CancellationToken stopping, CancellationToken cut)
    {
        while (!stopping.IsCancellationRequested)
        {
            await PersistAsync("take", () => TurnAsync(stopping, cut), stopping);
        }
    }

    private async Task TurnAsync(CancellationToken stopping, CancellationToken cut)
    {
        await _watch.ReadyAsync(stopping);
        if (await queue.TakeAsync(options.Node, stopping) is not { } lease)
        {
            await queue.WaitAsync(stopping);
            return;
        }

        Interlocked.Increment(ref _busy);
        using var turn = _way.Enter(lease, cut);
        try
        {
            if (await judging.RunAsync(lease, _watch, turn.Token))
            {
                Interlocked.Increment(ref _judged);
            }
        }
        finally
        {
            _way.Leave(turn);
            Interlocked.Decrement(ref _busy);
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await PersistAsync(
                "look",
                async () =>
                {
                    await Task.Delay(Look, clock, stopping);
                    if (Volatile.Read(ref _busy) == _slots)
                    {
                        await _way.LookAsync(stopping);
                    }
                },
                stopping
            );
        }
    }

    private async Task ReconcileAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await PersistAsync(
                "reconcile",
                async () =>
                {
                    await Task.Delay(Reconcile, clock, stopping);
                    await queue.ReconcileRecentAsync(stopping);
                },
                stopping
            );
        }
    }

    /// <summary>Looks after the sandbox and tells how this judge is; at the end, that it has stopped.</summary>
    private async Task BeatAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await PersistAsync(
                "beat",
                async () =>
                {
                    await _watch.CheckAsync(stopping);
                    await TellAsync(_watch.Trouble, stopping);
                    await Task.Delay(_watch.Trouble.Length > 0 ? BeatInTrouble : Beat, clock, stopping);
                },
                stopping
            );
        }

        await PersistAsync("beat", () => TellAsync("This judge has been stopped.", CancellationToken.None), stopping);
    }

    private Task TellAsync(string trouble, CancellationToken ct) =>
        heartbeats.BeatAsync(
            new JudgeState(options.Node, default, sandbox.Kind, _slots, Volatile.Read(ref _busy), Interlocked.Read(ref _judged), trouble),
            ct
        );

    /// <summary>A failure here is that of the database or of our own code: it is logged, and after a pause life goes on.</summary>
    /// <param name="step">For whoever reads the log: release, take, look, reconcile or beat.</param>
    private async Task PersistAsync(string step, Func<Task> act, CancellationToken stopping)
    {
        try
        {
            await act();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // the loops see the token themselves
        }
        catch (Exception e)
        {
            log.LogError(e, "Step {Step} of judge {Node} failed; going on", step, options.Node);
            await Task.Delay(AfterFailure, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
