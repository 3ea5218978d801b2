using System.Security.Cryptography;

namespace ArenaWeb.Layout;

/// <summary>
/// The headers every answer carries. Scripts and styles come from our own files only; the one exception is the style
/// element of the code editor, which bears <see cref="Nonce"/>; a browser's own viewer of PDF files brings styles along, so those are
/// under no such rule, and our own pages may frame them. What a signed-in person sees is never stored by a browser or a
/// proxy: on a shared PC the Back button must show nothing.
/// </summary>
internal static class SecurityHeaders
{
    private static readonly object NonceKey = new();

    /// <summary>The value that lets a style element through on this answer; 128 random bits, fresh for each request.</summary>
    public static string Nonce(HttpContext context)
    {
        if (context.Items[NonceKey] is not string nonce)
        {
            nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
            context.Items[NonceKey] = nonce;
        }
        return nonce;
    }

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            context.Response.ContentType == "application/pdf"
                ? "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
                : $"default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'nonce-{Nonce(context)}'; img-src 'self' "
                    + "data:; font-src 'self'; "
                    + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        if (IsHashed(context))
        {
            headers.CacheControl = "public, max-age=31536000, immutable";
        }
        else if (context.User.Identity?.IsAuthenticated == true && !context.Request.Path.StartsWithSegments("/assets"))
        {
            headers.CacheControl = headers.CacheControl.ToString().StartsWith("no-store", StringComparison.Ordinal)
                ? headers.CacheControl
                : "no-store";
        }
    }

    /// <summary>Chunks and fonts have their content's hash in their name, so a browser may keep them for good.</summary>
    private static bool IsHashed(HttpContext context) =>
        context.Response.StatusCode is 200 or 304
        && (context.Request.Path.StartsWithSegments("/assets/chunks") || context.Request.Path.StartsWithSegments("/assets/fonts"));
}
