using Judge.Queue;

namespace ArenaWeb.Staff;

/// <summary>
/// What the dispatcher says of the judging. However many look, it is asked once in 2 s. While it wakes up elsewhere, its last words are
/// shown for a while, so that a move of some seconds is no alarm.
/// </summary>
internal sealed class ClusterWatch(IJudgeNodes nodes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>An arena that died is missed after 6 s, and the dispatcher is awake elsewhere some seconds later.</summary>
    private static readonly TimeSpan MovesWithin = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile Look? _last;

    /// <summary>Waits for an answer only where nothing was said lately.</summary>
    public async Task<ClusterLook> LookAsync(CancellationToken ct)
    {
        if (_last is { } last && clock.GetElapsedTime(last.AskedAt) < Fresh)
        {
            return last.Said;
        }
        var known = Known();
        if (!await _asking.WaitAsync(known.View is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct))
        {
            return known;
        }

        try
        {
            var now = _last is { } asked && clock.GetElapsedTime(asked.AskedAt) < Fresh ? asked : await AskAsync(ct);
            _last = now;
            return now.Said;
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <exception cref="TimeoutException">The dispatcher is waking up on another arena: ask again.</exception>
    public async Task DrainAsync(string node, bool drained, CancellationToken ct)
    {
        await nodes.DrainAsync(node, drained, ct);
        _last = null;
    }

    public void Dispose() => _asking.Dispose();

    private async Task<Look> AskAsync(CancellationToken ct)
    {
        try
        {
            var view = await nodes.ViewAsync(ct);
            return new(new(view, clock.GetUtcNow(), Waking: false), clock.GetTimestamp(), clock.GetTimestamp());
        }
        catch (TimeoutException)
        {
            return new(Known() with { Waking = true }, _last?.SaidAt ?? 0, clock.GetTimestamp());
        }
    }

    /// <summary>What was said lately.</summary>
    private ClusterLook Known() =>
        _last is { Said.View: not null } last && clock.GetElapsedTime(last.SaidAt) < MovesWithin ? last.Said : ClusterLook.Nothing;

    /// <param name="SaidAt">Time stamp of the dispatcher's last answer.</param>
    /// <param name="AskedAt">Time stamp of the last question.</param>
    private sealed record Look(ClusterLook Said, long SaidAt, long AskedAt);
}

/// <param name="View">Null: the dispatcher has said nothing lately.</param>
/// <param name="At">When it said so.</param>
/// <param name="Waking">It did not answer just now: it is waking up on another arena.</param>
internal sealed record ClusterLook(ClusterView? View, DateTimeOffset At, bool Waking)
{
    public static ClusterLook Nothing { get; } = new(null, default, Waking: true);

    /// <summary>None as well when nothing is known.</summary>
    public IReadOnlyList<NodeView> Nodes => View?.Nodes ?? [];

    public NodeCondition ConditionOf(NodeView node) => node.At(At);
}
