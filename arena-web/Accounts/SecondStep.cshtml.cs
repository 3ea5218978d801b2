using System.Globalization;
using System.Security.Cryptography;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Accounts;

/// <summary>
/// The second step of the staff's door: a code from the phone. That the password was right, a cookie of five minutes says, which only we
/// can write.
/// </summary>
[AllowAnonymous]
internal sealed class SecondStepModel(
    StaffAccounts staff,
    SecondFactors factors,
    Sessions sessions,
    Devices devices,
    IDataProtectionProvider protection,
    Phrases words
) : PageModel
{
    public const string Path = "/dang-nhap/can-bo/ma";
    private const string Cookie = "arena-step";
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(Name = SignInModel.ReturnKey, SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>What went wrong, and what to do about it.</summary>
    public string? Trouble { get; private set; }

    public string? Advice { get; private set; }

    /// <summary>The password was right: the next page asks for the code.</summary>
    public static void Prepare(HttpContext http, IDataProtectionProvider protection, TimeProvider time, StaffMember member)
    {
        var until = (time.GetUtcNow() + Lasting).ToUnixTimeMilliseconds();
        var options = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = Path,
            IsEssential = true,
        };
        http.Response.Cookies.Append(Cookie, ProtectorOf(protection).Protect(FormattableString.Invariant($"{until}|{member.Id}")), options);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await MemberAsync(ct) is null ? LocalRedirect(StaffSignInModel.Path) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await MemberAsync(ct) is not { } member)
        {
            return LocalRedirect(StaffSignInModel.Path);
        }
        var answer = await factors.CheckAsync(member.Login, devices.Of(HttpContext), Code, ct);
        if (answer.Person is not null)
        {
            Response.Cookies.Delete(Cookie, new CookieOptions { Path = Path });
            await sessions.BeginAsync(HttpContext, Visitor.Principal(member), isOnly: false);
            return LocalRedirect(Url.IsLocalUrl(Return) ? Return : StaffSignInModel.Home(member.Role));
        }
        (Response.StatusCode, var reason) = answer.Pause is null
            ? (StatusCodes.Status422UnprocessableEntity, "accounts.step.wrong")
            : (StatusCodes.Status429TooManyRequests, "accounts.staffPaused");
        Trouble = words[$"{reason}.title"];
        Advice = words[$"{reason}.text", answer.Pause is { } pause ? WaitingText.InWords(words, pause) : ""];
        ModelState.Clear();
        Code = null;
        return Page();
    }

    /// <summary>Whose password was right on this browser within the last minutes; null: nobody's.</summary>
    private async Task<StaffMember?> MemberAsync(CancellationToken ct)
    {
        try
        {
            var parts = ProtectorOf(protection).Unprotect(Request.Cookies[Cookie] ?? "").Split('|');
            var until = long.Parse(parts[0], CultureInfo.InvariantCulture);
            return
                until > Now && await staff.FindAsync(long.Parse(parts[1], CultureInfo.InvariantCulture), ct) is { DisabledAt: null } member
                ? member
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private long Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToUnixTimeMilliseconds();

    private static IDataProtector ProtectorOf(IDataProtectionProvider protection) => protection.CreateProtector("second-step");
}
