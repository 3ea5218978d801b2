using ArenaWeb.Puzzles.Rules;
using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Tests.Puzzles;

public sealed class NeedRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 7, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", 5, "None")]
    [InlineData("", 6, "Idle")]
    [InlineData("a b c d e f g", 1, "None")] // seven: the usual six and one
    [InlineData("a b c d e f g h", 1, "ManyRuns")]
    [InlineData("a a a", 1, "None")]
    [InlineData("b a a a a", 1, "SameEnd")]
    [InlineData("a a a a b", 1, "None")]
    [InlineData("a a a ?", 1, "None")] // one that waits says nothing
    [InlineData("a a a a a a a a", 6, "ManyRuns, Idle, SameEnd")]
    [InlineData("a a a a a a a a ok", 6, "None")]
    public void Needs_follow_from_the_runs_of_a_level(string ends, int minutes, string expected) =>
        Assert.Equal(expected, $"{NeedRule.Of(Runs(ends), TimeSpan.FromMinutes(minutes), NeedRule.UsualRuns)}");

    [Fact]
    public void Three_quarters_of_those_who_solved_it_say_how_many_runs_a_level_takes()
    {
        var needed = new[] { 1, 1, 2, 2, 3, 4, 9, 20 };
        var all = needed.Select(n => Runs(string.Join(' ', Enumerable.Repeat("a", n - 1).Append("ok"))));
        Assert.Equal(4, NeedRule.Threshold(all)); // six of eight
        Assert.Equal(NeedRule.UsualRuns, NeedRule.Threshold(all.Skip(1)));
        Assert.Equal(4, NeedRule.Threshold(all.Append(Runs("a a a a"))));
    }

    internal static IReadOnlyList<LevelRun> Runs(string ends, string label = "A1", int entrant = 1, DateTimeOffset? from = null) =>
        [
            .. ends.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(
                    (end, i) =>
                        new LevelRun(
                            new SubmissionId(i + 1),
                            new EntrantId(entrant),
                            label,
                            (from ?? Start).AddSeconds(30 * i),
                            end == "?" ? null
                                : end == "ok" ? 3
                                : 0,
                            End: end == "?" ? "" : end
                        )
                ),
        ];
}
