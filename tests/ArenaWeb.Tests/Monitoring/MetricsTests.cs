using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Http.Headers;
using ArenaWeb.Monitoring;

namespace ArenaWeb.Tests.Monitoring;

public sealed class MetricsTests : IClassFixture<ArenaFixture>, IDisposable
{
    private readonly Meter _meter = new("Judge.Tests");
    private readonly ArenaFixture _arena;

    /// <summary>What the names of this test's instruments begin with.</summary>
    private readonly string _prefix = "t" + Guid.NewGuid().ToString("N");

    public MetricsTests(ArenaFixture arena) => _arena = arena;

    public void Dispose() => _meter.Dispose();

    [Fact]
    public async Task A_counter_adds_up_for_each_combination_of_labels()
    {
        var counter = _meter.CreateCounter<long>($"{_prefix}.judgings", description: "Judgements.");
        counter.Add(2, new KeyValuePair<string, object?>("verdict", "Accepted"));
        counter.Add(3, new KeyValuePair<string, object?>("verdict", "Accepted"));
        counter.Add(1, new KeyValuePair<string, object?>("verdict", "WrongAnswer"));
        Assert.Equal(
            [
                $"# HELP {_prefix}_judgings_total Judgements.",
                $"# TYPE {_prefix}_judgings_total counter",
                $"{_prefix}_judgings_total{{verdict=\"Accepted\"}} 5",
                $"{_prefix}_judgings_total{{verdict=\"WrongAnswer\"}} 1",
            ],
            (await LinesAsync()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_histogram_counts_from_below_and_ends_at_infinity()
    {
        var advice = new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] };
        var latency = _meter.CreateHistogram($"{_prefix}.latency", "s", advice: advice);
        foreach (var value in new[] { 0.05, 0.1, 0.5, 7 })
        {
            latency.Record(value);
        }

        var lines = await LinesAsync();
        Assert.All(
            [
                $"# TYPE {_prefix}_latency_seconds histogram",
                $"{_prefix}_latency_seconds_bucket{{le=\"0.1\"}} 2",
                $"{_prefix}_latency_seconds_bucket{{le=\"1\"}} 3",
                $"{_prefix}_latency_seconds_bucket{{le=\"+Inf\"}} 4",
                $"{_prefix}_latency_seconds_sum{{}} 7.65",
                $"{_prefix}_latency_seconds_count{{}} 4",
            ],
            line => Assert.Contains(line, lines)
        );
    }

    [Fact]
    public async Task An_observed_gauge_is_asked_at_each_reading()
    {
        var boxes = 1;
        _meter.CreateObservableGauge($"{_prefix}.boxes", () => boxes);
        Assert.Contains($"{_prefix}_boxes{{}} 1", await LinesAsync());
        boxes = 7;
        Assert.Contains($"{_prefix}_boxes{{}} 7", await LinesAsync());
    }

    [Fact]
    public async Task Label_values_cannot_break_out_of_their_quotes()
    {
        _meter.CreateUpDownCounter<int>($"{_prefix}.n").Add(1, new KeyValuePair<string, object?>("a-b", "x\"} 1\n\\"));
        Assert.Contains($$"""{{_prefix}}_n{a_b="x\"} 1\n\\"} 1""", await LinesAsync());
    }

    [Fact]
    public async Task Endless_labels_do_not_eat_the_memory()
    {
        var counter = _meter.CreateCounter<int>($"{_prefix}.n");
        for (var i = 0; i < 2000; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("i", i));
        }

        var lines = await LinesAsync();
        Assert.InRange(lines.Length, 400, 510);
        Assert.Equal(
            2000,
            lines.Where(static line => line[0] != '#').Sum(static line => int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public async Task Other_programs_meters_are_not_ours()
    {
        using var strange = new Meter("Judgement");
        strange.CreateCounter<int>("of_somebody_else").Add(1);
        Assert.DoesNotContain("of_somebody_else", await ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_add_to_the_labels_of_requests()
    {
        using var requests = new Meter("Microsoft.AspNetCore.Hosting");
        requests
            .CreateCounter<int>($"{_prefix}.requests")
            .Add(
                1,
                new KeyValuePair<string, object?>("server.address", "made-up.example"),
                new KeyValuePair<string, object?>("http.route", "thi")
            );
        Assert.Contains($"{_prefix}_requests_total{{http_route=\"thi\"}} 1", await LinesAsync());
    }

    [Fact]
    public async Task The_queue_tells_its_length_and_the_age_of_its_oldest()
    {
        var contest = await _arena.AddContestAsync();
        var pupil = await _arena.PupilAsync(contest);
        await pupil.SubmitAsync($"/thi/{contest.Code}/bai/A", new() { ["language"] = "python", ["source"] = "print(1)" });
        _arena.Clock.Advance(TimeSpan.FromSeconds(90));
        var text = await ReadAsync();
        Assert.Contains("\ncontest_queue_waiting{} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("\ncontest_queue_leased{} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ncontest_queue_oldest_seconds{} 90\n", text, StringComparison.Ordinal);
        Assert.Contains("\ncontest_boxes_busy{} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ncontest_queue_depth{priority=\"contest\"} 1\n", text, StringComparison.Ordinal);
        Assert.Contains("\ncontest_queue_depth{priority=\"rejudge\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("\ncontest_nodes{state=\"judging\"} 0\n", text, StringComparison.Ordinal);
    }

    private async Task<string[]> LinesAsync() =>
        [.. (await ReadAsync()).Split('\n').Where(line => line.Contains(_prefix, StringComparison.Ordinal))];

    private async Task<string> ReadAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, MonitoringSetup.MetricsRoute);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ArenaFixture.MetricsToken);
        using var answer = await _arena.Browser().Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("text/plain", answer.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
