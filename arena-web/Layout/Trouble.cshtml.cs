using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Layout;

/// <summary>
/// The page for whatever could not be answered: what happened, what is safe, what to do. Reached only inside the server, under any method
/// and without a token, after the real answer turned out empty.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class TroubleModel : PageModel
{
    /// <summary>Which sentences to show: 403, 404, 413, 429, 500, expired, or other.</summary>
    public string Kind { get; private set; } = "404";

    public int Code { get; private set; }

    /// <summary>The address that failed, to try again.</summary>
    public string Again { get; private set; } = "/";

    public void OnGet() => Show(CodeInAddress());

    public void OnPost() => Show(CodeInAddress());

    /// <summary>Not bound as a parameter: binding gives up when the failed request's form could not be read.</summary>
    private int CodeInAddress() => Convert.ToInt32(RouteData.Values["code"], CultureInfo.InvariantCulture);

    private void Show(int code)
    {
        var failed = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var thrown = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        Again = failed?.OriginalPath ?? thrown?.Path ?? "/";
        // Somebody who opens this address by hand gets what any unknown address gets.
        var asked = failed is null && thrown is null ? StatusCodes.Status404NotFound : code;
        Kind = asked switch
        {
            ExpiredFormFilter.ExpiredForm => "expired",
            403 or 404 or 413 or 429 or 500 => $"{asked}",
            > 500 => "500",
            _ => "other",
        };
        Code = asked == ExpiredFormFilter.ExpiredForm ? StatusCodes.Status400BadRequest : asked;
        Response.StatusCode = Code;
    }
}
