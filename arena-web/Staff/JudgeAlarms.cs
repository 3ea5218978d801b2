using System.Globalization;
using Judge.Queue;
using Judge.Sandbox;
using Judge.Settings;

namespace ArenaWeb.Staff;

/// <summary>Something about the judges that the organiser should know.</summary>
/// <param name="Kind">Kind of notice: info, warning, error.</param>
/// <param name="Key">Its sentences are <c>{Key}.title</c> and <c>{Key}.text</c>.</param>
/// <param name="Value">Placeholder 0 of both.</param>
/// <param name="Detail">Placeholder 1 of both.</param>
internal sealed record Alarm(string Kind, string Key, string Value = "", string Detail = "");

/// <summary>What the dispatcher's words mean for a contest. Pure.</summary>
internal static class JudgeAlarms
{
    /// <summary>Older than this, something waits too long even in a busy contest.</summary>
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(1);

    private const int NamesShown = 6;

    /// <summary>The gravest first. Nodes of which the same is said share a sentence.</summary>
    public static IReadOnlyList<Alarm> Of(ClusterLook look, DateTimeOffset now)
    {
        IEnumerable<Alarm?> alarms =
        [
            look.Waking ? new("warning", "admin.alarm.waking") : null,
            look.View is { } view ? OfAll(look, view.Queue, now) : null,
            .. look
                .Nodes.SelectMany(node => OfOne(node, look.ConditionOf(node)))
                .GroupBy(alarm => alarm with { Value = "" }, alarm => alarm.Value)
                .Select(same => same.Key with { Value = Names([.. same]) }),
            look.Nodes.Any(IsBubblewrap) ? new("info", "admin.alarm.bubblewrap") : null,
        ];
        return [.. alarms.OfType<Alarm>()];
    }

    /// <summary>What everybody may know: that submissions wait, or that boxes are not Docker's; null: nothing to say.</summary>
    public static Alarm? ForEverybody(ClusterLook look) =>
        look.View is null ? null
        : !Heard(look).Any(NodeConditions.HasBox) ? new("warning", "boards.judging.waits")
        : look.Nodes.Any(IsBubblewrap) ? new("info", "boards.judging.bubblewrap")
        : null;

    /// <summary>Those that the dispatcher has heard of lately and that stay.</summary>
    private static IEnumerable<NodeView> Heard(ClusterLook look) =>
        look.Nodes.Where(node => !node.Stopping && look.ConditionOf(node) != NodeCondition.Silent);

    private static Alarm? OfAll(ClusterLook look, QueueState queue, DateTimeOffset now)
    {
        var heard = Heard(look).ToList();
        return heard.Count == 0 ? new("error", "admin.alarm.nobody")
            : !heard.Exists(NodeConditions.HasBox) ? new("error", "admin.alarm.noBox")
            : heard.TrueForAll(node => node.Drained || !node.HasBox()) ? new("error", "admin.alarm.drained")
            : queue.OldestAt is { } oldest && now - oldest > LongWait
                ? new("warning", "admin.alarm.slow", Whole((now - oldest).TotalMinutes))
            : null;
    }

    private static IEnumerable<Alarm> OfOne(NodeView node, NodeCondition condition)
    {
        if (condition == NodeCondition.Silent)
        {
            yield return new("warning", "admin.alarm.silent", node.Node);
            yield break;
        }
        if (condition == NodeCondition.Troubled && node.HasBox())
        {
            yield return new("warning", "admin.alarm.trouble", node.Node);
        }
        if (node.Version != ProgramVersion.Own)
        {
            yield return new("warning", "admin.alarm.version", node.Node, node.Version);
        }
        if (node.HasTwin)
        {
            yield return new("warning", "admin.alarm.twin", node.Node);
        }
        if (node.IsClockOff())
        {
            var way = node.ClockAhead > TimeSpan.Zero ? "ahead" : "behind";
            yield return new("warning", $"admin.alarm.clock.{way}", node.Node, Whole(node.ClockAhead.Duration().TotalSeconds));
        }
    }

    private static string Names(IReadOnlyList<string> nodes) =>
        string.Join(", ", nodes.Take(NamesShown)) + (nodes.Count > NamesShown ? ", …" : "");

    private static string Whole(double value) => ((long)value).ToString(CultureInfo.InvariantCulture);

    private static bool IsBubblewrap(NodeView node) => node.Sandbox == SandboxKind.Bubblewrap;
}
