using ArenaWeb.Boards;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Tests.Boards;

public sealed class BoardVisibilityTests
{
    private static readonly Phrases Words = new(new Lexicon(), SiteLanguage.Vietnamese);

    [Fact]
    public void The_day_is_said_once() => Assert.Equal("08:10 – 10:40, 22/11/2026", BoardVisibility.Text(Contest(hours: 2.5), Words));

    [Fact]
    public void Both_days_are_said_where_they_differ() =>
        Assert.Equal("22/11/2026 08:10 – 23/11/2026 00:10", BoardVisibility.Text(Contest(hours: 16), Words));

    private static Contest Contest(double hours)
    {
        var start = new DateTimeOffset(2026, 11, 22, 8, 10, 0, TimeSpan.FromHours(7));
        return new()
        {
            Code = "A",
            Names = new Dictionary<string, string> { ["vi"] = "A" },
            Scoring = ScoringStyle.Points,
            Problems = [new("A", "a", 100)],
            Start = start,
            End = start.AddHours(hours),
        };
    }
}
