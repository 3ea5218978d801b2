using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Accounts;

/// <summary>"Kết thúc phiên": ends the session and asks the browser to forget pages and drafts, for the next pupil at this PC.</summary>
[AllowAnonymous]
internal sealed class SignOutModel(Sessions sessions) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        var door = Visitor.Of(User) is PupilVisitor { Door: { Length: > 0 } path } ? path : null;
        await sessions.EndAsync(Sessions.IdOf(User), CancellationToken.None);
        await HttpContext.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return door is null ? RedirectToPage() : LocalRedirect(door);
    }
}
