using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Layout;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Entries;

/// <summary>
/// Sign-in cards, six to a page: of all, of a school or of a room, for whoever may hand them out. PINs are on them only while they are
/// issued, because they are not kept.
/// </summary>
[Authorize(Policies.Staff)]
internal sealed class CardsPageModel(ExamDesk desk, People people, Audit audit, Phrases words, TimeProvider time) : PageModel
{
    /// <summary>Number of a school; null: all.</summary>
    [BindProperty(SupportsGet = true, Name = "truong")]
    public long? School { get; set; }

    /// <summary>Number of a room; null: all.</summary>
    [BindProperty(SupportsGet = true, Name = "phong")]
    public long? Room { get; set; }

    public Exam Exam { get; private set; } = null!;

    /// <summary>Whose cards they are: by shift, room and seat, then by number.</summary>
    public IReadOnlyList<Person> Holders { get; private set; } = [];

    /// <summary>PINs that were drawn now, by the number of the entrant; empty: none were.</summary>
    public IReadOnlyDictionary<long, string> Pins { get; private set; } = new Dictionary<long, string>();

    public IReadOnlyList<SignInCard> Cards { get; private set; } = [];

    public string IssuePath => PathOf(School, Room);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ? Show() : NotFound();

    public async Task<IActionResult> OnPostIssueAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Pins = (await people.RenewPinsAsync(Holders, ct)).ToDictionary(card => card.Entrant.Value, card => card.Pin);
        await audit.WriteAsync(
            Visitor.Staff(User).Login,
            "exam.cards",
            Exam.Contest.Id,
            FormattableString.Invariant($"{Holders.Count}; {School}/{Room}")
        );
        return Show();
    }

    private PageResult Show()
    {
        var door = EntryCards.DoorOf(Request);
        Cards = [.. Holders.Select(person => EntryCards.Of(Exam, person, Pins.GetValueOrDefault(person.Entrant.Value), door, words))];
        return Page();
    }

    private string PathOf(long? school, long? room) =>
        EntryPaths.Cards(Exam.Contest.Id)
        + (
            school is { } unit ? FormattableString.Invariant($"?truong={unit}&")
            : room is { } number ? FormattableString.Invariant($"?phong={number}&")
            : "?"
        )
        + "handler=Issue";

    /// <summary>A room that is not there and a school without entrants are no reason to say more than to anybody else.</summary>
    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(new(id), ct) is not { } exam)
        {
            return false;
        }

        Exam = exam;
        var room = exam.Rooms.FirstOrDefault(one => one.Id == Room);
        var subject = ContestAccess.SubjectOf(exam.Contest) with { Unit = School, Room = room?.Name };
        Holders =
        [
            .. exam
                .People.Values.Where(person => School is null || exam.Units.GetValueOrDefault(person.Entrant.Value) == School)
                .Where(person => Room is null || exam.RoomOf(person)?.Id == Room)
                .OrderBy(person => exam.ShiftOf(person)?.Start ?? DateTimeOffset.MaxValue)
                .ThenBy(person => exam.RoomOf(person)?.Name, StringComparer.Ordinal)
                .ThenBy(person => exam.Seats.GetValueOrDefault(person.Entrant.Value)?.Number)
                .ThenBy(person => person.Sbd, StringComparer.Ordinal),
        ];
        return (Room is null || room is not null)
            && Rights.Of(HttpContext.Asker(), subject, ContestAccess.PhaseAt(exam.Contest, time.GetUtcNow())).May(Objects.Cards);
    }
}
