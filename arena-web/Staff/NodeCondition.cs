using Judge.Queue;
using Judge.Sandbox;

namespace ArenaWeb.Staff;

/// <summary>What a judge node does, the gravest first.</summary>
internal enum NodeCondition
{
    /// <summary>Not heard of: the dispatcher counts it as dead.</summary>
    Silent,

    /// <summary>It has no sandbox, or its sandbox does not answer.</summary>
    Troubled,
    Stopping,
    Drained,
    Judging,
}

/// <summary>How a node's words are to be understood. Pure.</summary>
internal static class NodeConditions
{
    /// <summary>Nodes speak every 2 s. The clocks of two arenas may differ by a little.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(2);

    /// <param name="at">When the dispatcher told of it.</param>
    public static NodeCondition At(this NodeView node, DateTimeOffset at) =>
        at - node.SeenAt > Silence ? NodeCondition.Silent
        : node.Trouble.Length > 0 || !node.HasBox() ? NodeCondition.Troubled
        : node.Stopping ? NodeCondition.Stopping
        : node.Drained ? NodeCondition.Drained
        : NodeCondition.Judging;

    public static bool HasBox(this NodeView node) => node.Sandbox != SandboxKind.None;

    public static bool IsClockOff(this NodeView node) => node.ClockAhead.Duration() > ClockTolerance;

    /// <summary>Class of its chip.</summary>
    public static string Chip(this NodeCondition condition) =>
        condition switch
        {
            NodeCondition.Judging => "chip chip-on",
            NodeCondition.Drained or NodeCondition.Stopping => "chip chip-soon",
            _ => "chip chip-off",
        };
}
