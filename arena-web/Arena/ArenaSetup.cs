using ArenaWeb.Live;
using ArenaWeb.Problems;

namespace ArenaWeb.Arena;

/// <summary>Wires what a pupil uses during a contest.</summary>
internal static class ArenaSetup
{
    public static IServiceCollection AddArena(this IServiceCollection services) =>
        services
            .AddSingleton<PupilContests>()
            .AddSingleton<RepeatContests>()
            .AddSingleton<OwnSubmissions>()
            .AddSingleton<Statements>()
            .AddSingleton<DraftEndpoint>()
            .AddSingleton<LiveFeed>()
            .AddHostedService(provider => provider.GetRequiredService<LiveFeed>())
            .AddSingleton<StreamLimits>()
            .AddSingleton<LiveStream>();

    public static WebApplication MapArena(this WebApplication app)
    {
        app.MapGet(
                LiveStream.Path,
                static (HttpContext http, LiveStream stream, IHostApplicationLifetime life) => stream.RunAsync(http, life)
            )
            .AllowAnonymous();
        DraftEndpoint.Map(app);
        return app;
    }
}
