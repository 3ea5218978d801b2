using System.Text.Json;
using ArenaWeb.Words;
using Support;

namespace ArenaWeb.Tests.Words;

public sealed class TypedMomentTests
{
    /// <summary>The browser's island is held to the same cases.</summary>
    private static readonly Dictionary<string, string[][]> Cases = JsonSerializer.Deserialize<Dictionary<string, string[][]>>(
        File.ReadAllText(Path.Combine(Repository.Root, "arena-web/Client/tests/moments.json"))
    )!;

    private static readonly Phrases Vietnamese = new(new Lexicon(), SiteLanguage.Vietnamese);
    private static readonly Phrases English = new(new Lexicon(), SiteLanguage.English);

    [Fact]
    public void A_moment_is_read_as_people_in_Vietnam_write_it() =>
        Assert.All(Cases["read"], one => Assert.Equal(one[1], VietnamTime.ForInput(TypedMoment.Read(one[0]).Moment!.Value)));

    [Fact]
    public void What_is_no_moment_is_told_with_the_reason() =>
        Assert.All(
            Cases["refused"],
            one =>
            {
                var typed = TypedMoment.Read(one[0]);
                Assert.Equal((null, one[1], one[2]), (typed.Moment, typed.Flaw.ToString(), typed.Date));
            }
        );

    [Fact]
    public void A_text_of_any_length_is_refused_at_once() =>
        Assert.Equal(MomentFlaw.Form, TypedMoment.Read(new string('1', 1_000_000)).Flaw);

    [Fact]
    public void A_moment_is_read_by_the_clock_of_Vietnam() =>
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 0, 30, 0, TimeSpan.Zero), TypedMoment.Read("01/12/2026 07:30").Moment);

    [Fact]
    public void A_moment_is_said_in_words_of_either_language()
    {
        var moment = new DateTimeOffset(2026, 12, 1, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal("Thứ Ba, ngày 1 tháng 12 năm 2026, 07:30, giờ Việt Nam", Vietnamese.InWords(moment));
        Assert.Equal("Tuesday, 1 December 2026, 07:30, Vietnam time", English.InWords(moment));
    }

    [Fact]
    public void What_a_field_shows_and_what_is_said_of_it_are_read_back()
    {
        var first = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(7));
        for (var moment = first; moment.Year < 2099; moment += new TimeSpan(37, 11, 13, 17))
        {
            Assert.Equal(moment, TypedMoment.Read(VietnamTime.ForInput(moment)).Moment);
            Assert.Equal(moment, TypedMoment.Read(Vietnamese.InWords(moment)).Moment);
        }
    }
}
