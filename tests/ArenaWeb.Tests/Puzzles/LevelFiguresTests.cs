using ArenaWeb.Puzzles.Rules;

namespace ArenaWeb.Tests.Puzzles;

public sealed class LevelFiguresTests
{
    [Fact]
    public void Figures_count_pupils_runs_and_the_commonest_ends()
    {
        var runs = new[] { "a a b ok", "a ok", "b c d", "?" }.SelectMany((ends, i) => NeedRuleTests.Runs(ends, entrant: i + 1)).ToList();
        var figures = LevelFigures.Of("A1", runs);
        Assert.Equal((4, 2, 10), (figures.Tried, figures.Solved, figures.Runs));
        Assert.Equal(2, figures.MedianRuns);
        Assert.Equal([("a", 3), ("b", 2), ("c", 1)], figures.Ends);
        Assert.Null(figures.Shortest);
    }

    [Theory]
    [InlineData(5, 20, true, false)]
    [InlineData(6, 20, false, false)]
    [InlineData(99, 100, false, true)]
    [InlineData(0, 19, false, false)]
    public void Too_hard_and_too_easy_need_enough_pupils(int solved, int tried, bool hard, bool easy)
    {
        var runs = Enumerable.Range(1, tried).SelectMany(n => NeedRuleTests.Runs(n <= solved ? "ok" : "a", entrant: n)).ToList();
        var figures = LevelFigures.Of("A1", runs);
        Assert.Equal((hard, easy), (figures.IsHard, figures.IsEasy));
    }
}
