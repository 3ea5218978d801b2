using ArenaWeb.Layout.Tags;

namespace ArenaWeb.Tests.Layout.Tags;

public sealed class ClockFaceTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;

    [Fact]
    public void From_two_days_on_the_days_say_enough()
    {
        Assert.Equal(2, ClockFace.At(Start.AddDays(-2), Start, Start.AddHours(3)).Days);
        Assert.Equal(0, ClockFace.At(Start.AddDays(-2).AddSeconds(1), Start, Start.AddHours(3)).Days);
    }

    [Theory]
    [InlineData(-90, "before", "calm", "01:30")]
    [InlineData(0, "running", "calm", "3:00:00")]
    [InlineData(10799.4, "running", "last", "00:01")]
    [InlineData(10199, "running", "calm", "10:01")]
    [InlineData(10200, "running", "soon", "10:00")]
    [InlineData(10740, "running", "last", "01:00")]
    [InlineData(10800, "over", "over", "")]
    public void A_contest_of_three_hours(double secondsIn, string phase, string mood, string digits) =>
        Assert.Equal(new ClockFace(phase, mood, digits), ClockFace.At(Start.AddSeconds(secondsIn), Start, Start.AddHours(3)));

    [Fact]
    public void While_it_is_paused_it_says_so_with_the_time_that_is_left() =>
        Assert.Equal(new ClockFace("paused", "calm", "1:00:00"), ClockFace.At(Start, Start.AddHours(-1), Start.AddHours(1), paused: true));
}
