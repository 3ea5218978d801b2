using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using ArenaWeb.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Entries;

/// <summary>The classes of a contest whose doors somebody may open.</summary>
[Authorize(Policies.Staff)]
internal sealed class ClassesPageModel(ClassDesk desk, SchoolClasses classes, ClassDoor door, Audit audit, TimeProvider time) : PageModel
{
    public ClassList List { get; private set; } = null!;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Too many wrong codes were typed today.</summary>
    public bool AreCodesPaused { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        AreCodesPaused = await door.AreCodesPausedAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostTurnAsync(long id, bool on, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || !List.MayTurn)
        {
            return NotFound();
        }

        await classes.TurnAsync(List.Exam.Contest.Id, on, ct);
        return await DoneAsync("class.turned", on ? "1" : "0");
    }

    public async Task<IActionResult> OnPostLiftAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        await door.LiftCodesAsync(ct);
        return await DoneAsync("class.codesLifted", "");
    }

    private async Task<RedirectResult> DoneAsync(string act, string detail)
    {
        await audit.WriteAsync(Visitor.Staff(User).Login, act, List.Exam.Contest.Id, detail);
        return Redirect(StaffPaths.Classes(List.Exam.Contest.Id));
    }

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(new(id), HttpContext.Asker(), ct) is not { } list)
        {
            return false;
        }

        List = list;
        return true;
    }
}
