using System.Globalization;
using System.Text;
using Judge.Queue;

namespace ArenaWeb.Api;

/// <summary>The queue and the judges' boxes over all nodes, asked of the database when somebody reads.</summary>
internal sealed class QueueGauges(IJudgeQueue queue, IJudgeHeartbeats heartbeats, TimeProvider clock)
{
    public async Task<string> ReadAsync(CancellationToken ct) =>
        Write(await queue.StateAsync(ct), await heartbeats.SeenAsync(ct), clock.GetUtcNow());

    internal static string Write(QueueState state, IReadOnlyList<JudgeState> judges, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Gauge("contest_queue_waiting", "Submissions that wait for a judge.", state.Waiting);
        Gauge("contest_queue_leased", "Submissions that are being judged.", state.Leased);
        Gauge("contest_queue_again", "Of those waiting or being judged, to be judged again.", state.Again);
        Gauge(
            "contest_queue_oldest_seconds",
            "Age of the longest waiting submission that has no verdict.",
            state.OldestAt is { } oldest ? Math.Max(0, (now - oldest).TotalSeconds) : 0
        );
        Gauge("contest_judges", "Judges seen in the last minute.", judges.Count);
        Gauge("contest_judges_in_trouble", "Judges whose sandbox does not answer.", judges.Count(static judge => judge.Trouble.Length > 0));
        Gauge("contest_boxes", "Boxes that all judges together may open.", judges.Sum(static judge => judge.Slots));
        Gauge("contest_boxes_busy", "Boxes in use.", judges.Sum(static judge => judge.Busy));
        return text.ToString();

        void Gauge(string name, string help, double value)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");
            PrometheusText.WriteSample(text, name, "", value);
        }
    }
}
