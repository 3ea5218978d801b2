namespace Judge.Marking.Timetable;

/// <summary>A morning or an afternoon of interviews, with one break in its middle.</summary>
public sealed record HalfDay(DateTimeOffset Start, DateTimeOffset End, TimeSpan Break)
{
    /// <param name="slot">Interview, change of project and writing together; above 0.</param>
    public int Slots(TimeSpan slot) => Math.Max(0, (int)((End - Start - Break) / slot));

    /// <param name="at">From 0.</param>
    public DateTimeOffset BeginOf(int at, TimeSpan slot) => Start + at * slot + (at >= (Slots(slot) + 1) / 2 ? Break : TimeSpan.Zero);

    /// <summary>Rooms without which so many interviews cannot be held, however well they are dealt.</summary>
    public static int LeastRooms(int interviews, IReadOnlyCollection<HalfDay> halfDays, TimeSpan slot)
    {
        var slots = halfDays.Sum(half => half.Slots(slot));
        return slots == 0 ? throw new ArgumentException("There is no slot.", nameof(halfDays)) : (interviews + slots - 1) / slots;
    }
}
