using System.Diagnostics.Metrics;
using Judge.Problems;

namespace Judge.Queue;

/// <summary>What judging does, for whoever listens to the meter <c>Judge</c>.</summary>
internal static class JudgeMeter
{
    private static readonly Meter Source = new("Judge");
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300],
    };

    private static readonly Counter<long> Judgings = Source.CreateCounter<long>("judge.judgings", description: "Verdicts given.");

    private static readonly Counter<long> Failures = Source.CreateCounter<long>(
        "judge.judging_failures",
        description: "Tries to judge that failed by our own fault."
    );

    private static readonly Histogram<double> Latency = Source.CreateHistogram(
        "judge.submit_to_verdict",
        "s",
        "From handing in to the stored verdict.",
        advice: Seconds
    );

    private static readonly Histogram<double> Duration = Source.CreateHistogram(
        "judge.judging_duration",
        "s",
        "From the take of a submission to its stored verdict.",
        advice: Seconds
    );

    private static readonly Counter<long> Dispatches = Source.CreateCounter<long>(
        "judge.dispatches",
        description: "Submissions given to a judge node, by priority and by try."
    );

    private static readonly Histogram<double> Wait = Source.CreateHistogram(
        "judge.submit_to_dispatch",
        "s",
        "From handing in to the first node that judges it.",
        advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300],
        }
    );

    private static readonly Counter<long> Wakes = Source.CreateCounter<long>(
        "judge.dispatcher_wakes",
        description: "How often the dispatcher woke up in this arena."
    );

    private static readonly Histogram<int> Batch = Source.CreateHistogram(
        "judge.verdict_batch",
        description: "Verdicts stored in one transaction.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500] }
    );

    private static readonly Histogram<double> Storing = Source.CreateHistogram(
        "judge.verdict_store_duration",
        "s",
        "Of one transaction that stores verdicts.",
        advice: Seconds
    );

    /// <param name="latency">Null: it had a verdict before, and nobody waits for this one.</param>
    public static void Judged(Verdict verdict, string language, TimeSpan? latency, TimeSpan duration)
    {
        Judgings.Add(1, KeyValuePair.Create<string, object?>("verdict", verdict.ToString()));
        if (latency is { } waited)
        {
            Latency.Record(waited.TotalSeconds);
        }

        Duration.Record(duration.TotalSeconds, KeyValuePair.Create<string, object?>("language", language));
    }

    public static void Failed() => Failures.Add(1);

    /// <summary>To be called after the try is written and before the ticket goes out.</summary>
    /// <param name="attempt">1 for the first try.</param>
    /// <param name="wait">Since it was handed in; null: it was tried before or is judged again, and its time in line says nothing.</param>
    public static void Dispatched(Priority priority, int attempt, TimeSpan? wait)
    {
        Dispatches.Add(
            1,
            KeyValuePair.Create<string, object?>("priority", priority.ToString().ToLowerInvariant()),
            KeyValuePair.Create<string, object?>("attempt", attempt)
        );
        if (wait is { } waited)
        {
            Wait.Record(Math.Max(0, waited.TotalSeconds));
        }
    }

    public static void DispatcherWoke() => Wakes.Add(1);

    /// <summary>To be called after the commit.</summary>
    public static void Stored(int verdicts, TimeSpan duration)
    {
        Batch.Record(verdicts);
        Storing.Record(duration.TotalSeconds);
    }
}
