using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Judge.Check;

namespace Judge.Tests.Check;

public sealed class TokenCheckerTests
{
    [Theory]
    [InlineData("3", "3")]
    [InlineData("3\n", "3")]
    [InlineData("3", "3\n")]
    [InlineData("3\r\n", "3\n")]
    [InlineData("  1\t2 \v\f 3", "1 2 3\n")]
    [InlineData("1\n2\n3\n", "1 2 3")]
    [InlineData("\n\n1 2\n\n", "1 2")]
    [InlineData("", "")]
    [InlineData(" \n\t", "")]
    [InlineData("", "\n")]
    [InlineData("yes", "YES")]
    [InlineData("Az", "aZ")]
    [InlineData("Đúng", "Đúng")]
    [InlineData("a\0b", "a\0b")]
    public void The_same_words_are_right(string output, string answer) => Assert.Equal(CheckResult.Right, Check(output, answer));

    [Theory]
    [InlineData("3", "4")]
    [InlineData("3", "03")]
    [InlineData("3", "3.0")]
    [InlineData("3", "+3")]
    [InlineData("1 2", "1 2 3")]
    [InlineData("1 2 3", "1 2")]
    [InlineData("12 3", "1 23")]
    [InlineData("12", "1 2")]
    [InlineData("1 2", "12")]
    [InlineData("1,5", "1.5")]
    [InlineData("@", "`")]
    [InlineData("[", "{")]
    [InlineData("đúng", "Đúng")]
    [InlineData("a\0b", "a\0c")]
    [InlineData("a\0", "a")]
    [InlineData("1\u00a02", "1 2")]
    [InlineData("x", "")]
    public void Other_words_are_wrong(string output, string answer) =>
        Assert.Equal(CheckResult.Wrong(Fault.Different), Check(output, answer));

    [Theory]
    [InlineData("", "1")]
    [InlineData(" \r\n ", "1 2\n")]
    public void Nothing_written_where_something_is_wanted_is_told_apart(string output, string answer) =>
        Assert.Equal(CheckResult.Wrong(Fault.Empty), Check(output, answer));

    [Fact]
    public void It_agrees_with_a_plain_splitter_on_any_text()
    {
        // A small alphabet, so that equal and nearly equal texts are frequent.
        var text = Gen.Elements('a', 'A', 'b', '1', ' ', '\n', '\t', '\r').ListOf().Select(list => new string([.. list]));
        Prop.ForAll(text.ToArbitrary(), text.ToArbitrary(), (output, answer) => (Check(output, answer).Share == 1) == PlainlySame(output, answer))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Other_spacing_changes_nothing()
    {
        var words = Gen.Elements("1", "22", "-3", "ba").ListOf();
        var gap = Gen.Elements(" ", "\n", "\r\n", " \t", "\n\n");
        Prop.ForAll(words.ToArbitrary(), gap.ToArbitrary(), gap.ToArbitrary(), (list, one, other) =>
            Check(string.Join(one, list) + other, string.Join(other, list)) == CheckResult.Right).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void It_allocates_nothing()
    {
        var output = Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 50_000)));
        var answer = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, 50_000)));
        TokenChecker.Check(output, answer);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = TokenChecker.Check(output, answer);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(CheckResult.Right, result);
        Assert.Equal(before, after);
    }

    private static CheckResult Check(string output, string answer) =>
        TokenChecker.Check(Encoding.UTF8.GetBytes(output), Encoding.UTF8.GetBytes(answer));

    private static bool PlainlySame(string output, string answer) =>
        output.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SequenceEqual(answer.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
