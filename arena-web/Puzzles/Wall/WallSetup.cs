namespace ArenaWeb.Puzzles.Wall;

/// <summary>Wires what teachers and invigilators see of an hour.</summary>
internal static class WallSetup
{
    public static IServiceCollection AddWalls(this IServiceCollection services) => services.AddSingleton<WallDesk>();

    public static WebApplication MapWalls(this WebApplication app)
    {
        WallEndpoint.Map(app);
        return app;
    }
}
