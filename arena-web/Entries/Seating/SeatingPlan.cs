namespace ArenaWeb.Entries.Seating;

/// <param name="Capacity">Seats, numbered from 1; neighbours have numbers that differ by one.</param>
internal sealed record Room(long Id, string Name, int Capacity);

/// <summary>Ca thi.</summary>
/// <param name="Divisions">Whom it is for; empty: everybody.</param>
internal sealed record Shift(long Id, string Name, DateTimeOffset Start, TimeSpan Duration, IReadOnlyList<string> Divisions)
{
    public bool Takes(string division) => Divisions.Count == 0 || Divisions.Contains(division);

    public DateTimeOffset End => Start + Duration;
}

/// <summary>Who is to be seated.</summary>
/// <param name="School">Whatever tells schools apart.</param>
internal sealed record Seater(long Entrant, string Sbd, string School, string Division);

/// <param name="Number">From 1 to the room's capacity.</param>
internal sealed record Seat(long Shift, long Room, int Number);

/// <summary>
/// Who sits where. Pupils of one school and division are dealt over the shifts that take them, then over the rooms, always to where
/// fewest of them are. In a room nobody sits beside the own school while another way is left. Pure: the same list gives the same plan.
/// </summary>
internal static class SeatingPlan
{
    /// <param name="kept">Seats that stay as they are.</param>
    /// <returns>A seat for everybody who found one, the kept ones among them.</returns>
    public static IReadOnlyDictionary<long, Seat> Of(
        IReadOnlyCollection<Seater> seaters,
        IReadOnlyList<Shift> shifts,
        IReadOnlyList<Room> rooms,
        IReadOnlyDictionary<long, Seat> kept
    )
    {
        var byEntrant = seaters.ToDictionary(one => one.Entrant);
        var seats = kept.Where(one => byEntrant.ContainsKey(one.Key)).ToDictionary();
        var sitting = seats.ToLookup(one => one.Value.Shift, one => byEntrant[one.Key]);
        var waiting = Grouped(seaters.Where(one => !seats.ContainsKey(one.Entrant)));
        var capacity = rooms.Sum(room => room.Capacity);
        var perShift = shifts.ToDictionary(shift => shift.Id, shift => new Pile(capacity, sitting[shift.Id]));
        Deal(waiting, one => shifts.Where(shift => shift.Takes(one.Division)).Select(shift => perShift[shift.Id]));
        foreach (var shift in shifts)
        {
            SeatShift(shift.Id, perShift[shift.Id].Dealt, rooms, seats, byEntrant);
        }

        return seats;
    }

    /// <summary>Seats that are still there, for shifts that still take who sits there.</summary>
    public static IReadOnlyDictionary<long, Seat> Standing(
        IReadOnlyDictionary<long, Seat> seats,
        IEnumerable<Seater> seaters,
        IReadOnlyList<Shift> shifts,
        IReadOnlyList<Room> rooms
    ) =>
        (
            from one in seaters
            where seats.ContainsKey(one.Entrant)
            let seat = seats[one.Entrant]
            where shifts.Any(shift => shift.Id == seat.Shift && shift.Takes(one.Division))
            where rooms.Any(room => room.Id == seat.Room && seat.Number >= 1 && seat.Number <= room.Capacity)
            select (one.Entrant, seat)
        ).ToDictionary(one => one.Entrant, one => one.seat);

