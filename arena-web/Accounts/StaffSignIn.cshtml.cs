using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Accounts;

/// <summary>The door of jurors and organisers: name and password.</summary>
[AllowAnonymous]
internal sealed class StaffSignInModel(
    StaffAccounts staff,
    SecondFactors factors,
    Sessions sessions,
    Devices devices,
    IDataProtectionProvider protection,
    TimeProvider time,
    Phrases words
) : PageModel
{
    public const string Path = "/dang-nhap/can-bo";

    [BindProperty]
    public string? Login { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(Name = SignInModel.ReturnKey, SupportsGet = true)]
    public string? Return { get; set; }

    /// <summary>What went wrong, and what to do about it.</summary>
    public string? Trouble { get; private set; }

    public string? Advice { get; private set; }

    public IActionResult OnGet()
    {
        devices.Mark(HttpContext);
        return Visitor.Of(User) is StaffVisitor visitor ? LocalRedirect(Home(visitor.Role)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await staff.SignInAsync(Login, Password, devices.Of(HttpContext), ct);
        if (answer.Person is { } member)
        {
            if (await factors.IsOnAsync(member.Login, ct))
            {
                SecondStepModel.Prepare(HttpContext, protection, time, member);
                return LocalRedirect(SecondStepModel.Path + QueryString.Create(SignInModel.ReturnKey, Return ?? ""));
            }
            await sessions.BeginAsync(HttpContext, Visitor.Principal(member), isOnly: false);
            return LocalRedirect(Url.IsLocalUrl(Return) ? Return : Home(member.Role));
        }
        (Response.StatusCode, var reason) = answer.Pause is null
            ? (StatusCodes.Status422UnprocessableEntity, "accounts.wrong.password")
            : (StatusCodes.Status429TooManyRequests, "accounts.staffPaused");
        Trouble = words[$"{reason}.title"];
        Advice = words[$"{reason}.text", answer.Pause is { } pause ? WaitingText.InWords(words, pause) : ""];
        return Page();
    }

    public static string Home(string role) => role == Roles.Organiser ? "/btc" : "/giam-khao";
}
