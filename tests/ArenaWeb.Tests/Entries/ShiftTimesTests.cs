using ArenaWeb.Entries.Seating;
using Judge.Contests;

namespace ArenaWeb.Tests.Entries;

public sealed class ShiftTimesTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly Shift First = new(1, "Ca 1", Morning, Hour, []);
    private static readonly Shift Second = new(2, "Ca 2", Morning.AddMinutes(75), Hour, []);

    private static readonly Contest Planned = new()
    {
        Code = "TIN",
        Names = new Dictionary<string, string> { ["vi"] = "Tin" },
        Scoring = ScoringStyle.Points,
        Start = Morning.AddDays(1),
        End = Morning.AddDays(1).AddHours(3),
        FreezeAt = Morning.AddDays(1).AddHours(2),
        Problems = [new ContestProblem("A", "aplusb", 1)],
    };

    [Fact]
    public void A_contest_lasts_from_its_first_shift_to_its_last_and_each_pupil_has_one_shift() =>
        Assert.Equal(
            Planned with
            {
                Start = First.Start,
                End = Second.End,
                Duration = Hour,
                FreezeAt = null,
            },
            ShiftTimes.WindowOf(Planned, [Second, First])
        );

    [Fact]
    public void One_shift_is_a_start_for_all() =>
        Assert.Equal(Planned with { Start = First.Start, End = First.End }, ShiftTimes.WindowOf(Planned, [First]));

    [Fact]
    public void Without_shifts_the_window_stays() => Assert.Equal(Planned, ShiftTimes.WindowOf(Planned, []));

    [Fact]
    public void The_seat_says_when_a_pupil_starts_and_ends()
    {
        var contest = ShiftTimes.WindowOf(Planned, [First, Second]);
        var starts = ShiftTimes.StartsOf(new Dictionary<long, Seat> { [7] = new(1, 1, 1), [8] = new(2, 1, 1) }, [First, Second]);
        Assert.Equal([(First.Start, First.End), (Second.Start, Second.End)], new[] { 7L, 8L }.Select(TimeOf));

        (DateTimeOffset, DateTimeOffset) TimeOf(long number)
        {
            var entrant = new EntrantId(number);
            var clock = Clock.Of(contest, entrant, starts[entrant]);
            return (clock.Start!.Value, clock.EndAt(First.Start));
        }
    }
}
