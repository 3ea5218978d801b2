using ArenaWeb.Words;

namespace ArenaWeb.Tests.Words;

public sealed class VietnamTimeTests
{
    private static readonly DateTimeOffset Eight = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-03-09T08:00")]
    [InlineData("2026-03-09T08:00:00")]
    [InlineData("09/03/2026 08:00")]
    [InlineData("08:00 9/3/2026")]
    public void A_moment_is_read_as_Vietnams_time(string text) => Assert.Equal(Eight, VietnamTime.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-30T08:00")]
    [InlineData("1999-03-09T08:00")]
    [InlineData("9 tháng 3")]
    public void Anything_else_is_no_moment(string text) => Assert.Null(VietnamTime.Parse(text));

    [Fact]
    public void What_a_field_shows_is_read_back()
    {
        Assert.Equal("2026-03-09T08:00", VietnamTime.ForInput(Eight));
        Assert.Equal("2026-03-09T08:00:07", VietnamTime.ForInput(Eight.AddSeconds(7)));
        Assert.Equal(Eight.AddSeconds(7), VietnamTime.Parse(VietnamTime.ForInput(Eight.AddSeconds(7))));
    }
}
