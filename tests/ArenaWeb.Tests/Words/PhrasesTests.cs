using ArenaWeb.Words;

namespace ArenaWeb.Tests.Words;

public sealed class PhrasesTests
{
    private static readonly DateTimeOffset NewYear = new(2025, 12, 31, 17, 30, 5, TimeSpan.Zero);
    private readonly Phrases _vietnamese = new(new Lexicon(), SiteLanguage.Vietnamese);
    private readonly Phrases _english = new(new Lexicon(), SiteLanguage.English);

    [Theory]
    [InlineData("8.75", "8,75", "8.75")]
    [InlineData("1234567.5", "1.234.567,5", "1,234,567.5")]
    [InlineData("100", "100", "100")]
    [InlineData("0.125", "0,13", "0.13")]
    [InlineData("0.62499999999975", "0,63", "0.63")]
    [InlineData("0.624", "0,62", "0.62")]
    [InlineData("-0.125", "-0,13", "-0.13")]
    public void Numbers_follow_the_language(string value, string vietnamese, string english)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(vietnamese, _vietnamese.Number(number));
        Assert.Equal(english, _english.Number(number));
    }

    [Fact]
    public void Moments_are_shown_in_Vietnams_time()
    {
        Assert.Equal("01/01/2026 00:30", _vietnamese.Moment(NewYear));
        Assert.Equal("00:30:05", _vietnamese.TimeOfDay(NewYear));
        Assert.Equal("01/01/2026", _english.Date(NewYear));
    }

    [Fact]
    public void Placeholders_are_filled_in() => Assert.Equal("Trang 2/9", _vietnamese["pager.now", 2, 9]);
}
