using Judge.Score;
using Judge.Submit;

namespace Judge.Queue;

/// <summary>
/// The scheduler over the facts: what was told is read from them, what no hint told is found in them, and what is decided is written before
/// it is said. One call of each at a time.
/// </summary>
internal sealed class Dispatching
{
    /// <summary>How often the facts are looked at for what no hint told.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>Number of the newest submissions that the first look goes back; the awakening has looked at all.</summary>
    private const long MostRecent = 10_000;

    /// <summary>How many looks back the newest submission is taken from that is not looked at again: a commit may be so late.</summary>
    private const int LooksBack = 12;

    private readonly IQueueFacts _facts;
    private readonly long _epoch;
    private readonly HashSet<SubmissionId> _told = [];
    private readonly HashSet<RejudgingId> _toLookAt = [];

    /// <summary>Rejudgings of which all was looked at; none gets more submissions later.</summary>
    private readonly HashSet<RejudgingId> _known = [];

    private readonly Queue<long> _newest = new();
    private TimeSpan _nextLook;

    /// <summary>Submissions up to this number were looked at long ago.</summary>
    private long _lookedAt = long.MaxValue;

    private Dispatching(IQueueFacts facts, long epoch, TimeProvider clock) =>
        (_facts, _epoch, Scheduler) = (facts, epoch, new Scheduler(epoch, clock));

    public Scheduler Scheduler { get; }

    /// <summary>Begins an epoch and rebuilds the line from the facts.</summary>
    public static async Task<Dispatching> AwakeAsync(IQueueFacts facts, TimeProvider clock, CancellationToken ct)
    {
        var dispatching = new Dispatching(facts, await facts.BeginAsync(ct), clock);
        foreach (var node in await facts.DrainedAsync(ct))
        {
            dispatching.Scheduler.Drain(node, drained: true);
        }

        dispatching.Scheduler.Tell(await facts.WaitingAsync(ct));
        return dispatching;
    }

    /// <summary>A hint for <see cref="FollowAsync"/>.</summary>
    public void PutInLine(IEnumerable<SubmissionId> some) =>
        _told.UnionWith(some.Where(one => !Scheduler.Knows(new JudgingId(one, default))));

    /// <summary>A hint for <see cref="FollowAsync"/>.</summary>
    public void LookAt(RejudgingId rejudging) => _toLookAt.Add(rejudging);

    /// <summary>Reads what was told, and what no hint told if it is time for it.</summary>
    /// <exception cref="OutdatedEpochException">Another dispatches.</exception>
    public async Task FollowAsync(CancellationToken ct)
    {
        var (some, rejudgings) = (_told.ToList(), _toLookAt.ToList());
        _told.Clear();
        _toLookAt.Clear();
        try
        {
            if (some.Count > 0)
            {
                Scheduler.BeginLook();
                Scheduler.Tell(await _facts.WaitingAsync(some, ct));
            }

            foreach (var rejudging in rejudgings)
            {
                await LookAgainAsync(rejudging, ct);
            }
        }
        catch
        {
            _told.UnionWith(some);
            _toLookAt.UnionWith(rejudgings);
            throw;
        }

        if (Scheduler.Now >= _nextLook)
        {
            await LookAsync(ct);
        }
    }

    /// <summary>Decides, writes and carries out. Returns whether there was anything to decide.</summary>
    /// <exception cref="OutdatedEpochException">Another dispatches; nothing is given out.</exception>
    public async Task<bool> WriteAsync(CancellationToken ct)
    {
        var plan = Scheduler.Decide();
        if (plan.IsEmpty)
        {
            return false;
        }

        var written = false;
        try
        {
            await _facts.WriteAsync(
                _epoch,
                [.. plan.Grants.Select(grant => (grant.Ticket, grant.Node.Report.Node))],
                [.. plan.Spent.Select(place => place.Judging)],
                ct
            );
            written = true;
        }
        finally
        {
            Scheduler.Carry(plan, written);
        }

        return true;
    }

    public async Task DrainAsync(string node, bool drained, CancellationToken ct)
    {
        await _facts.DrainAsync(node, drained, ct);
        Scheduler.Drain(node, drained);
    }

    /// <summary>Finds what no hint told, as when a process died between its commit and the hint.</summary>
    private async Task LookAsync(CancellationToken ct)
    {
        Scheduler.BeginLook();
        var look = await _facts.LookAsync(_lookedAt, ct);
        if (look.Epoch != _epoch)
        {
            throw new OutdatedEpochException(_epoch);
        }

        _newest.Enqueue(look.Newest);
        _lookedAt =
            _newest.Count > LooksBack ? _newest.Dequeue()
            : _lookedAt == long.MaxValue ? Math.Max(0, look.Newest - MostRecent)
            : _lookedAt;
        Scheduler.Tell(look.Waiting);
        foreach (var ended in Scheduler.Rejudgings().Except(look.Rejudgings).ToList())
        {
            Scheduler.Keep(ended, new HashSet<JudgingId>());
        }

        foreach (var unknown in look.Rejudgings.Except(_known).ToList())
        {
            await LookAgainAsync(unknown, ct);
        }

        _nextLook = Scheduler.Now + LookEvery;
    }

    private async Task LookAgainAsync(RejudgingId rejudging, CancellationToken ct)
    {
        Scheduler.BeginLook();
        var waiting = await _facts.WaitingAsync(rejudging, ct);
        Scheduler.Keep(rejudging, waiting.Select(one => one.Judging).ToHashSet());
        Scheduler.Tell(waiting);
        _known.Add(rejudging);
    }
}
