using Judge.Score;
using Judge.Submit;
using Microsoft.Extensions.Logging;

namespace Judge.Queue;

/// <summary>The dispatcher, wherever in the cluster it lives, as arenas see it.</summary>
internal sealed class DispatcherQueue(IGrainFactory grains, TimeProvider clock, ILogger<DispatcherQueue> log) : IJudgeQueue, IJudgeNodes
{
    /// <summary>How old a view may be that is shown while the dispatcher moves to another arena.</summary>
    private static readonly TimeSpan OldestView = TimeSpan.FromMinutes(1);

    /// <summary>Null: the dispatcher was never asked.</summary>
    private volatile Seen? _seen;

    private IDispatcher Dispatcher => grains.GetGrain<IDispatcher>(0);

    public Task OfferAsync(SubmissionId submission) => Hint(dispatcher => dispatcher.PutInLineAsync([submission]));

    public Task OfferAsync(RejudgingId rejudging) => Hint(dispatcher => dispatcher.LookAtAsync(rejudging));

    public Task WithdrawAsync(RejudgingId rejudging) => Hint(dispatcher => dispatcher.LookAtAsync(rejudging));

    public async Task<QueueState> StateAsync(CancellationToken ct) => (await ViewAsync(ct)).Queue;

    public async Task<ClusterView> ViewAsync(CancellationToken ct)
    {
        try
        {
            var view = await Dispatcher.ViewAsync().WaitAsync(ct);
            _seen = new Seen(view, clock.GetTimestamp());
            return view;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            return _seen is { } seen && clock.GetElapsedTime(seen.At) <= OldestView
                ? seen.View
                : throw new TimeoutException("The dispatcher is waking up: ask again.", e);
        }
    }

    public Task DrainAsync(string node, bool drained, CancellationToken ct) => Dispatcher.DrainAsync(node, drained).WaitAsync(ct);

    /// <summary>Whoever gives a hint has committed already: nobody waits for it, and a failure must not look like one of theirs.</summary>
    private Task Hint(Func<IDispatcher, Task> tell)
    {
        _ = TellAsync(tell);
        return Task.CompletedTask;
    }

    private async Task TellAsync(Func<IDispatcher, Task> tell)
    {
        try
        {
            await tell(Dispatcher);
        }
        catch (Exception e)
        {
            log.LogWarning(e, "The dispatcher could not be told; it finds out when it looks at the facts");
        }
    }

    private sealed record Seen(ClusterView View, long At);
}
