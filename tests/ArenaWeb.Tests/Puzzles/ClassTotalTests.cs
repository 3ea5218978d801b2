using ArenaWeb.Puzzles.Rules;
using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Tests.Puzzles;

public sealed class ClassTotalTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 7, 1, 0, 0, TimeSpan.Zero);

    private static readonly Contest Hour = new()
    {
        Code = "GLT",
        Names = new Dictionary<string, string> { ["vi"] = "Giờ lập trình" },
        Scoring = ScoringStyle.PointsWithPenalty,
        Start = Start,
        End = Start.AddHours(4),
        Duration = TimeSpan.FromMinutes(60),
        Problems = [],
    };

    [Fact]
    public void A_class_has_the_best_stars_of_each_level_of_all_who_have_begun()
    {
        var total = ClassTotal.Of(
            [
                (Begun(0), [Run("A1", 5, 2), Run("A1", 6, 3), Run("A2", 9, 1)]),
                (Begun(10), [Run("A1", 30, 0)]),
                (Begun(90), []), // begins later than now
                (Begun(null), []),
            ],
            levels: 10,
            Start.AddMinutes(80)
        );
        Assert.Equal(new ClassTotal(2, 4, 60, 2), total);
    }

    [Fact]
    public void What_is_run_for_practice_after_ones_own_end_adds_nothing()
    {
        var total = ClassTotal.Of([(Begun(0), [Run("A1", 59, 1), Run("A1", 61, 3), Run("A2", 62, 3)])], levels: 10, Start.AddMinutes(80));
        Assert.Equal((1, 1), (total.Stars, total.Solved));
    }

    [Fact]
    public void Of_fewer_than_five_nothing_is_shown_for_a_sum_would_tell_of_each()
    {
        Assert.Null(new ClassTotal(4, 12, 120, 4).Shown);
        Assert.NotNull(new ClassTotal(5, 0, 150, 0).Shown);
    }

    [Fact]
    public void Classes_with_as_many_stars_and_levels_share_a_rank_and_the_next_one_is_as_far_behind()
    {
        (string, ClassTotal)[] classes = [("4C", Of(7, 3)), ("4A", Of(9, 3)), ("4B", Of(9, 3)), ("4D", Of(9, 4)), ("4E", Of(7, 2))];
        Assert.Equal([(1, "4D"), (2, "4A"), (2, "4B"), (4, "4C"), (5, "4E")], RankedClass.Of(classes).Select(one => (one.Rank, one.Name)));

        static ClassTotal Of(int stars, int solved) => new(10, stars, 300, solved);
    }

    private static Clock Begun(int? minute) => Clock.Of(Hour, new EntrantId(1), minute is { } at ? Start.AddMinutes(at) : null);

    private static LevelRun Run(string label, int minute, int stars) =>
        new(new SubmissionId(minute), new EntrantId(1), label, Start.AddMinutes(minute), stars);
}
