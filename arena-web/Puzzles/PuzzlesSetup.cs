using ArenaWeb.Puzzles.Rules;

namespace ArenaWeb.Puzzles;

/// <summary>Wires an hour of puzzles: levels, runs, and what teachers see of them.</summary>
internal static class PuzzlesSetup
{
    public static IServiceCollection AddPuzzles(this IServiceCollection services) =>
        services
            .AddSingleton<LevelDoor>()
            .AddSingleton<RunRate>()
            .AddSingleton<RunEndpoint>()
            .AddSingleton<SaveEndpoint>()
            .AddSingleton<Hints>()
            .AddSingleton<RunBook>()
            .AddSingleton<ClassTotals>()
            .AddSingleton<Gallery>()
            .AddSingleton<Trial>()
            .AddSingleton<Sightings>()
            .AddHostedService(provider => provider.GetRequiredService<Sightings>());

    public static WebApplication MapPuzzles(this WebApplication app)
    {
        RunEndpoint.Map(app);
        SaveEndpoint.Map(app);
        PageEndpoints.Map(app);
        return app;
    }
}
