using ArenaWeb.Accounts;
using ArenaWeb.Entries.Seating;
using ArenaWeb.Schools.Editions;
using Judge.Contests;

namespace ArenaWeb.Entries;

/// <summary>Who sits in a contest, and where.</summary>
/// <param name="Seats">By the number of the entrant; who is not there has none.</param>
/// <param name="Units">Numbers of schools by the number of the entrant, where a school entered them.</param>
internal sealed record Exam(
    Contest Contest,
    Edition Edition,
    IReadOnlyList<Room> Rooms,
    IReadOnlyList<Shift> Shifts,
    IReadOnlyDictionary<long, Seat> Seats,
    IReadOnlyList<Seater> Seaters,
    IReadOnlyDictionary<long, Person> People,
    IReadOnlyDictionary<long, long> Units
)
{
    /// <summary>By candidate number.</summary>
    public IReadOnlyList<Seater> Unseated => [.. Seaters.Where(one => !Seats.ContainsKey(one.Entrant))];

    /// <summary>Of one shift and room, by seat.</summary>
    public IReadOnlyList<(int Number, Person Person)> Sheet(long shift, long room) =>
        [
            .. Seats
                .Where(one => one.Value.Shift == shift && one.Value.Room == room)
                .OrderBy(one => one.Value.Number)
                .Select(one => (one.Value.Number, People[one.Key])),
        ];

    public Room? RoomOf(Person person) =>
        Seats.TryGetValue(person.Entrant.Value, out var seat) ? Rooms.FirstOrDefault(room => room.Id == seat.Room) : null;

    public Shift? ShiftOf(Person person) =>
        Seats.TryGetValue(person.Entrant.Value, out var seat) ? Shifts.FirstOrDefault(shift => shift.Id == seat.Shift) : null;
}

/// <summary>Reads an exam whole.</summary>
internal sealed class ExamDesk(IContests contests, EditionStore editions, ExamStore exams, EntryStore entries, People people)
{
    /// <summary>Null: there is no such contest.</summary>
    public async Task<Exam?> FindAsync(ContestId id, CancellationToken ct)
    {
        if (await contests.FindAsync(id, ct) is not { } contest)
        {
            return null;
        }

        var persons = await people.ListAsync(id, ct);
        var entered = (
            from entry in await entries.OfContestAsync(id, ct)
            from team in entry.Teams
            where team.Sbd is not null
            select (Sbd: team.Sbd!, team.Division, School: entry.School.Value)
        ).ToDictionary(one => one.Sbd);
        var seaters = persons.Select(person => new Seater(
            person.Entrant.Value,
            person.Sbd,
            person.School,
            entered.TryGetValue(person.Sbd, out var one) ? one.Division : ""
        ));
        var (rooms, shifts, all) = (await exams.RoomsAsync(id, ct), await exams.ShiftsAsync(id, ct), seaters.ToList());
        return new(
            contest,
            await editions.FindAsync(id, ct),
            rooms,
            shifts,
            SeatingPlan.Standing(await exams.SeatsAsync(id, ct), all, shifts, rooms),
            all,
            persons.ToDictionary(person => person.Entrant.Value),
            persons
                .Where(person => entered.ContainsKey(person.Sbd))
                .ToDictionary(person => person.Entrant.Value, person => entered[person.Sbd].School)
        );
    }
}
