using ArenaWeb.Access;
using ArenaWeb.Privacy.Rules;

namespace ArenaWeb.Tests.Privacy;

/// <summary>When a consent holds, and which name follows from it.</summary>
public sealed class ConsentRuleTests
{
    private static readonly ConsentAct Parent = new(ConsentKind.Publish, ConsentGiver.Representative, true, 1, ConsentWay.Paper, 2026);
    private static readonly ConsentAct Child = Parent with { Giver = ConsentGiver.Child };

    [Fact]
    public void Silence_is_no_consent() => Assert.Equal(ConsentState.Missing, Of([], 2015));

    [Fact]
    public void From_seven_years_on_both_must_agree()
    {
        Assert.Equal(ConsentState.Half, Of([Parent], 2015));
        Assert.Equal(ConsentState.Half, Of([Child], 2015));
        Assert.Equal(ConsentState.Given, Of([Parent, Child], 2015));
    }

    [Fact]
    public void Under_seven_the_representative_is_enough_and_stays_enough_later()
    {
        Assert.Equal(ConsentState.Given, Of([Parent], 2020));
        Assert.Equal(ConsentState.Half, Of([Parent with { Year = 2027 }], 2020));
        Assert.Equal(ConsentState.Half, Of([Child], 2020));
    }

    [Fact]
    public void Whoever_may_have_turned_seven_is_asked() => Assert.Equal(ConsentState.Half, Of([Parent], 2019));

    [Fact]
    public void Of_whom_no_year_of_birth_is_known_the_child_is_asked() => Assert.Equal(ConsentState.Half, Of([Parent], null));

    [Fact]
    public void Either_alone_ends_it_and_may_give_it_again()
    {
        var ended = Child with { IsGiven = false };
        Assert.Equal(ConsentState.Withdrawn, Of([Parent, Child, ended], 2015));
        Assert.Equal(ConsentState.Withdrawn, Of([Parent, Child, Parent with { IsGiven = false }], 2015));
        Assert.Equal(ConsentState.Given, Of([Parent, Child, ended, Child], 2015));
    }

    [Fact]
    public void Taking_part_says_nothing_about_publishing() =>
        Assert.Equal(
            ConsentState.Missing,
            Of([Parent with { Kind = ConsentKind.TakePart }, Child with { Kind = ConsentKind.TakePart }], 2015)
        );

    [Fact]
    public void Both_consents_have_a_text_in_both_languages_that_says_where_it_comes_from()
    {
        foreach (var kind in new[] { ConsentKind.TakePart, ConsentKind.Publish })
        {
            var texts = ConsentText.All.Where(text => text.Kind == kind).ToList();
            Assert.Equal(Enumerable.Range(1, texts.Count), texts.Select(text => text.Version));
            Assert.All(texts, text => Assert.True(text.In("vi").Length > 50 && text.In("en").Length > 50 && text.Source.Length > 0));
        }
    }

    [Theory]
    [InlineData("Nguyễn Thị Ánh", "N. T. Á.")]
    [InlineData("đỗ Đức", "Đ. Đ.")]
    [InlineData("", "")]
    public void Initials_keep_their_marks(string name, string initials) => Assert.Equal(initials, ShownName.Initials(name));

    private static ConsentState Of(ConsentAct[] acts, int? born) => ConsentRule.Of(acts, ConsentKind.Publish, born);
}
