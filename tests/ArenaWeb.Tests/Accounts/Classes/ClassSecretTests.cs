using ArenaWeb.Accounts.Classes;
using ArenaWeb.Words;
using Support;

namespace ArenaWeb.Tests.Accounts.Classes;

public sealed class ClassSecretTests
{
    [Fact]
    public void Of_128_words_no_two_are_alike_without_their_marks()
    {
        Assert.Equal(128, SecretWords.All.Count);
        Assert.Equal(128, SecretWords.All.Select(Folding.Plain).Distinct().Count());
    }

    [Fact]
    public void All_sixteen_pictures_are_icons_with_a_name_of_their_own()
    {
        var icons = File.ReadAllLines(Path.Combine(Repository.Root, "arena-web/Client/icons.txt"));
        Assert.Equal(16, ClassSecret.Pictures.Distinct().Count());
        Assert.Empty(ClassSecret.Pictures.Except(icons));
        foreach (var language in SiteLanguage.All)
        {
            var words = new Phrases(new Lexicon(), language);
            Assert.Equal(16, ClassSecret.Pictures.Select(picture => words[$"class.picture.{picture}"]).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("1A", ClassWay.Pictures)]
    [InlineData("Lớp 3/2", ClassWay.Pictures)]
    [InlineData("4A", ClassWay.Words)]
    [InlineData("10A3", ClassWay.Words)]
    [InlineData("Chồi", ClassWay.Words)]
    [InlineData("", ClassWay.Words)]
    internal void Grades_one_to_three_choose_pictures(string name, ClassWay way) => Assert.Equal(way, ClassSecret.WayFor(name));

    [Theory]
    [InlineData("mèo hoa")]
    [InlineData("meo hoa")]
    [InlineData("MEOHOA")]
    [InlineData("  mèo,  hòa ")]
    public void Two_words_are_the_same_however_they_are_typed(string typed) =>
        Assert.Equal(new ClassSecret(ClassWay.Words, ["mèo", "hoa"]).Proof, new ClassSecret(ClassWay.Words, [typed]).Proof);

    [Fact]
    public void Pictures_count_in_their_order() =>
        Assert.NotEqual(
            new ClassSecret(ClassWay.Pictures, ["cat", "fish"]).Proof,
            new ClassSecret(ClassWay.Pictures, ["fish", "cat"]).Proof
        );

    [Theory]
    [InlineData(" k7 mx", "K7MX")]
    [InlineData("K7MX", "K7MX")]
    [InlineData("K7M", null)]
    [InlineData("K7MXX", null)]
    [InlineData("K0MX", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_four_signs_that_look_like_no_other(string? typed, string? code) => Assert.Equal(code, ClassCode.Read(typed));

    [Fact]
    public void A_fresh_code_can_be_read()
    {
        Assert.All(Enumerable.Range(0, 100).Select(_ => ClassCode.Fresh()), code => Assert.Equal(code, ClassCode.Read(code)));
        Assert.DoesNotContain(ClassCode.Signs, "0O1IL2Z5S8B6U".Contains);
    }
}
