using System.Globalization;
using ArenaWeb.Entries.Seating;
using ArenaWeb.Words;

namespace ArenaWeb.Entries;

/// <summary>What can be wrong with rooms and shifts; a sentence for each stands at <c>exam.flaw.</c> and its name.</summary>
internal enum ExamFlaw
{
    None,

    /// <summary>No name, a name that is too long, or one twice.</summary>
    Name,
    Capacity,
    Start,
    Minutes,

    /// <summary>Shifts use the same rooms, so none begins before another is over.</summary>
    Overlap,

    /// <summary>Whoever solves the same problems has as much time.</summary>
    Length,

    /// <summary>The contest cannot have their window: something was handed in outside, or results are out.</summary>
    Window,
    TooMany,
}

/// <summary>Rooms and shifts as they are typed; a line without a name is passed over.</summary>
public sealed class ExamForm
{
    private const int Spare = 2;
    private const int MostLines = 60;
    private const int LongestName = 60;
    private const int LargestRoom = 500;
    private const int LongestShift = 600;

    public List<RoomLine> Rooms { get; set; } = [];

    public List<ShiftLine> Shifts { get; set; } = [];

    public sealed class RoomLine
    {
        /// <summary>0: a new one.</summary>
        public long Id { get; set; }

        public string? Name { get; set; }

        public string? Capacity { get; set; }
    }

    public sealed class ShiftLine
    {
        /// <summary>0: a new one.</summary>
        public long Id { get; set; }

        public string? Name { get; set; }

        public string? Start { get; set; }

        public string? Minutes { get; set; }

        /// <summary>None: for everybody.</summary>
        public List<string> Divisions { get; set; } = [];
    }

    internal static ExamForm Of(Exam exam) =>
        new()
        {
            Rooms =
            [
                .. exam.Rooms.Select(room => new RoomLine
                {
                    Id = room.Id,
                    Name = room.Name,
                    Capacity = room.Capacity.ToString(CultureInfo.InvariantCulture),
                }),
            ],
            Shifts =
            [
                .. exam.Shifts.Select(shift => new ShiftLine
                {
                    Id = shift.Id,
                    Name = shift.Name,
                    Start = VietnamTime.ForInput(shift.Start),
                    Minutes = shift.Duration.TotalMinutes.ToString("0", CultureInfo.InvariantCulture),
                    Divisions = [.. shift.Divisions],
                }),
            ],
        };

    /// <summary>Some empty lines at the ends.</summary>
    internal void Offer()
    {
        Rooms = [.. Rooms.Where(line => !string.IsNullOrWhiteSpace(line.Name)), .. Enumerable.Range(0, Spare).Select(_ => new RoomLine())];
        Shifts =
        [
            .. Shifts.Where(line => !string.IsNullOrWhiteSpace(line.Name)),
            .. Enumerable.Range(0, Spare).Select(_ => new ShiftLine()),
        ];
    }

    internal IReadOnlyList<Room> ReadRooms(ICollection<ExamFlaw> flaws)
    {
        var lines = Rooms.Where(line => !string.IsNullOrWhiteSpace(line.Name)).ToList();
        CheckNames(lines.Select(line => line.Name!), flaws);
        return
        [
            .. lines.Select(line => new Room(
                line.Id,
                Folding.Squeeze(line.Name!),
                Number(line.Capacity, LargestRoom, ExamFlaw.Capacity, flaws)
            )),
        ];
    }

    internal IReadOnlyList<Shift> ReadShifts(IReadOnlyCollection<string> divisions, ICollection<ExamFlaw> flaws)
    {
        var lines = Shifts.Where(line => !string.IsNullOrWhiteSpace(line.Name)).ToList();
        CheckNames(lines.Select(line => line.Name!), flaws);
        var shifts = lines.Select(line => ShiftOf(line, divisions, flaws)).ToList();
        var inOrder = shifts.OrderBy(shift => shift.Start).ToList();
        if (inOrder.Zip(inOrder.Skip(1)).Any(pair => pair.Second.Start < pair.First.End))
        {
            flaws.Add(ExamFlaw.Overlap);
        }

        if (!flaws.Contains(ExamFlaw.Minutes) && shifts.Select(shift => shift.Duration).Distinct().Count() > 1)
        {
            flaws.Add(ExamFlaw.Length);
        }

        return shifts;
    }

    private static Shift ShiftOf(ShiftLine line, IReadOnlyCollection<string> divisions, ICollection<ExamFlaw> flaws)
    {
        var start = TypedMoment.Read(line.Start).Moment;
        if (start is null)
        {
            flaws.Add(ExamFlaw.Start);
        }

        return new(
            line.Id,
            Folding.Squeeze(line.Name!),
            start ?? DateTimeOffset.MinValue,
            TimeSpan.FromMinutes(Number(line.Minutes, LongestShift, ExamFlaw.Minutes, flaws)),
            [.. divisions.Intersect(line.Divisions)]
        );
    }

    private static void CheckNames(IEnumerable<string> typed, ICollection<ExamFlaw> flaws)
    {
        var names = typed.Select(Folding.Squeeze).ToList();
        if (
            names.Any(name => name.Length > LongestName || name.Any(char.IsControl))
            || names.DistinctBy(Folding.SameName).Count() < names.Count
        )
        {
            flaws.Add(ExamFlaw.Name);
        }

        if (names.Count > MostLines)
        {
            flaws.Add(ExamFlaw.TooMany);
        }
    }

    private static int Number(string? typed, int most, ExamFlaw flaw, ICollection<ExamFlaw> flaws)
    {
        var number = NumberInput.Whole(typed);
        if (number is >= 1 && number <= most)
        {
            return number.Value;
        }

        flaws.Add(flaw);
        return 1;
    }
}
