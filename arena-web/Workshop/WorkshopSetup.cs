namespace ArenaWeb.Workshop;

/// <summary>Wires the workshop of levels.</summary>
internal static class WorkshopSetup
{
    public static IServiceCollection AddWorkshop(this IServiceCollection services) =>
        services.AddSingleton<LevelWorks>().AddSingleton<WorkshopPackages>().AddSingleton<WorkRun>();

    public static WebApplication MapWorkshop(this WebApplication app)
    {
        WorkRun.Map(app);
        return app;
    }
}
