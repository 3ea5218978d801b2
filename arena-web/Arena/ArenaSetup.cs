using ArenaWeb.Live;
using ArenaWeb.Problems;

namespace ArenaWeb.Arena;

/// <summary>Wires what a pupil uses during a contest.</summary>
internal static class ArenaSetup
{
    public static IServiceCollection AddArena(this IServiceCollection services) =>
        services
            .AddSingleton<PupilContests>()
            .AddSingleton<OwnSubmissions>()
            .AddSingleton<Statements>()
            .AddSingleton<LiveFeed>()
            .AddHostedService(provider => provider.GetRequiredService<LiveFeed>())
            .AddSingleton<LiveStream>();

    public static WebApplication MapArena(this WebApplication app)
    {
        app.MapGet(
                "/su-kien/{code}",
                (string code, HttpContext http, LiveStream stream, IHostApplicationLifetime life) => stream.RunAsync(http, code, life)
            )
            .AllowAnonymous();
        return app;
    }
}
