namespace ArenaWeb.Contests;

/// <summary>Wires making and changing contests.</summary>
internal static class ContestsSetup
{
    public static IServiceCollection AddContests(this IServiceCollection services) => services.AddSingleton<LibraryDesk>();
}
