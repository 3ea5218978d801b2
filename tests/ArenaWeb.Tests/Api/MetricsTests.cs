using System.Diagnostics.Metrics;
using ArenaWeb.Api;

namespace ArenaWeb.Tests.Api;

public sealed class MetricsTests : IDisposable
{
    private readonly Meter _meter = new("Judge.T" + Guid.NewGuid().ToString("N"));
    private readonly Metrics _metrics = new();

    /// <summary>What the names of this test's instruments begin with.</summary>
    private string Prefix => _meter.Name.Replace('.', '_').ToLowerInvariant();

    public void Dispose()
    {
        _metrics.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void A_counter_adds_up_for_each_combination_of_labels()
    {
        var counter = _meter.CreateCounter<long>("judgings", description: "Judgements.");
        counter.Add(2, new KeyValuePair<string, object?>("verdict", "Accepted"));
        counter.Add(3, new KeyValuePair<string, object?>("verdict", "Accepted"));
        counter.Add(1, new KeyValuePair<string, object?>("verdict", "WrongAnswer"));
        Assert.Equal(
            [
                $"# HELP {Prefix}_judgings_total Judgements.",
                $"# TYPE {Prefix}_judgings_total counter",
                $"{Prefix}_judgings_total{{verdict=\"Accepted\"}} 5",
                $"{Prefix}_judgings_total{{verdict=\"WrongAnswer\"}} 1",
            ],
            Lines()
        );
    }

    [Fact]
    public void A_histogram_counts_from_below_and_ends_at_infinity()
    {
        var latency = _meter.CreateHistogram("latency", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });
        foreach (var value in new[] { 0.05, 0.1, 0.5, 7 })
        {
            latency.Record(value);
        }

        Assert.Equal(
            [
                $"# TYPE {Prefix}_latency_seconds histogram",
                $"{Prefix}_latency_seconds_bucket{{le=\"0.1\"}} 2",
                $"{Prefix}_latency_seconds_bucket{{le=\"1\"}} 3",
                $"{Prefix}_latency_seconds_bucket{{le=\"+Inf\"}} 4",
                $"{Prefix}_latency_seconds_sum 7.65",
                $"{Prefix}_latency_seconds_count 4",
            ],
            Lines()
        );
    }

    [Fact]
    public void An_observed_gauge_is_asked_at_each_reading()
    {
        var boxes = 1;
        _meter.CreateObservableGauge("boxes", () => boxes);
        Assert.Contains($"{Prefix}_boxes 1", Lines());
        boxes = 7;
        Assert.Contains($"{Prefix}_boxes 7", Lines());
    }

    [Fact]
    public void Label_values_cannot_break_out_of_their_quotes()
    {
        _meter.CreateUpDownCounter<int>("n").Add(1, new KeyValuePair<string, object?>("a-b", "x\"} 1\n\\"));
        Assert.Contains($$"""{{Prefix}}_n{a_b="x\"} 1\n\\"} 1""", Lines());
    }

    [Fact]
    public void Endless_labels_do_not_eat_the_memory()
    {
        var counter = _meter.CreateCounter<int>("n");
        for (var i = 0; i < 2000; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("i", i));
        }

        Assert.InRange(Lines().Length, 400, 510);
        Assert.Equal(2000, Lines().Where(static line => line[0] != '#').Sum(static line => int.Parse(line.Split(' ')[1], provider: null)));
    }

    [Fact]
    public void Other_programs_meters_are_not_ours()
    {
        using var strange = new Meter("Judgement");
        strange.CreateCounter<int>("of_somebody_else").Add(1);
        Assert.DoesNotContain("of_somebody_else", PrometheusText.Write(_metrics.Read()), StringComparison.Ordinal);
    }

    private string[] Lines() =>
        [.. PrometheusText.Write(_metrics.Read()).Split('\n').Where(line => line.Contains(Prefix, StringComparison.Ordinal))];
}
