using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace ArenaWeb.Accounts;

/// <summary>Wires who may come in: cookie, policies, people and staff.</summary>
internal static class AccountsSetup
{
    /// <summary>After <c>AddJudge</c>, which prepares the database first.</summary>
    /// <param name="dataFolder">Gets a folder <c>keys</c> with the PINs' key and the cookies' keys.</param>
    /// <param name="demandsSecondFactor">Organisers and heads must set up a second factor before they do anything else.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, string dataFolder, bool demandsSecondFactor = false)
    {
        var keys = OwnersFolder(Path.Combine(dataFolder, "keys"));
        services.AddDataProtection().SetApplicationName("arena").PersistKeysToFileSystem(keys);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(SessionCookie.Use);
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policies.Pupil, policy => policy.RequireRole(Roles.Pupil))
            .AddPolicy(Policies.Staff, policy => policy.RequireRole(Roles.Juror, Roles.Organiser))
            .AddPolicy(Policies.Organiser, policy => policy.RequireRole(Roles.Organiser));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "arena-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The security headers say frame-ancestors 'none', which is stricter.
            options.SuppressXFrameOptionsHeader = true;
        });
        return services
            .AddSingleton(_ => new Pins(keys.FullName))
            .AddSingleton<Departures>()
            .AddSingleton<Throttle>()
            .AddSingleton<Devices>()
            .AddSingleton<DeviceCodes>()
            .AddSingleton<Sessions>()
            .AddSingleton<Arrivals>()
            .AddSingleton(new SecondFactorDemand(demandsSecondFactor))
            .AddSingleton<SecondFactors>()
            .AddSingleton<People>()
            .AddSingleton<Grants>()
            .AddSingleton<StaffAccounts>()
            .AddSingleton<Audit>()
            .AddHostedService<ArenaTables>();
    }

    /// <summary>Whoever reads the keys can sign in as anybody, and a data folder that was made by hand may be open to others.</summary>
    private static DirectoryInfo OwnersFolder(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        return folder;
    }
}
