using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using ArenaWeb.Hosting;
using ArenaWeb.Monitoring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace ArenaWeb.Tests.Monitoring;

public sealed class TracesTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _sent = new();
    private readonly WebApplication _collector;

    public TracesTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, static port => port.Protocols = HttpProtocols.Http2)
        );
        _collector = builder.Build();
        _collector.MapPost("/{**path}", KeepAsync);
    }

    public async ValueTask InitializeAsync() => await _collector.StartAsync();

    public ValueTask DisposeAsync() => _collector.DisposeAsync();

    [Fact]
    public async Task A_collector_gets_the_stages_of_submissions_and_nothing_else()
    {
        var options = new ArenaOptions { TracesTo = Assert.Single(_collector.Urls) };
        await using var services = new ServiceCollection().AddTelemetry(options).BuildServiceProvider();
        var traces = services.GetRequiredService<TracerProvider>();
        using var judge = new ActivitySource("Judge");
        using var database = new ActivitySource("Npgsql");

        // A trace is given up when the collector takes longer than 10 s, as on a crowded machine: then it is sent again.
        for (var tries = 0; _sent.IsEmpty && tries < 10; tries++)
        {
            SpanAll(judge, database);
            Assert.True(traces.ForceFlush());
        }

        var sent = string.Concat(_sent);
        Assert.Contains("query-of-a-judging", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("query-of-nobody", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("query-of-a-request", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_traced()
    {
        await using var services = new ServiceCollection().AddTelemetry(new ArenaOptions()).BuildServiceProvider();
        Assert.Null(services.GetService<TracerProvider>());
    }

    private static void SpanAll(ActivitySource judge, ActivitySource database)
    {
        using (judge.StartActivity("judging"))
        using (database.StartActivity("query-of-a-judging")) { }

        using (database.StartActivity("query-of-nobody")) { }

        // As a stranger's header makes a request.
        using (new Activity("request").SetParentId("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").Start())
        using (database.StartActivity("query-of-a-request")) { }
    }

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _sent.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[5]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
