using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Entries.Seating;
using ArenaWeb.Layout;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Entries;

/// <summary>Who sits in a room, shift by shift, to print and hang up; its invigilator gives out new PINs.</summary>
[Authorize(Policies.Staff)]
internal sealed class RoomPageModel(ExamDesk desk, People people, Audit audit, Phrases words, TimeProvider time) : PageModel
{
    public Exam Exam { get; private set; } = null!;

    public Room Room { get; private set; } = null!;

    public bool MayIssue { get; private set; }

    public bool MayOrganise { get; private set; }

    /// <summary>To print or tell now, because its PIN is not kept; null: none was issued.</summary>
    public SignInCard? Card { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, long room, CancellationToken ct) =>
        await FindAsync(id, room, ct) ? Page() : NotFound();

    /// <summary>A new PIN for somebody of this room, whom nobody else's invigilator can give one.</summary>
    public async Task<IActionResult> OnPostPinAsync(long id, long room, long entrant, CancellationToken ct)
    {
        if (
            !await FindAsync(id, room, ct)
            || !MayIssue
            || !Exam.Seats.TryGetValue(entrant, out var seat)
            || seat.Room != Room.Id
            || await people.RenewPinAsync(new EntrantId(entrant), ct) is not { } card
        )
        {
            return NotFound();
        }

        await audit.WriteAsync(
            Visitor.Staff(User).Login,
            "pupil.pin",
            Exam.Contest.Id,
            FormattableString.Invariant($"{card.Sbd}, {Room.Name}")
        );
        Card = EntryCards.Of(Exam, Exam.People[entrant], card.Pin, EntryCards.DoorOf(Request), words);
        return Page();
    }

    private async Task<bool> FindAsync(long id, long room, CancellationToken ct)
    {
        if (await desk.FindAsync(new(id), ct) is not { } exam || exam.Rooms.FirstOrDefault(one => one.Id == room) is not { } found)
        {
            return false;
        }

        (Exam, Room) = (exam, found);
        var rights = Rights.Of(
            HttpContext.Asker(),
            ContestAccess.SubjectOf(exam.Contest) with
            {
                Room = found.Name,
            },
            ContestAccess.PhaseAt(exam.Contest, time.GetUtcNow())
        );
        (MayIssue, MayOrganise) = (rights.May(Objects.Cards), rights.May(Objects.SetUp));
        return rights.May(Objects.Names);
    }
}
