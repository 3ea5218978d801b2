using System.Diagnostics.Metrics;
using ArenaWeb.Live;
using ArenaWeb.Staff;
using Judge.Queue;

namespace ArenaWeb.Monitoring;

/// <summary>
/// The line and the judges' boxes over all nodes, as the dispatcher told lately, and how many browsers listen here. While it is silent they
/// are left out: nobody takes old numbers for new ones.
/// </summary>
internal sealed class QueueGauges : IDisposable
{
    public const string MeterName = "ArenaWeb";

    private readonly ClusterWatch _watch;
    private readonly TimeProvider _clock;
    private readonly Meter _meter = new(MeterName);

    private volatile ClusterLook _look = ClusterLook.Nothing;

    public QueueGauges(ClusterWatch watch, LiveFeed feed, TimeProvider clock)
    {
        (_watch, _clock) = (watch, clock);
        Gauge("contest.queue.waiting", "Submissions that wait for a judge.", static view => view.Queue.Waiting);
        Gauge("contest.queue.leased", "Submissions that are being judged.", static view => view.Queue.Leased);
        Gauge("contest.queue.again", "Of those waiting or being judged, to be judged again.", static view => view.Queue.Again);
        Gauge("contest.queue.oldest", "Age of the longest waiting submission that has no verdict.", OldestSeconds, "s");
        Gauges("contest.queue.depth", "Submissions waiting or being judged, by priority.", "priority", DepthOf);
        Gauge("contest.judges", "Judge nodes that the dispatcher knows.", static view => view.Nodes.Count);
        Gauge("contest.judges.in_trouble", "Judges whose sandbox does not answer.", static view => view.Nodes.Count(Troubled));
        Gauges("contest.nodes", "Judge nodes by what they do.", "state", StatesOf);
        Gauge("contest.boxes", "Boxes that all judges together may open.", static view => view.Nodes.Sum(static node => node.Slots));
        Gauge("contest.boxes.busy", "Boxes in use.", static view => view.Nodes.Sum(static node => node.Busy));
        _meter.CreateObservableGauge("contest.live.streams", () => feed.Viewers, null, "Browsers that listen.");
    }

    /// <summary>Asks the dispatcher, for the reading that follows.</summary>
    public async Task RefreshAsync(CancellationToken ct) => _look = await _watch.LookAsync(ct);

    public void Dispose() => _meter.Dispose();

    private static bool Troubled(NodeView node) => node.Trouble.Length > 0;

    private static IEnumerable<(string Label, double Value)> DepthOf(ClusterLook look, ClusterView view) =>
        [(Label(Priority.Contest), view.Queue.Waiting + view.Queue.Leased - view.Queue.Again), (Label(Priority.Rejudge), view.Queue.Again)];

    private static IEnumerable<(string Label, double Value)> StatesOf(ClusterLook look, ClusterView view) =>
        Enum.GetValues<NodeCondition>()
            .Select(condition => (Label(condition), (double)view.Nodes.Count(node => look.ConditionOf(node) == condition)));

    private static string Label<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private double OldestSeconds(ClusterView view) =>
        view.Queue.OldestAt is { } oldest ? Math.Max(0, (_clock.GetUtcNow() - oldest).TotalSeconds) : 0;

    private void Gauge(string name, string help, Func<ClusterView, double> value, string? unit = null) =>
        _meter.CreateObservableGauge<double>(name, () => _look.View is { } view ? [new(value(view))] : [], unit, help);

    private void Gauges(string name, string help, string label, Func<ClusterLook, ClusterView, IEnumerable<(string, double)>> values) =>
        _meter.CreateObservableGauge<double>(
            name,
            () => _look is { View: { } view } look ? values(look, view).Select(one => Measured(label, one)) : [],
            null,
            help
        );

    private static Measurement<double> Measured(string label, (string Name, double Value) one) =>
        new(one.Value, KeyValuePair.Create<string, object?>(label, one.Name));
}
