using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ArenaWeb.Words;

/// <summary>
/// How one browser wants the site: its language, and light, dark or (null) as the system says. Kept in two plain
/// cookies; <c>?lang=en</c> and <c>?theme=dark</c> on any page set them, so the switches are links that work without scripts.
/// </summary>
internal sealed record Appearance(SiteLanguage Language, string? Theme)
{
    public const string LanguageKey = "lang";
    public const string ThemeKey = "theme";

    /// <summary>What scripts add to ask for a part of a page.</summary>
    private const string PartKey = "phan";

    private const string FollowSystem = "auto";
    private static readonly string[] Themes = ["light", "dark"];
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>What the cookies of this request say; Vietnamese and the system's theme for what they do not.</summary>
    public static Appearance Of(HttpContext? context) =>
        new(
            SiteLanguage.Find(context?.Request.Cookies[LanguageKey]) ?? SiteLanguage.Vietnamese,
            Themes.FirstOrDefault(theme => theme == context?.Request.Cookies[ThemeKey])
        );

    /// <summary>Takes a switch out of the address: sets its cookie and sends the browser to the same page without it.</summary>
    public static Task Switch(HttpContext context, RequestDelegate next)
    {
        var query = context.Request.Query;
        var language = SiteLanguage.Find(query[LanguageKey]);
        var theme = query[ThemeKey].ToString();
        var knownTheme = theme == FollowSystem || Themes.Contains(theme);
        if (!HttpMethods.IsGet(context.Request.Method) || (language is null && !knownTheme))
        {
            return next(context);
        }
        if (language is not null)
        {
            Keep(context, LanguageKey, language.Code);
        }
        if (knownTheme)
        {
            Keep(context, ThemeKey, theme);
        }
        context.Response.Redirect(AddressWithout(context.Request, LanguageKey, ThemeKey));
        return Task.CompletedTask;
    }

    /// <summary>The address of this page with one switch set, for links; of the whole page, where a part of it was asked for.</summary>
    public static string Link(HttpRequest request, string key, string value)
    {
        var address = AddressWithout(request, key, PartKey);
        return $"{address}{(address.Contains('?') ? '&' : '?')}{key}={value}";
    }

    private static string AddressWithout(HttpRequest request, params string[] keys)
    {
        var (asked, query) = Asked(request);
        var rest = query.Where(pair => !keys.Contains(pair.Key));
        // A path of "//host" would be read as another host by the browser.
        var path = "/" + (request.PathBase + asked).ToUriComponent().TrimStart('/', '\\');
        return path + QueryString.Create(rest).ToUriComponent();
    }

    /// <summary>What the visitor asked for, on an error page too, which stands at an address of its own inside the server.</summary>
    private static (PathString Path, IEnumerable<KeyValuePair<string, StringValues>> Query) Asked(HttpRequest request)
    {
        var features = request.HttpContext.Features;
        if (features.Get<IStatusCodeReExecuteFeature>() is { } failed)
        {
            return (failed.OriginalPath, QueryHelpers.ParseQuery(failed.OriginalQueryString));
        }
        return (features.Get<IExceptionHandlerPathFeature>()?.Path ?? request.Path, request.Query);
    }

    private static void Keep(HttpContext context, string key, string value) =>
        context.Response.Cookies.Append(
            key,
            value,
            new CookieOptions
            {
                MaxAge = Kept,
                HttpOnly = false,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );
}
