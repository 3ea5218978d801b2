namespace ArenaWeb.Admin;

/// <summary>Wires the organiser's pages.</summary>
internal static class AdminSetup
{
    public static IServiceCollection AddAdmin(this IServiceCollection services) => services.AddSingleton<LibraryDesk>();
}
