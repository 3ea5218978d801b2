namespace ArenaWeb.Rosters;

/// <summary>Wires the schools' lists of pupils.</summary>
internal static class RostersSetup
{
    public static IServiceCollection AddRosters(this IServiceCollection services) =>
        services.AddSingleton<Pupils>().AddSingleton<ColumnMemory>();
}
