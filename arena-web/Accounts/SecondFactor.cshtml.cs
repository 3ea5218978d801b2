using ArenaWeb.Layout;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Accounts;

/// <summary>Setting up a second factor, and taking it off again.</summary>
[Authorize(Policies.Staff)]
internal sealed class SecondFactorModel(SecondFactors factors, Devices devices, Site site, Audit audit, Phrases words) : PageModel
{
    public const string Path = "/tai-khoan/hai-lop";

    [BindProperty]
    public string? Code { get; set; }

    public bool IsOn { get; private set; }

    /// <summary>Null: it is on.</summary>
    public Enrolment? Enrolment { get; private set; }

    /// <summary>Told once, right after it was turned on.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>The code was not right.</summary>
    public bool IsWrong { get; private set; }

    private string Login => Visitor.Staff(User).Login;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        RecoveryCodes = await factors.ConfirmAsync(Login, devices.Of(HttpContext), Code, ct);
        if (RecoveryCodes.Count > 0)
        {
            await audit.WriteAsync(Login, "account.factor", null, Login);
            IsOn = true;
            return Page();
        }
        return await WrongAsync(ct);
    }

    /// <summary>A code proves that it is the person, who left the PC open, and nobody else.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if ((await factors.CheckAsync(Login, devices.Of(HttpContext), Code, ct)).Person is null)
        {
            return await WrongAsync(ct);
        }
        await factors.RemoveAsync(Login, ct);
        await audit.WriteAsync(Login, "account.factorRemoved", null, Login);
        TempData["toast"] = words["accounts.factor.removed"];
        return LocalRedirect(OwnAccountModel.Path);
    }

    private async Task<PageResult> WrongAsync(CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        IsWrong = true;
        ModelState.Clear();
        Code = null;
        return await ShowAsync(ct);
    }

    private async Task<PageResult> ShowAsync(CancellationToken ct)
    {
        IsOn = await factors.IsOnAsync(Login, ct);
        Enrolment = IsOn ? null : await factors.BeginAsync(Login, site.Name, ct);
        return Page();
    }
}
