using ArenaWeb.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Accounts;

/// <summary>A grown-up's own account: password, and the browsers that are signed in.</summary>
[Authorize(Policies.Staff)]
internal sealed class OwnAccountModel(
    StaffAccounts staff,
    SecondFactors factors,
    Sessions sessions,
    Devices devices,
    Audit audit,
    Phrases words
) : PageModel
{
    public const string Path = "/tai-khoan";

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Fresh { get; set; }

    public StaffVisitor Visitor { get; private set; } = null!;

    public string Home => StaffSignInModel.Home(Visitor.Role);

    public bool HasSecondFactor { get; private set; }

    public IReadOnlyList<Session> Open { get; private set; } = [];

    /// <summary>What went wrong, and what to do about it.</summary>
    public string? Trouble { get; private set; }

    public string? Advice { get; private set; }

    public bool IsThis(Session session) => session.Id == Sessions.IdOf(User);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    /// <summary>A changed password ends all other sessions.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        var visitor = Accounts.Visitor.Staff(User);
        if (!Password.IsLongEnough(Fresh))
        {
            return await RefuseAsync("accounts.password.short", StatusCodes.Status422UnprocessableEntity, ct);
        }
        var answer = await staff.SignInAsync(visitor.Login, Current, devices.Of(HttpContext), ct);
        if (answer.Person is null)
        {
            return answer.Pause is null
                ? await RefuseAsync("accounts.wrong.current", StatusCodes.Status422UnprocessableEntity, ct)
                : await RefuseAsync("accounts.staffPaused", StatusCodes.Status429TooManyRequests, ct, answer.Pause);
        }
        await staff.SetPasswordAsync(visitor.Login, Fresh!, ct);
        await sessions.EndAllAsync(visitor, Sessions.IdOf(User), ct);
        await audit.WriteAsync(visitor.Login, "account.password", null, visitor.Login);
        return Done("accounts.password.changed");
    }

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken ct)
    {
        var visitor = Accounts.Visitor.Staff(User);
        if ((await sessions.ListAsync(visitor.Account, ct)).All(one => one.Id != session))
        {
            return NotFound();
        }
        await sessions.EndAsync(session!, ct);
        return Done("accounts.sessions.ended");
    }

    /// <summary>This browser too: whoever is not sure of it wants to be out.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken ct)
    {
        var visitor = Accounts.Visitor.Staff(User);
        await sessions.EndAllAsync(visitor, "", ct);
        await audit.WriteAsync(visitor.Login, "account.everywhere", null, visitor.Login);
        await HttpContext.SignOutAsync();
        return LocalRedirect(StaffSignInModel.Path);
    }

    private LocalRedirectResult Done(string key)
    {
        TempData["toast"] = words[key];
        return LocalRedirect(Path);
    }

    private async Task<IActionResult> RefuseAsync(string reason, int status, CancellationToken ct, TimeSpan? pause = null)
    {
        Response.StatusCode = status;
        Trouble = words[$"{reason}.title"];
        Advice = words[$"{reason}.text", pause is { } wait ? WaitingText.InWords(words, wait) : Password.Shortest];
        ModelState.Clear();
        return await ShowAsync(ct);
    }

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        Visitor = Accounts.Visitor.Staff(User);
        HasSecondFactor = await factors.IsOnAsync(Visitor.Login, ct);
        Open = await sessions.ListAsync(Visitor.Account, ct);
        return Page();
    }
}
