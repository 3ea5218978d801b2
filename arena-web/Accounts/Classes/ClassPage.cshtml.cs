using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Accounts.Classes;

/// <summary>The door of a class: its code, then the own name, then two pictures or two words.</summary>
[AllowAnonymous]
internal sealed class ClassPageModel(
    ClassDoor door,
    ClassSecrets secrets,
    ClassCookie cookie,
    IContests contests,
    Arrivals arrivals,
    Devices devices,
    Phrases words
) : ClassDoorPage(door, secrets, devices, words)
{
    private readonly ClassDoor _door = door;
    private readonly Devices _devices = devices;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whoever sat here before has ended the session.</summary>
    public bool HasEnded { get; private set; }

    /// <param name="ma">Code to fill in, from the QR code on a card.</param>
    /// <param name="xong">A session has ended here just now.</param>
    public async Task<IActionResult> OnGetAsync(string? ma, bool xong, CancellationToken ct)
    {
        if (Visitor.Of(User) is PupilVisitor pupil && await contests.FindAsync(pupil.Contest, ct) is { IsPublished: true } contest)
        {
            return LocalRedirect(HomeOf(contest));
        }
        (Code, HasEnded) = (ma, xong);
        _devices.Mark(HttpContext);
        if (await cookie.OfAsync(HttpContext, ct) is { } one)
        {
            await LookAsync(one, null, ct);
        }
        return Page();
    }

    /// <summary>Takes the code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await _door.KnockAsync(Code, _devices.Of(HttpContext), ct);
        if (answer.Person is { } one)
        {
            cookie.Keep(HttpContext, one);
            return LocalRedirect(ClassDoor.Path);
        }
        if (answer.Pause is { } pause)
        {
            Wait("class.codesPaused", pause);
        }
        else
        {
            Refuse("code");
        }
        return Clean();
    }

    /// <summary>Another class: this browser stands at no door any more.</summary>
    public IActionResult OnPostLeave()
    {
        cookie.Forget(HttpContext);
        return LocalRedirect(ClassDoor.Path);
    }

    /// <summary>Signs in whoever shows the right secret.</summary>
    public async Task<IActionResult> OnPostEnterAsync(CancellationToken ct)
    {
        if (
            await cookie.OfAsync(HttpContext, ct) is not { } one
            || await contests.FindAsync(one.Contest, ct) is not { IsPublished: true } contest
        )
        {
            Refuse("closed");
            return Clean();
        }
        await LookAsync(one, null, ct);
        if (await TryAsync(ct) is not { } answer)
        {
            return Clean();
        }
        var arrival = await arrivals.SeatAsync(HttpContext, contest, answer, $"{ClassDoor.Path}?xong=true", ct);
        if (arrival != Arrival.Seated)
        {
            AsksSupervisor = true;
            Refuse(arrival == Arrival.SitsElsewhere ? "device" : "code.used");
            return Clean();
        }
        if (!one.KeepsCode)
        {
            cookie.Forget(HttpContext);
        }
        return LocalRedirect(HomeOf(contest));
    }

    private static string HomeOf(Contest contest) => $"/thi/{contest.Code}";
}
