using ArenaWeb.Puzzles.Rules;
using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Tests.Puzzles;

public sealed class AlikeTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 7, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Programs_of_one_shape_in_one_class_and_shift_are_shown_together_in_their_order_and_small_ones_never()
    {
        var groups = Alike.Groups([
            Solved(1, "4A", 9, "x", 5),
            Solved(2, "4A", 9, "x", 3),
            Solved(3, "4B", 9, "x", 4), // another class
            Solved(9, "4A", 9, "x", 4) with
            {
                Bench = new("Ca 2", "TH Lê Lợi", "4A"),
            }, // another shift
            Solved(10, "4A", 9, "x", 4) with
            {
                Bench = new("Ca 1", "TH Kim Đồng", "4A"),
            }, // another school
            Solved(4, "4A", 9, "y", 4), // another shape
            Solved(5, "4A", 7, "z", 1), // too small to say anything
            Solved(6, "4A", 7, "z", 2),
            Solved(7, "4A", 12, "w", 8),
            Solved(8, "4A", 12, "w", 9),
            Solved(8, "4A", 12, "w", 10), // the same pupil again
        ]);
        Assert.Equal(
            [
                [7, 8],
                [2, 1],
            ],
            groups.Select(group => group.Select(one => (int)one.Entrant.Value))
        );
    }

    [Fact]
    public void Ten_blocks_in_ten_seconds_are_too_fast_and_in_a_minute_they_are_not()
    {
        var (fast, slow) = (Solved(1, "4A", 10, "x", 1), Solved(2, "4A", 10, "x", 1) with { Within = TimeSpan.FromSeconds(60) });
        Assert.Equal([fast], Alike.TooFast([slow, fast, fast with { Within = null }, fast with { Built = 7 }]));
    }

    [Fact]
    public void Time_for_a_level_runs_from_the_last_run_of_another_one_before_its_first()
    {
        LevelRun[] runs = [Run("A1", 2), Run("A2", 3), Run("A1", 5, stars: 3), Run("A2", 6, stars: 2), Run("A2", 7, stars: 3)];
        Assert.Equal([("A1", 5d), ("A2", 4d)], Minutes(runs, Start));
        Assert.Equal([("A1", null), ("A2", 4d)], Minutes(runs, null));
    }

    [Fact]
    public void Nothing_is_said_of_the_time_of_a_program_that_came_late()
    {
        var late = Run("A2", 9, stars: 3) with { Late = new(Start.AddMinutes(8), Start.AddMinutes(10)) };
        Assert.Equal([("A1", 9d), ("A2", null)], Minutes([Run("A1", 9, stars: 3), late], Start));
    }

    private static IEnumerable<(string, double?)> Minutes(IReadOnlyList<LevelRun> runs, DateTimeOffset? begun) =>
        SolveTimes.Of(runs, begun).Select(one => (one.Run.Label, one.Within?.TotalMinutes));

    private static LevelRun Run(string label, int minute, int stars = 0) =>
        new(new SubmissionId(minute), new EntrantId(1), label, Start.AddMinutes(minute), stars);

    private static SolvedProgram Solved(int entrant, string grade, int blocks, string shape, int minute) =>
        new(
            new EntrantId(entrant),
            "A15",
            new Bench("Ca 1", "TH Lê Lợi", grade),
            new SubmissionId(entrant),
            Start.AddMinutes(minute),
            blocks,
            blocks,
            shape,
            TimeSpan.FromSeconds(10)
        );
}
