using ArenaWeb.Puzzles.Rules;
using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Tests.Puzzles;

public sealed class AlikeTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 7, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Programs_of_one_shape_in_one_class_are_shown_together_in_their_order_and_small_ones_never()
    {
        var groups = Alike.Groups([
            Solved(1, "4A", 9, "x", 5),
            Solved(2, "4A", 9, "x", 3),
            Solved(3, "4B", 9, "x", 4), // another class
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
        var (fast, slow) = (Solved(1, "4A", 10, "x", 1), Solved(2, "4A", 10, "x", 1) with { Since = TimeSpan.FromSeconds(60) });
        Assert.Equal([fast], Alike.TooFast([slow, fast, fast with { Since = null }, fast with { Blocks = 7 }]));
    }

    private static SolvedProgram Solved(int entrant, string group, int blocks, string shape, int minute) =>
        new(
            new EntrantId(entrant),
            "A15",
            group,
            new SubmissionId(entrant),
            Start.AddMinutes(minute),
            blocks,
            shape,
            TimeSpan.FromSeconds(10)
        );
}
