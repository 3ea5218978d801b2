using System.Text;
using FsCheck.Fluent;
using Judge.Messages;

namespace Judge.Tests.Messages;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("a😀b", 3, "a…")]
    [InlineData("a😀bc", 4, "a😀…")]
    [InlineData("😀😀", 1, "…")]
    public void A_text_is_cut_between_signs(string text, int most, string expected) =>
        Assert.Equal(expected, PlainText.Shortened(text, most));

    [Fact]
    public void What_a_database_does_not_take_is_shown_and_not_lost()
    {
        Assert.Equal("a␀b", PlainText.Storable("a\0b"));
        Assert.Equal("\uFFFD", PlainText.Storable("\uD83D"));
        Assert.Equal("a\uFFFDb", PlainText.Storable("a\uDE00b"));
        Assert.Equal("😀 ễ", PlainText.Storable("😀 ễ"));
    }

    [Theory]
    [InlineData("ễễ", 6, "ễễ")]
    [InlineData("ễễ", 5, "ễ")]
    [InlineData("a😀", 4, "a")]
    [InlineData("ễ", 0, "")]
    public void Bytes_are_cut_between_signs(string text, int most, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(PlainText.Start(Encoding.UTF8.GetBytes(text), most)));

    [Fact]
    public void Whatever_is_said_and_cut_every_database_takes()
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var texts = Gen.Elements('a', '\0', '\uD83D', '\uDE00', 'ễ').ListOf().Select(letters => string.Concat(letters));
        Prop.ForAll(
                texts.ToArbitrary(),
                Gen.Choose(1, 8).ToArbitrary(),
                (text, most) =>
                {
                    var said = PlainText.Shortened(PlainText.Storable(text), most);
                    return strict.GetByteCount(said) >= 0 && said.Length <= most && !said.Contains('\0');
                }
            )
            .Holds();
    }
}
