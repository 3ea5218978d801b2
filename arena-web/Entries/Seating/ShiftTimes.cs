using Judge.Contests;

namespace ArenaWeb.Entries.Seating;

/// <summary>A contest's time by its shifts: it opens with the first, closes with the last, and each pupil has the own. Pure.</summary>
internal static class ShiftTimes
{
    /// <summary>
    /// The contest with the window of its shifts, which are equally long. Of several each pupil has an own time, and the board, which
    /// stays closed meanwhile, has nothing to freeze.
    /// </summary>
    /// <param name="shifts">Empty: the window stays as it is.</param>
    public static Contest WindowOf(Contest contest, IReadOnlyList<Shift> shifts)
    {
        if (shifts.Count == 0)
        {
            return contest;
        }

        var window = contest with { Start = shifts.Min(shift => shift.Start), End = shifts.Max(shift => shift.End), Duration = null };
        return shifts.Count == 1 ? window : window with { Duration = shifts[0].Duration, FreezeAt = null };
    }

    /// <summary>When the time of each who has a seat begins.</summary>
    /// <param name="seats">By the number of the entrant.</param>
    public static IReadOnlyDictionary<EntrantId, DateTimeOffset> StartsOf(
        IReadOnlyDictionary<long, Seat> seats,
        IReadOnlyList<Shift> shifts
    ) =>
        (
            from one in seats
            from shift in shifts
            where shift.Id == one.Value.Shift
            select (Entrant: new EntrantId(one.Key), shift.Start)
        ).ToDictionary(one => one.Entrant, one => one.Start);
}
