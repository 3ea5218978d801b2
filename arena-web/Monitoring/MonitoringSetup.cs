using ArenaWeb.Hosting;
using ArenaWeb.Staff;

namespace ArenaWeb.Monitoring;

/// <summary>Pages for programs: health and metrics.</summary>
internal static class MonitoringSetup
{
    public const string HealthRoute = "/health";
    public const string MetricsRoute = "/metrics";

    /// <summary>What machines ask every few seconds.</summary>
    public static IReadOnlySet<string> Probes { get; } = new HashSet<string> { HealthRoute, MetricsRoute };

    public static IServiceCollection AddMonitoring(this IServiceCollection services, ArenaOptions options) =>
        services.AddSingleton<ClusterWatch>().AddSingleton<Health>().AddSingleton<QueueGauges>().AddTelemetry(options);

    public static WebApplication MapMonitoring(this WebApplication app)
    {
        app.MapGet(HealthRoute, HealthEndpoint.ReadyAsync);
        app.MapGet(HealthRoute + "/live", HealthEndpoint.Live);
        app.MapPrometheusScrapingEndpoint(MetricsRoute, null, static branch => branch.Use(MetricsEndpoint.GuardAsync), null);
        return app;
    }
}
