using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ArenaWeb.Accounts.Classes;

/// <summary>
/// Says at which class's door a browser stands. It holds the code, signed by us, so that nobody tries codes by it past the throttle; a new
/// code or a closed door ends it.
/// </summary>
internal sealed class ClassCookie(IDataProtectionProvider protection, SchoolClasses classes, TimeProvider time)
{
    private const string Cookie = "arena-class";
    private readonly IDataProtector _protector = protection.CreateProtector("class");

    /// <summary>Null: it stands at none, or the door has been closed.</summary>
    public async Task<SchoolClass?> OfAsync(HttpContext http, CancellationToken ct)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 and < 400 } text
                ? await classes.FindOpenAsync(_protector.Unprotect(text), ct)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Until the browser is closed, or as long as the door is open where the class's PCs keep it.</summary>
    public void Keep(HttpContext http, SchoolClass one) =>
        http.Response.Cookies.Append(
            Cookie,
            _protector.Protect(one.Code),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                MaxAge = one.KeepsCode ? one.OpenUntil - time.GetUtcNow() : null, // clocks of old PCs are wrong
                IsEssential = true,
            }
        );

    public void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie);
}
