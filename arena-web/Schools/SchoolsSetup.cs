using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;

namespace ArenaWeb.Schools;

/// <summary>Wires the organisation of schools.</summary>
internal static class SchoolsSetup
{
    public static IServiceCollection AddSchools(this IServiceCollection services) =>
        services.AddSingleton<OrgUnits>().AddSingleton<EditionStore>().AddSingleton<OrgDesk>().AddHostedService<FirstUnits>();
}
