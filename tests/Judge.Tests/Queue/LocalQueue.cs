using Judge.Queue;
using Judge.Sandbox;
using Judge.Score;
using Judge.Submit;
using Ending = Judge.Queue.Ending;

namespace Judge.Tests.Queue;

/// <summary>
/// What the dispatcher decides and the desk stores, without a silo: one call after the other, so that what is not given out is known for
/// certain. It wakes up when it is first asked.
/// </summary>
internal sealed class LocalQueue(IQueueFacts facts, IVerdicts verdicts, TimeProvider clock) : IJudgeQueue
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, List<Lease>> _held = [];
    private readonly Dictionary<string, OrdersNumber> _seen = [];
    private readonly Guid _run = Guid.NewGuid();
    private Dispatching? _awake;

    public Task OfferAsync(SubmissionId submission) => HintAsync(awake => awake.PutInLine([submission]));

    public Task OfferAsync(RejudgingId rejudging) => HintAsync(awake => awake.LookAt(rejudging));

    public Task WithdrawAsync(RejudgingId rejudging) => HintAsync(awake => awake.LookAt(rejudging));

    public Task<QueueState> StateAsync(CancellationToken ct) => DoAsync(awake => awake.Scheduler.State(), ct);

    /// <summary>Forgets all that is not a fact.</summary>
    public void Forget() => _awake = null;

    /// <summary>What a node gets that asks for one more; null: nothing.</summary>
    public Task<Lease?> TakeAsync(string node, CancellationToken ct) => TakeAsync(node, "pascal", ct);

    public Task<Lease?> TakeAsync(string node, string language, CancellationToken ct) =>
        DoAsync(
            awake =>
            {
                var lease = Hold(node, awake.Scheduler.OrdersFor(node));
                awake.Scheduler.Hear(Report(node, language, free: 0)); // it asks for no more than one
                return lease;
            },
            ct,
            node,
            language
        );

    private Lease? Hold(string node, Tickets? orders)
    {
        _seen[node] = orders?.Number ?? _seen.GetValueOrDefault(node);
        foreach (var judging in orders?.GiveWay ?? [])
        {
            HeldBy(node).Find(lease => lease.Ticket.Judging == judging)!.GivesWay = true;
        }

        if (orders?.Jobs is not [var ticket])
        {
            return null;
        }

        var lease = new Lease(this, node, ticket);
        HeldBy(node).Add(lease);
        return lease;
    }

    private List<Lease> HeldBy(string node) => _held.TryGetValue(node, out var held) ? held : _held[node] = [];

    private NodeReport Report(string node, string language, int free) =>
        new()
        {
            Node = node,
            Run = _run,
            Version = "1.0",
            Clock = clock.GetUtcNow(),
            Sandbox = SandboxKind.Docker,
            Slots = HeldBy(node).Count + free,
            Judged = 0,
            Trouble = "",
            Stopping = false,
            Languages = [language],
            Warm = [],
            Holds = [.. HeldBy(node).Select(lease => lease.Ticket)],
            Untold = [],
            Seen = _seen.GetValueOrDefault(node),
        };

    private async Task HintAsync(Action<Dispatching> hint)
    {
        await _gate.WaitAsync();
        if (_awake is not null)
        {
            hint(_awake);
        }

        _gate.Release();
    }

    /// <summary>All that the dispatcher's loops do, once, and then a question.</summary>
    /// <param name="node">Asks for one more first; null: nobody does.</param>
    private async Task<T> DoAsync<T>(
        Func<Dispatching, T> ask,
        CancellationToken ct,
        string? node = null,
        string language = "",
        int free = 1
    )
    {
        await _gate.WaitAsync(ct);
        try
        {
            while (true)
            {
                _awake ??= await Dispatching.AwakeAsync(facts, clock, ct);
                try
                {
                    if (node is not null)
                    {
                        _awake.Scheduler.Hear(Report(node, language, free));
                    }

                    _awake.Scheduler.Pass();
                    await _awake.FollowAsync(ct);
                    while (node is not null && await _awake.WriteAsync(ct)) { }

                    return ask(_awake);
                }
                catch (OutdatedEpochException)
                {
                    _awake = null;
                }
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task SettleAsync(Lease lease, Ending ending, Judgement? judgement)
    {
        var kept = await verdicts.StoreAsync([(lease.Node, new Outcome(lease.Ticket, ending, judgement, ""))], default);
        HeldBy(lease.Node).Remove(lease);
        if (kept.Single().Keeping != Keeping.Refused)
        {
            _awake?.Scheduler.Settle(lease.Node, lease.Ticket, ending);
            _awake?.Scheduler.Hear(Report(lease.Node, "", free: 0));
        }
    }

    /// <summary>A ticket as a node holds it. Left without a verdict it is a failed try.</summary>
    internal sealed class Lease(LocalQueue queue, string node, Ticket ticket) : IAsyncDisposable
    {
        private bool _settled;

        public string Node => node;

        public Ticket Ticket => ticket;

        public SubmissionId Submission => ticket.Judging.Submission;

        public RejudgingId Rejudging => ticket.Judging.Rejudging;

        public int Attempt => ticket.Attempt;

        /// <summary>The node was told to give it back.</summary>
        public bool GivesWay { get; set; }

        /// <summary>The node says that it is at it; false: it was told to give it back.</summary>
        public async Task<bool> RenewAsync(CancellationToken ct)
        {
            var orders = await queue.DoAsync(awake => awake.Scheduler.OrdersFor(node), ct, node, free: 0);
            GivesWay |= orders is not null && orders.GiveWay.Contains(ticket.Judging);
            return !GivesWay;
        }

        public Task CompleteAsync(Judgement judgement, CancellationToken ct) => SettleAsync(Ending.Judged, judgement);

        public Task GiveBackAsync(CancellationToken ct) => SettleAsync(Ending.GivenBack, null);

        public async ValueTask DisposeAsync()
        {
            if (!_settled)
            {
                await SettleAsync(Ending.Failed, null);
            }
        }

        private Task SettleAsync(Ending ending, Judgement? judgement)
        {
            _settled = true;
            return queue.SettleAsync(this, ending, judgement);
        }
    }
}
