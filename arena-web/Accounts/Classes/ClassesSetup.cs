namespace ArenaWeb.Accounts.Classes;

/// <summary>Wires the doors of classes.</summary>
internal static class ClassesSetup
{
    /// <summary>After <see cref="AccountsSetup.AddAccounts"/>.</summary>
    public static IServiceCollection AddClasses(this IServiceCollection services) =>
        services
            .AddSingleton<SchoolClasses>()
            .AddSingleton<ClassSecrets>()
            .AddSingleton<ClassDoor>()
            .AddSingleton<ClassCookie>()
            .AddSingleton<SeatPairs>();
}
