using System.Text.Encodings.Web;
using System.Text.Unicode;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace ArenaWeb.Layout;

/// <summary>Wires the pages' frame: Razor Pages in capability folders, words, theme, security headers, error pages, static files.</summary>
internal static class LayoutSetup
{
    /// <summary>
    /// Carries a sentence to the page after a redirect. Pages look at it only where it came along, so that others set no cookie.
    /// </summary>
    public const string TempDataCookie = "after";

    public static WebApplicationBuilder AddLayout(this WebApplicationBuilder builder, string siteName)
    {
        // An unpublished build answers compressed requests for static files with nothing without this.
        builder.WebHost.UseStaticWebAssets();
        if (!builder.Environment.IsDevelopment())
        {
            // And without this it packs each file anew, unsqueezed, in case it has changed since: three times as many bytes.
            builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        }

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddWords();
        services.AddRazorPages(options => options.RootDirectory = "/").AddMvcOptions(options => options.Filters.Add<ExpiredFormFilter>());
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Layout/{0}.cshtml"));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = TempDataCookie);
        // Vietnamese letters stay letters in the HTML.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<FontFiles>();
        services.AddSingleton(new Site(siteName));
        return builder;
    }

    /// <summary>What comes before routing: headers on every answer, error pages, the language and theme switches.</summary>
    public static WebApplication UseLayout(this WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.UseExceptionHandler("/loi/500");
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.Use(Appearance.Switch);
        return app;
    }

    /// <summary>Pages and static files.</summary>
    public static WebApplication MapLayout(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }
}
