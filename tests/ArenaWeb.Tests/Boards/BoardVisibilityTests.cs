using ArenaWeb.Access;
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

    /// <summary>As the matrix says for results of others; of a closed board nothing is told but who takes part.</summary>
    [Theory]
    [InlineData(Feedback.Tests, false, false, -1, true)]
    [InlineData(Feedback.Verdict, false, false, 1, true)]
    [InlineData(Feedback.None, false, false, -1, false)]
    [InlineData(Feedback.None, false, false, 1, false)]
    [InlineData(Feedback.None, false, false, 3, true)]
    [InlineData(Feedback.Tests, true, false, 1, false)]
    [InlineData(Feedback.Tests, true, false, 3, true)]
    [InlineData(Feedback.None, true, true, 1, true)]
    [InlineData(Feedback.None, true, true, -1, true)]
    public void A_board_is_closed_while_it_could_help_whoever_still_sits(Feedback feedback, bool own, bool copy, int hours, bool open)
    {
        var contest = Contest(hours: 2) with
        {
            Feedback = feedback,
            Duration = own ? TimeSpan.FromHours(1) : null,
            CopyOf = copy ? new ContestId(1) : null,
        };
        Assert.Equal(open, BoardVisibility.IsOpen(contest, Now.AddHours(hours)));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    public void Titles_of_problems_are_told_from_the_start(int hours, bool told)
    {
        Assert.Equal(told, BoardVisibility.HasTitles(Contest(hours: 2), Now.AddHours(hours)));
        var own = Contest(hours: 2) with { Duration = TimeSpan.FromHours(1) };
        Assert.Equal(hours == 3, BoardVisibility.HasTitles(own, Now.AddHours(hours)));
    }

    [Fact]
    public void A_board_stands_still_while_the_matrix_hides_what_came_since_the_freeze()
    {
        var contest = Contest(hours: 2) with { FreezeAt = Now.AddHours(1) };
        var published = contest with { Life = [new() { Act = LifeAct.Provisional, At = Now.AddHours(2) }] };
        Assert.Equal((false, false), Of(contest, 0.5));
        Assert.Equal((true, false), Of(contest, 1.5));
        Assert.Equal((true, false), Of(contest, 3));
        Assert.Equal((false, true), Of(published, 3));

        static (bool Frozen, bool Told) Of(Contest contest, double hours) =>
            (
                BoardVisibility.IsFrozen(contest, Now.AddHours(hours)),
                ContestAccess.RightsOf(Asker.Nobody, contest, Now.AddHours(hours)).May(Objects.FrozenResults)
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
