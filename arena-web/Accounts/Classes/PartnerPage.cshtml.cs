using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Accounts.Classes;

/// <summary>A second pupil of the class sits down at the same PC, with the own secret; or leaves again.</summary>
[Authorize(Policies.Pupil)]
internal sealed class PartnerPageModel(
    ClassDoor door,
    ClassSecrets secrets,
    SchoolClasses classes,
    SeatPairs pairs,
    IContests contests,
    People people,
    Devices devices,
    Phrases words
) : ClassDoorPage(door, secrets, devices, words)
{
    public const string Path = "/lop/ban";

    private Person _person = null!;
    private Contest _contest = null!;

    public PupilVisitor Pupil { get; private set; } = null!;

    public string Home => $"/thi/{_contest.Code}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEnterAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }
        if (Class is null)
        {
            Refuse("closed");
            return Clean();
        }
        if (await TryAsync(ct) is not { Person: { } partner })
        {
            return Clean();
        }
        await pairs.BeginAsync(Sessions.IdOf(User), Pupil.Entrant, partner.Entrant, ct);
        return await GoOnAsync(partner.Name);
    }

    /// <summary>The partner has gone.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }
        await pairs.EndAsync(Sessions.IdOf(User), ct);
        return await GoOnAsync("");
    }

    /// <summary>The same session under other names.</summary>
    private async Task<IActionResult> GoOnAsync(string partner)
    {
        await HttpContext.SignInAsync(Sessions.With(Visitor.Principal(_person, Pupil.Door, partner), Sessions.IdOf(User)));
        return LocalRedirect(Home);
    }

    /// <summary>False: this pupil did not come through the door of a class.</summary>
    private async Task<bool> FindAsync(CancellationToken ct)
    {
        Pupil = Visitor.Pupil(User);
        if (
            Pupil.Door.Length == 0
            || await people.FindAsync(Pupil.Entrant, ct) is not { } person
            || await contests.FindAsync(person.Contest, ct) is not { IsPublished: true } contest
        )
        {
            return false;
        }
        (_person, _contest) = (person, contest);
        if (await classes.OpenOfAsync(person, ct) is { } one)
        {
            await LookAsync(one, person.Entrant, ct);
        }
        return true;
    }
}
