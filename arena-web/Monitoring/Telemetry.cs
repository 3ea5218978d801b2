using System.Diagnostics.Metrics;
using ArenaWeb.Hosting;
using Judge.Settings;
using OpenTelemetry.Metrics;

namespace ArenaWeb.Monitoring;

/// <summary>What the program measures of itself for Prometheus, and, where a collector is named, where a submission's time goes.</summary>
internal static class Telemetry
{
    /// <summary>A bound on memory for each instrument: what comes beyond is summed up in one series.</summary>
    private const int MostSeries = 500;

    private static readonly string[] Meters =
    [
        "Judge",
        "Judge.*",
        QueueGauges.MeterName,
        "System.Runtime",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
    ];

    private static readonly string[] RequestLabels =
    [
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "error.type",
        "aspnetcore.request.is_unhandled",
    ];

    private static readonly string[] ConnectionLabels = ["network.protocol.name", "tls.protocol.version", "error.type"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, ArenaOptions options)
    {
        services
            .AddOpenTelemetry()
            .WithMetrics(static metrics =>
                metrics
                    .AddMeter(Meters)
                    .AddView(static instrument => new() { CardinalityLimit = MostSeries, TagKeys = LabelsOf(instrument) })
                    .AddPrometheusExporter(static text =>
                    {
                        text.ScopeInfoEnabled = false;
                        text.TargetInfoEnabled = false;
                        text.ScrapeResponseCacheDurationMilliseconds = 0;
                    })
            );
        return services.AddJudgingTraces(options.TracesTo, "arena", options.Node);
    }

    /// <summary>Null: all. Labels that are the same on every series, or that a stranger's request makes up, are left out.</summary>
    private static string[]? LabelsOf(Instrument instrument) =>
        instrument.Meter.Name switch
        {
            "Microsoft.AspNetCore.Hosting" => RequestLabels,
            "Microsoft.AspNetCore.Server.Kestrel" => ConnectionLabels,
            _ => null,
        };
}
