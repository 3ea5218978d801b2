using Judge.Queue;
using Judge.Sandbox;
using Judge.Settings;

namespace ArenaWeb.Tests.Judges;

/// <summary>A dispatcher that says what the test wants it to say.</summary>
internal sealed class FakeNodes : IJudgeNodes
{
    private readonly List<NodeView> _nodes = [];
    private int _asked;

    public DateTimeOffset AwakeSince { get; set; }

    public QueueState Queue { get; set; } = new(0, 0, null);

    public IReadOnlyList<LineView> Lines { get; set; } = [];

    /// <summary>It wakes up on another arena and answers nobody.</summary>
    public bool Waking { get; set; }

    /// <summary>How often somebody asked what it sees.</summary>
    public int Asked => _asked;

    public void Add(NodeView node) => _nodes.Add(node);

    public NodeView Named(string node) => _nodes.Single(known => known.Node == node);

    public void Clear()
    {
        _nodes.Clear();
        (Queue, Lines, Waking) = (new(0, 0, null), [], false);
    }

    public Task<ClusterView> ViewAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _asked);
        return Waking
            ? Task.FromException<ClusterView>(new TimeoutException())
            : Task.FromResult(new ClusterView("may-chu-1", AwakeSince, Queue, [.. _nodes], Lines));
    }

    public Task DrainAsync(string node, bool drained, CancellationToken ct)
    {
        if (Waking)
        {
            return Task.FromException(new TimeoutException());
        }

        var at = _nodes.FindIndex(known => known.Node == node);
        _nodes[at] = _nodes[at] with { Drained = drained };
        return Task.CompletedTask;
    }

    /// <summary>A sound node with two slots.</summary>
    public static NodeView Node(DateTimeOffset seenAt, string name = "may-1", SandboxKind sandbox = SandboxKind.Docker) =>
        new()
        {
            Node = name,
            Version = ProgramVersion.Own,
            Sandbox = sandbox,
            SeenAt = seenAt,
            ClockAhead = TimeSpan.FromMilliseconds(-300),
            Slots = 2,
            Busy = 1,
            Judged = 1234,
            Trouble = "",
            Drained = false,
            Stopping = false,
            Languages = ["pascal", "python", "rust"],
            Warm = ["sonut", "hoitrai"],
        };
}
