using ArenaWeb.Boards;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Tests.Boards;

public sealed class BoardVisibilityTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 10, 0, TimeSpan.FromHours(7));
    private static readonly Phrases Words = new(new Lexicon(), SiteLanguage.Vietnamese);

    [Fact]
    public void The_day_is_said_once() => Assert.Equal("08:10 – 10:40, 22/11/2026", BoardVisibility.Text(Contest(hours: 2.5), Now, Words));

    [Fact]
    public void Both_days_are_said_where_they_differ() =>
        Assert.Equal("22/11/2026 08:10 – 23/11/2026 00:10", BoardVisibility.Text(Contest(hours: 16), Now, Words));

    [Fact]
    public void An_early_end_is_the_end()
    {
        TimeFact close = new()
        {
            Kind = TimeKind.Close,
            From = Now,
            At = Now.AddHours(1),
        };
        Assert.Equal(
            "08:10 – 09:10, 22/11/2026",
            BoardVisibility.Text(Contest(hours: 2.5) with { Times = [close] }, Now.AddHours(2), Words)
        );
    }

    private static Contest Contest(double hours) =>
        new()
        {
            Code = "A",
            Names = new Dictionary<string, string> { ["vi"] = "A" },
            Scoring = ScoringStyle.Points,
            Problems = [new("A", "a", 100)],
            Start = Now,
            End = Now.AddHours(hours),
        };
}
