using FsCheck.Fluent;
using Judge.Contests;
using Judge.Submit;

namespace Judge.Tests.Submit;

public sealed class LateRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 12, 7, 1, 0, 0, TimeSpan.Zero);
    private static readonly EntrantId Pupil = new(1);

    /// <summary>A week, in which each has an hour.</summary>
    private static readonly Contest Hour = new()
    {
        Code = "GIO",
        Names = new Dictionary<string, string> { ["vi"] = "Giờ lập trình" },
        Scoring = ScoringStyle.PointsWithPenalty,
        Start = Start,
        End = Start.AddDays(7),
        Duration = TimeSpan.FromMinutes(60),
        Problems = [new ContestProblem("A1", "a01", 3)],
    };

    private static readonly Clock Own = Clock.Of(Hour, Pupil, Start);

    [Theory]
    [InlineData(3_000, 0, false)] // in time
    [InlineData(3_599, 600, false)]
    [InlineData(3_600, 1, true)] // at the end, made before
    [InlineData(3_660, 61, true)]
    [InlineData(3_720, 121, true)] // the last instant of the grace
    [InlineData(3_721, 122, false)]
    [InlineData(3_660, 60, false)] // made at the end, which is no part of the time
    [InlineData(3_660, 10, false)]
    [InlineData(3_660, 0, false)]
    [InlineData(3_660, -50, false)] // a clock that says it was made later
    [InlineData(3_660, 86_400, false)] // a clock off by a day
    [InlineData(3_660, 3_700, false)] // before the pupil began
    public void What_was_made_before_the_end_and_comes_within_two_minutes_counts(int seconds, int ago, bool late)
    {
        var now = Start.AddSeconds(seconds);
        var (at, told) = LateRule.Of(Own, TimeSpan.FromSeconds(ago), now);
        Assert.Equal(late, told is not null);
        Assert.Equal(late ? Start.AddMinutes(60).AddMilliseconds(-1) : now, at);
        Assert.Equal(late ? new LateHandin(now.AddSeconds(-ago), now) : null, told);
    }

    [Fact]
    public void Nobody_gets_an_earlier_minute_by_what_the_page_says() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>().Generator.Two().ToArbitrary(),
                pair =>
                {
                    var (since, ago) = (
                        TimeSpan.FromMilliseconds(Math.Abs((long)pair.Item1) % 8_000_000),
                        TimeSpan.FromMilliseconds(pair.Item2)
                    );
                    var now = Start + since;
                    var (at, late) = LateRule.Of(Own, ago, now);
                    return late is null ? at == now : at >= now - LateRule.Grace - TimeSpan.FromMilliseconds(1) && Own.Counts(at);
                }
            )
            .Holds();

    [Fact]
    public void Minutes_that_an_invigilator_gave_move_the_end()
    {
        var longer = Hour with
        {
            Times =
            [
                new TimeFact
                {
                    Kind = TimeKind.Extension,
                    Amount = TimeSpan.FromMinutes(5),
                    From = Start.AddMinutes(30),
                    At = Start.AddMinutes(30),
                    Entrants = [Pupil],
                },
            ],
        };
        var now = Start.AddMinutes(66);
        var (at, late) = LateRule.Of(Clock.Of(longer, Pupil, Start), TimeSpan.FromSeconds(90), now);
        Assert.Equal((Start.AddMinutes(65).AddMilliseconds(-1), now), (at, late?.Received));
    }

    [Fact]
    public void Who_never_began_hands_nothing_in_late()
    {
        var now = Hour.End.AddSeconds(10);
        Assert.Equal((now, null), LateRule.Of(Clock.Of(Hour, Pupil), TimeSpan.FromSeconds(20), now));
    }
}
