using Judge.Events;
using Judge.Score;
using Judge.Settings;
using Judge.Submit;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Judge.Queue;

/// <summary>
/// The scheduler as a grain. Three loops run beside the calls: time passes, the facts are followed, and what is decided is written and then
/// said. While one batch of tries is written the next one gathers. Without the database nothing is given out.
/// </summary>
[Reentrant, KeepAlive]
internal sealed class Dispatcher(IQueueFacts facts, JudgeOptions options, TimeProvider clock, ILogger<Dispatcher> log) : Grain, IDispatcher
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    /// <summary>A tick that comes later means that this program did not run: it could not hear the nodes.</summary>
    private static readonly TimeSpan LongestLate = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<string, Poll> _polls = [];
    private readonly AsyncPulse _news = new();
    private readonly AsyncPulse _hints = new();
    private Dispatching _dispatching = null!;
    private DateTimeOffset _awakeSince;

    private Scheduler Scheduler => _dispatching.Scheduler;

    public override async Task OnActivateAsync(CancellationToken ct)
    {
        _dispatching = await Dispatching.AwakeAsync(facts, clock, ct);
        _awakeSince = clock.GetUtcNow();
        JudgeMeter.DispatcherWoke();
        log.LogInformation("The dispatcher is awake, {Waiting} wait", Scheduler.State().Waiting);
        _ = PersistAsync("tick", PassAsync);
        _ = PersistAsync("look", FollowAsync);
        _ = PersistAsync("dispatch", DispatchAsync);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken ct) => EndAsync();

    public Task PutInLineAsync(IReadOnlyList<SubmissionId> some)
    {
        _dispatching.PutInLine(some);
        _hints.Pulse();
        return Task.CompletedTask;
    }

    public Task LookAtAsync(RejudgingId rejudging)
    {
        _dispatching.LookAt(rejudging);
        _hints.Pulse();
        return Task.CompletedTask;
    }

    /// <exception cref="OperationCanceledException">Another dispatches: ask again.</exception>
    public Task<Tickets> ReportAsync(NodeReport report)
    {
        _end.Token.ThrowIfCancellationRequested();
        var poll = new Poll(Scheduler.Now, new Tickets(report.Seen, [], []));
        if (!Scheduler.Hear(report))
        {
            return Task.FromResult(poll.Nothing);
        }

        if (_polls.Remove(report.Node, out var before))
        {
            before.Answer.TrySetResult(before.Nothing);
        }

        _news.Pulse();
        if (report is { Stopping: true, Holds.Count: 0 })
        {
            return Task.FromResult(poll.Nothing); // its last words: whoever stops need not wait
        }

        _polls[report.Node] = poll;
        return poll.Answer.Task;
    }

    public Task SettleAsync(string node, IReadOnlyList<Settled> some)
    {
        foreach (var settled in some)
        {
            Scheduler.Settle(node, settled.Ticket, settled.Ending);
        }

        _news.Pulse();
        return Task.CompletedTask;
    }

    public async Task DrainAsync(string node, bool drained)
    {
        await _dispatching.DrainAsync(node, drained, _end.Token);
        _news.Pulse();
    }

    public Task<ClusterView> ViewAsync() =>
        Task.FromResult(new ClusterView(options.Node, _awakeSince, Scheduler.State(), Scheduler.Nodes(), Scheduler.Lines()));

    private async Task PassAsync()
    {
        var before = Scheduler.Now;
        await Task.Delay(Tick, clock, _end.Token);
        var late = Scheduler.Now - before - Tick;
        Scheduler.Pass(late > LongestLate ? late : TimeSpan.Zero);
        foreach (var (node, poll) in _polls.Where(poll => Scheduler.Now - poll.Value.Since >= LongestPoll).ToList())
        {
            _polls.Remove(node);
            poll.Answer.TrySetResult(poll.Nothing);
        }

        _news.Pulse();
    }

    private async Task FollowAsync()
    {
        var next = _hints.Next;
        await _dispatching.FollowAsync(_end.Token);
        _news.Pulse();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        await Task.WhenAny(next, Task.Delay(Dispatching.LookEvery, clock, enough.Token));
        await enough.CancelAsync();
    }

    private async Task DispatchAsync()
    {
        var next = _news.Next;
        var decided = await _dispatching.WriteAsync(_end.Token);
        Say();
        if (!decided)
        {
            await next.WaitAsync(_end.Token);
        }
    }

    private void Say()
    {
        foreach (var node in Scheduler.ToTell.Where(_polls.ContainsKey).ToList())
        {
            if (Scheduler.OrdersFor(node) is { } orders && _polls.Remove(node, out var poll))
            {
                poll.Answer.TrySetResult(orders);
            }
        }
    }

    /// <summary>Goes on after failures, which are those of the database or our own, until the grain ends or another dispatches.</summary>
    /// <param name="step">For whoever reads the log: tick, look or dispatch.</param>
    private async Task PersistAsync(string step, Func<Task> act)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await act();
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                // the loop sees it itself
            }
            catch (OutdatedEpochException e)
            {
                log.LogWarning(e, "Another arena dispatches; this dispatcher ends");
                await EndAsync();
                DeactivateOnIdle();
            }
            catch (Exception e)
            {
                log.LogError(e, "Step {Step} of the dispatcher failed; going on", step);
                await Task.Delay(AfterFailure, clock, _end.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }

    private async Task EndAsync()
    {
        await _end.CancelAsync();
        foreach (var poll in _polls.Values)
        {
            poll.Answer.TrySetCanceled();
        }

        _polls.Clear();
    }

    /// <param name="Nothing">What is said when there is nothing to say.</param>
    private sealed record Poll(TimeSpan Since, Tickets Nothing)
    {
        public TaskCompletionSource<Tickets> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
