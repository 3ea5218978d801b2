namespace ArenaWeb.Api;

/// <summary>Pages for programs: health and metrics.</summary>
internal static class ApiSetup
{
    public const string HealthRoute = "/health";
    public const string MetricsRoute = "/metrics";

    /// <summary>What machines ask every few seconds.</summary>
    public static IReadOnlySet<string> Probes { get; } = new HashSet<string> { HealthRoute, MetricsRoute };

    public static IServiceCollection AddApi(this IServiceCollection services) =>
        services.AddSingleton<Metrics>().AddSingleton<Health>().AddSingleton<QueueGauges>();

    public static WebApplication MapApi(this WebApplication app)
    {
        // Made now, so that it counts from the first request on.
        app.Services.GetRequiredService<Metrics>();
        app.MapGet(HealthRoute, HealthEndpoint.ReadyAsync);
        app.MapGet(HealthRoute + "/live", HealthEndpoint.Live);
        app.MapGet(MetricsRoute, MetricsEndpoint.ReadAsync);
        return app;
    }
}
