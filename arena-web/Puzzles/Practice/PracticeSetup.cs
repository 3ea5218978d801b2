namespace ArenaWeb.Puzzles.Practice;

/// <summary>Wires levels for everybody.</summary>
internal static class PracticeSetup
{
    public static IServiceCollection AddPractice(this IServiceCollection services) => services.AddSingleton<PracticeLevels>();

    public static WebApplication MapPractice(this WebApplication app)
    {
        PracticeEndpoint.Map(app);
        return app;
    }
}
