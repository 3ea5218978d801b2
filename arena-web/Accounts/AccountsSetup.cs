using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace ArenaWeb.Accounts;

/// <summary>Wires who may come in: cookie, policies, people and staff.</summary>
internal static class AccountsSetup
{
    private static readonly TimeSpan Session = TimeSpan.FromHours(12);
    private static readonly PathString[] StaffPaths = ["/btc", "/giam-khao", "/kieu-dang"];

    /// <summary>After <c>AddJudge</c>, which prepares the database first.</summary>
    /// <param name="dataFolder">Gets a folder <c>keys</c> with the PINs' key and the cookies' keys.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, string dataFolder)
    {
        var keys = OwnersFolder(Path.Combine(dataFolder, "keys"));
        services.AddDataProtection().SetApplicationName("arena").PersistKeysToFileSystem(keys);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(UseArenaCookie);
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
            .AddSingleton<People>()
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

    private static void UseArenaCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "arena";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Session;
        options.SlidingExpiration = true;
        options.ReturnUrlParameter = SignInModel.ReturnKey;
        options.Events.OnSigningIn = TellDeparture;
        options.Events.OnSigningOut = TellDeparture;
        options.Events.OnRedirectToLogin = context =>
        {
            if (WantsAPage(context.Request))
            {
                context.Response.Redirect(DoorFor(context.Request));
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static Task TellDeparture(BaseContext<CookieAuthenticationOptions> context)
    {
        context.HttpContext.RequestServices.GetRequiredService<Departures>().Tell(context.HttpContext);
        return Task.CompletedTask;
    }

    private static bool WantsAPage(HttpRequest request) => !request.Path.StartsWithSegments("/su-kien");

    private static string DoorFor(HttpRequest request)
    {
        var door = StaffPaths.Any(path => request.Path.StartsWithSegments(path)) ? StaffSignInModel.Path : SignInModel.Path;
        // A form that comes too late leads back to the page that has it.
        return door
            + QueryString.Create(
                SignInModel.ReturnKey,
                request.PathBase + request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString : default)
            );
    }
}
