using ArenaWeb.Privacy.Rules;

namespace ArenaWeb.Tests.Privacy;

/// <summary>Which days count, and when a request is due.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDays Vietnam = WorkingDays.Vietnam;

    [Theory]
    [InlineData("2026-03-09", 2, "2026-03-11")]
    [InlineData("2026-03-08", 2, "2026-03-10")] // a Sunday
    [InlineData("2026-03-06", 2, "2026-03-10")] // over a weekend
    [InlineData("2026-04-29", 2, "2026-05-05")] // over 30/4, 1/5 and a weekend
    [InlineData("2026-02-13", 2, "2026-02-24")] // over Tết
    [InlineData("2026-08-31", 1, "2026-09-03")] // over Quốc khánh
    public void The_clock_stands_over_weekends_and_holidays(string from, int count, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Vietnam.After(DateOnly.Parse(from), count));

    [Fact]
    public void Days_between_and_days_after_agree()
    {
        var first = new DateOnly(2026, 1, 1);
        foreach (var from in Enumerable.Range(0, 700).Select(first.AddDays))
        {
            for (var count = 1; count <= 4; count++)
            {
                var to = Vietnam.After(from, count);
                Assert.True(Vietnam.IsWorking(to));
                Assert.Equal(count, Vietnam.Between(from, to));
                Assert.Equal(-count, Vietnam.Between(to, from));
            }
        }
    }

    [Fact]
    public void Every_holiday_of_the_table_says_where_it_comes_from()
    {
        var lines = WorkingDays.Text("holidays.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).ToList();
        Assert.All(lines, line => Assert.Matches("^[0-9/]{10};[0-9/]{10};[^;]+;(thật|gần nhất|đề xuất): .+$", line.Trim()));
        Assert.Equal(2027, Vietnam.KnownUntil);
    }

    [Fact]
    public void A_request_is_answered_within_two_working_days_and_carried_out_within_fifteen_days()
    {
        var asked = new RequestProgress(At(2026, 3, 6, 16), 0, null, null);
        var clock = RequestClock.Of(asked, Vietnam);
        Assert.Equal((new(2026, 3, 10), new(2026, 3, 21)), (clock.AnswerBy, clock.DoneBy));
        Assert.Equal(2, clock.Left(asked, At(2026, 3, 6, 17), Vietnam));
        Assert.Equal(0, clock.Left(asked, At(2026, 3, 10, 23), Vietnam));
        Assert.False(clock.IsLate(asked, At(2026, 3, 10, 23)));
        Assert.True(clock.IsLate(asked, At(2026, 3, 11, 0)));
        Assert.Equal(-1, clock.Left(asked, At(2026, 3, 11, 0), Vietnam));
        var answered = asked with { AnsweredAt = At(2026, 3, 9, 9), ExtraDays = 15 };
        clock = RequestClock.Of(answered, Vietnam);
        Assert.Equal(new DateOnly(2026, 4, 5), clock.Next(answered));
        Assert.Equal(1, clock.Left(answered, At(2026, 4, 4, 9), Vietnam));
        Assert.Null(clock.Left(answered with { DoneAt = At(2026, 4, 4, 9) }, At(2026, 5, 1, 9), Vietnam));
    }

    [Fact]
    public void A_request_in_the_evening_of_Greenwich_was_made_on_the_next_day_in_Vietnam()
    {
        var asked = new RequestProgress(new(2026, 3, 9, 18, 0, 0, TimeSpan.Zero), 0, null, null);
        Assert.Equal(new(2026, 3, 12), RequestClock.Of(asked, Vietnam).AnswerBy);
    }

    private static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.FromHours(7));
}
