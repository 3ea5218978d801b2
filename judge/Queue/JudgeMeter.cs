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
}