    /// <summary>The larger groups first, for the small ones still fit where few seats are left.</summary>
    private static IEnumerable<Seater> Grouped(IEnumerable<Seater> seaters) =>
        seaters
            .GroupBy(one => (one.Division, one.School))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key.Division, StringComparer.Ordinal)
            .ThenBy(group => group.Key.School, StringComparer.Ordinal)
            .SelectMany(group => group.OrderBy(one => one.Sbd, StringComparer.Ordinal));

    private static void Deal(IEnumerable<Seater> waiting, Func<Seater, IEnumerable<Pile>> fit)
    {
        foreach (var one in waiting)
        {
            fit(one).Where(pile => pile.Free > 0).OrderBy(pile => pile.Alike(one)).ThenBy(pile => pile.Filled).FirstOrDefault()?.Add(one);
        }
    }

    private static void SeatShift(
        long shift,
        IReadOnlyList<Seater> dealt,
        IReadOnlyList<Room> rooms,
        Dictionary<long, Seat> seats,
        Dictionary<long, Seater> byEntrant
    )
    {
        var taken = rooms.ToDictionary(
            room => room.Id,
            room =>
                seats
                    .Where(one => one.Value.Shift == shift && one.Value.Room == room.Id)
                    .ToDictionary(one => one.Value.Number, one => byEntrant[one.Key])
        );
        var wanted = dealt.Count + taken.Sum(room => room.Value.Count);
        var piles = InUse(rooms, taken, wanted).ToDictionary(room => room.Id, room => new Pile(room.Capacity, taken[room.Id].Values));
        Deal(Grouped(dealt), _ => piles.Values);
        foreach (var room in rooms.Where(room => piles.ContainsKey(room.Id)))
        {
            foreach (var (number, one) in Row(room.Capacity, piles[room.Id].Dealt, taken[room.Id]))
            {
                seats[one.Entrant] = new(shift, room.Id, number);
            }
        }
    }

    /// <summary>As few rooms as hold them all, in the organiser's order, and those where somebody sits already.</summary>
    private static IEnumerable<Room> InUse(IReadOnlyList<Room> rooms, Dictionary<long, Dictionary<int, Seater>> taken, int wanted)
    {
        var inUse = new List<Room>();
        foreach (var room in rooms.OrderBy(room => taken[room.Id].Count == 0))
        {
            if (taken[room.Id].Count > 0 || inUse.Sum(one => one.Capacity) < wanted)
            {
                inUse.Add(room);
            }
        }

        return inUse;
    }

    /// <summary>
    /// Seat after seat, from the largest school that is not the neighbours'; else from another division; else anybody. While no school has
    /// more than half of a full row, taking from the largest keeps them apart.
    /// </summary>
    private static IEnumerable<(int Number, Seater One)> Row(
        int capacity,
        IReadOnlyList<Seater> dealt,
        IReadOnlyDictionary<int, Seater> taken
    )
    {
        var left = dealt.OrderBy(one => one.Sbd, StringComparer.Ordinal).ToList();
        var row = new Dictionary<int, Seater>(taken);
        for (var number = 1; number <= capacity && left.Count > 0; number++)
        {
            if (row.ContainsKey(number))
            {
                continue;
            }

            var neighbours = new[] { row.GetValueOrDefault(number - 1), row.GetValueOrDefault(number + 1) }.OfType<Seater>().ToList();
            var sizes = left.CountBy(one => one.School).ToDictionary();
            var next = left.OrderBy(one => neighbours.Max(other => (int?)Nearness(one, other)) ?? 0)
                .ThenByDescending(one => sizes[one.School])
                .ThenBy(one => one.School, StringComparer.Ordinal)
                .First();
            left.Remove(next);
            row[number] = next;
            yield return (number, next);
        }
    }

    private static int Nearness(Seater one, Seater other) =>
        one.School != other.School ? 0
        : one.Division != other.Division ? 1
        : 2;

    /// <summary>A shift or a room while it is filled.</summary>
    private sealed class Pile
    {
        private readonly Dictionary<(string Division, string School), int> _alike;
        private readonly int _capacity;
        private readonly List<Seater> _dealt = [];
        private int _count;

        public Pile(int capacity, IEnumerable<Seater> sitting)
        {
            _capacity = capacity;
            _alike = sitting.CountBy(one => (one.Division, one.School)).ToDictionary();
            _count = _alike.Values.Sum();
        }

        public IReadOnlyList<Seater> Dealt => _dealt;

        public int Free => _capacity - _count;

        public double Filled => (double)_count / _capacity;

        public int Alike(Seater one) => _alike.GetValueOrDefault((one.Division, one.School));

        public void Add(Seater one)
        {
            _dealt.Add(one);
            _count++;
            _alike[(one.Division, one.School)] = Alike(one) + 1;
        }
    }
}
