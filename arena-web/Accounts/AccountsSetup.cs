using System.Reflection;
using Judge.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace ArenaWeb.Accounts;

/// <summary>Wires who may come in: cookie, policies, people and staff.</summary>
internal static class AccountsSetup
{
    private static readonly TimeSpan Session = TimeSpan.FromHours(12);
    private static readonly PathString[] StaffPaths = ["/btc", "/giam-khao", "/kieu-dang"];

    /// <param name="dataFolder">Gets a folder <c>keys</c> with the PINs' key and the cookies' keys.</param>
    public static IServiceCollection AddAccounts(this IServiceCollection services, string dataFolder)
    {
        var keys = new DirectoryInfo(Path.Combine(dataFolder, "keys"));
        services.AddDataProtection().SetApplicationName("arena").PersistKeysToFileSystem(keys);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(UseArenaCookie);
        services.AddAuthorizationBuilder()
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
            .AddSingleton<Throttle>()
            .AddSingleton<People>()
            .AddSingleton<Staff>()
            .AddSingleton<Audit>();
    }

    /// <summary>Brings the arena's tables up to date; before the first request.</summary>
    public static Task MigrateArenaAsync(this WebApplication app, CancellationToken ct)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (Name: Path.GetFileName(name), Sql: Read(assembly, name)))
            .OrderBy(script => script.Name, StringComparer.Ordinal)
            .ToList();
        return app.Services.GetRequiredService<Database>().MigrateAsync("arena", scripts, ct);
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

    private static bool WantsAPage(HttpRequest request) => !request.Path.StartsWithSegments("/su-kien");

    private static string DoorFor(HttpRequest request)
    {
        var door = StaffPaths.Any(path => request.Path.StartsWithSegments(path)) ? StaffSignInModel.Path : SignInModel.Path;
        // A form that comes too late leads back to the page that has it.
        return door + QueryString.Create(SignInModel.ReturnKey, request.PathBase + request.Path + (HttpMethods.IsGet(request.Method) ? request.QueryString : default));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
