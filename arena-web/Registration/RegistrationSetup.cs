using ArenaWeb.Staff;

namespace ArenaWeb.Registration;

/// <summary>Wires the lists of pupils.</summary>
internal static class RegistrationSetup
{
    public static IServiceCollection AddRegistration(this IServiceCollection services) => services.AddSingleton<Headcount>();
}
