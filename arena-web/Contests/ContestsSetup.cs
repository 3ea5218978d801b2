namespace ArenaWeb.Contests;

/// <summary>Wires the organiser's making of contests.</summary>
internal static class ContestsSetup
{
    public static IServiceCollection AddContestPages(this IServiceCollection services) => services.AddScoped<PackageEntries>();
}
