using System.Diagnostics.Metrics;
using ArenaWeb.Live;
using Judge.Queue;

namespace ArenaWeb.Monitoring;

/// <summary>
/// The queue and the judges' boxes over all nodes, asked of the dispatcher when somebody reads, and how many browsers listen here.
/// </summary>
internal sealed class QueueGauges : IDisposable
{
    public const string MeterName = "ArenaWeb";

    private readonly IJudgeNodes _nodes;
    private readonly TimeProvider _clock;
    private readonly Meter _meter = new(MeterName);

    /// <summary>Null: nobody has read yet.</summary>
    private volatile ClusterView? _reading;

    public QueueGauges(IJudgeNodes nodes, LiveFeed feed, TimeProvider clock)
    {
        (_nodes, _clock) = (nodes, clock);
        Gauge("contest.queue.waiting", "Submissions that wait for a judge.", static all => all.Queue.Waiting);
        Gauge("contest.queue.leased", "Submissions that are being judged.", static all => all.Queue.Leased);
        Gauge("contest.queue.again", "Of those waiting or being judged, to be judged again.", static all => all.Queue.Again);
        Gauge("contest.queue.oldest", "Age of the longest waiting submission that has no verdict.", OldestSeconds, "s");
        Gauge("contest.judges", "Judges seen in the last minute.", static all => all.Nodes.Count);
        Gauge("contest.judges.in_trouble", "Judges whose sandbox does not answer.", static all => all.Nodes.Count(Troubled));
        Gauge("contest.boxes", "Boxes that all judges together may open.", static all => all.Nodes.Sum(static judge => judge.Slots));
        _meter.CreateObservableGauge("contest.live.streams", () => feed.Viewers, null, "Browsers that listen.");
        Gauge("contest.boxes.busy", "Boxes in use.", static all => all.Nodes.Sum(static judge => judge.Busy));
    }

    /// <summary>Asks the dispatcher, for the reading that follows.</summary>
    public async Task RefreshAsync(CancellationToken ct) => _reading = await _nodes.ViewAsync(ct);

    public void Dispose() => _meter.Dispose();

    private static bool Troubled(NodeView judge) => judge.Trouble.Length > 0;

    private double OldestSeconds(ClusterView all) =>
        all.Queue.OldestAt is { } oldest ? Math.Max(0, (_clock.GetUtcNow() - oldest).TotalSeconds) : 0;

    private void Gauge(string name, string help, Func<ClusterView, double> value, string? unit = null) =>
        _meter.CreateObservableGauge<double>(name, () => _reading is { } all ? [new(value(all))] : [], unit, help);
}
