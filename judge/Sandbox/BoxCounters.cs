using System.Diagnostics.Metrics;

namespace Judge.Sandbox;

/// <summary>What the boxes do, for whoever listens to the meter <see cref="MeterName"/>.</summary>
internal static class BoxCounters
{
    public const string MeterName = "Judge.Sandbox";

    private static readonly Meter Source = new(MeterName);
    private static readonly UpDownCounter<int> OpenBoxes = Source.CreateUpDownCounter<int>("judge.sandbox.boxes_open");
    private static readonly Counter<long> StartedBoxes = Source.CreateCounter<long>("judge.sandbox.boxes_started");
    private static readonly Counter<long> EndedBoxes = Source.CreateCounter<long>("judge.sandbox.boxes_ended");

    public static void Opened() => OpenBoxes.Add(1);

    public static void Closed() => OpenBoxes.Add(-1);

    public static void Started(string image) => StartedBoxes.Add(1, KeyValuePair.Create<string, object?>("image", image));

    /// <param name="reason">Why the box was thrown away, in lower case: used_up, oom, idle, ...</param>
    public static void Ended(string reason) => EndedBoxes.Add(1, KeyValuePair.Create<string, object?>("reason", reason));
}
