using System.Net;
using System.Text.Json;
using ArenaWeb.Hosting;

namespace ArenaWeb.Tests.Monitoring;

public sealed class EndpointsTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task Health_is_refused_and_says_which_part_is_missing_while_no_judge_is_there()
    {
        var answer = await arena.Browser().GetAsync("/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        var parts = JsonDocument
            .Parse(answer.Html)
            .RootElement.GetProperty("parts")
            .EnumerateArray()
            .ToDictionary(static part => part.GetProperty("name").GetString()!, static part => part.GetProperty("ready").GetBoolean());
        Assert.Equal((true, false), (parts["database"], parts["sandbox"]));
    }

    [Fact]
    public async Task Why_a_part_is_missing_is_not_for_a_stranger()
    {
        var answer = await arena.Browser().GetAsync("/health");
        Assert.All(
            JsonDocument.Parse(answer.Html).RootElement.GetProperty("parts").EnumerateArray(),
            static part => Assert.Equal("", part.GetProperty("why").GetString())
        );
    }

    [Fact]
    public async Task The_program_lives_before_it_is_ready() =>
        Assert.Equal(HttpStatusCode.OK, (await arena.Browser().GetAsync("/health/live")).Status);

    [Fact]
    public async Task Metrics_are_not_for_a_stranger() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await arena.Browser().GetAsync("/metrics")).Status);

    [Fact]
    public async Task What_somebody_typed_into_the_address_is_in_no_log()
    {
        const string secret = "NGUYEN-VAN-A-2011";
        await arena.Browser().GetAsync($"/thi/{secret}?ten={secret}");
        await arena.Browser().GetAsync($"/khong-co/{secret}");
        var log = Log();
        Assert.Contains("thi/{code}", log, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_request_is_one_line_with_its_route_status_and_time_and_a_probe_is_none()
    {
        await arena.Browser().GetAsync("/thi/nowhere/bai-nop/7");
        await arena.Browser().GetAsync("/metrics");
        var lines = Log()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonDocument.Parse(line).RootElement)
            .Where(static line => line.GetProperty("Properties").GetProperty("SourceContext").GetString() == RequestLog.Source)
            .ToList();
        var one = Assert.Single(lines, static line => Property(line, "Route").GetString()!.Contains("bai-nop", StringComparison.Ordinal));
        Assert.Equal(("GET", "7"), (Property(one, "Method").GetString(), Property(one, "Submission").GetString()));
        Assert.InRange(Property(one, "Status").GetInt32(), 300, 499);
        Assert.True(Property(one, "Milliseconds").TryGetInt64(out _));
        Assert.DoesNotContain(lines, static line => Property(line, "Route").GetString() == "/metrics");
    }

    [Fact]
    public void A_start_is_logged_without_what_the_silo_tells_of_itself() =>
        Assert.DoesNotContain("\"SourceContext\":\"Orleans.", Log(), StringComparison.Ordinal);

    private static JsonElement Property(JsonElement line, string name) => line.GetProperty("Properties").GetProperty(name);

    private string Log()
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(arena.DataFolder, "logs"), "*.json"));
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
