using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ArenaWeb.Accounts;

/// <summary>
/// Tells browsers apart at the door by a cookie with a random number, signed by us and bound to no person. It outlives sessions, so that a
/// wrong PIN on one PC pauses nobody at another.
/// </summary>
internal sealed class Devices(IDataProtectionProvider protection)
{
    public const string Cookie = "arena-device";
    private static readonly TimeSpan Lasting = TimeSpan.FromDays(400);
    private readonly IDataProtector _protector = protection.CreateProtector("device");

    /// <summary>The device's number; empty: the browser sent no cookie of ours.</summary>
    public string Of(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[Cookie] is { Length: > 0 and < 400 } text ? _protector.Unprotect(text) : "";
        }
        catch (CryptographicException)
        {
            return "";
        }
    }

    /// <summary>Gives a browser without a number one, for the form that it is about to send.</summary>
    public void Mark(HttpContext http)
    {
        if (Of(http).Length > 0)
        {
            return;
        }
        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = Lasting,
            IsEssential = true,
        };
        http.Response.Cookies.Append(Cookie, _protector.Protect(RandomNumberGenerator.GetHexString(32, lowercase: true)), options);
    }
}
