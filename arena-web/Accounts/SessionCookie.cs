using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ArenaWeb.Accounts;

/// <summary>The cookie of a session: what it is called, where it leads who has none, and whether it still counts.</summary>
internal static class SessionCookie
{
    private static readonly PathString[] StaffPaths = ["/btc", "/giam-khao", "/kieu-dang", OwnAccountModel.Path];

    public static void Use(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "arena";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Sessions.Length;
        options.SlidingExpiration = true;
        options.ReturnUrlParameter = SignInModel.ReturnKey;
        options.Events.OnValidatePrincipal = ValidateAsync;
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

    /// <summary>A session that was ended counts no more; a grown-up's gate is what the grants say now.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var (services, ct) = (context.HttpContext.RequestServices, context.HttpContext.RequestAborted);
        var id = Sessions.IdOf(context.Principal!);
        if (id.Length == 0 || !await services.GetRequiredService<Sessions>().IsOpenAsync(id, ct))
        {
            context.RejectPrincipal();
            return;
        }
        if (Visitor.Of(context.Principal!) is StaffVisitor staff)
        {
            var gate = Grants.Gate(await services.GetRequiredService<Grants>().OfAsync(staff.Login, ct));
            if (gate != staff.Role)
            {
                context.ReplacePrincipal(Sessions.With(Visitor.Principal(staff with { Role = gate }), id));
            }
        }
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
