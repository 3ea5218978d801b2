using System.Text;
using Judge.Programs.Check;

namespace Judge.Tests.Programs.Check;

public sealed class DifferenceTests
{
    [Theory]
    [InlineData("a", "b", "\"a\" instead of \"b\".")]
    [InlineData("", "b", "nothing instead of \"b\".")]
    [InlineData("\"\\", " ", "\"\\\"\\\\\" instead of \" \".")]
    [InlineData("Đúng ½", "→", "\"Đúng ½\" instead of \"→\".")]
    [InlineData("\u001b[31m\0\t", "\u202ex", "\"\\x1B[31m\\x00\\t\" instead of \"\\xE2\\x80\\xAEx\".")]
    [InlineData("\ufeff1", "1", "\"\\xEF\\xBB\\xBF1\" instead of \"1\".")]
    [InlineData("a\u0301", "á", "\"a\\xCC\\x81\" instead of \"á\".")]
    [InlineData("1\u00a0", "1", "\"1\\xC2\\xA0\" instead of \"1\".")]
    public void What_cannot_be_seen_is_written_in_bytes(string found, string wanted, string text) =>
        Assert.Equal(text, Instead(found, wanted));

    [Fact]
    public void Bytes_that_are_no_text_are_written_as_they_are() =>
        Assert.Equal("\"\\xFF\\xC3\" instead of \"x\".", Difference.Instead([0xFF, 0xC3], "x"u8));

    [Fact]
    public void Only_the_first_bytes_are_quoted() =>
        Assert.Equal($"\"b{new string('a', 39)}…\" instead of \"c\".", Instead("b" + new string('a', 1000), "c"));

    [Fact]
    public void A_long_common_beginning_is_left_out() =>
        Assert.Equal("\"…aaaaaaaab\" instead of \"…aaaaaaaac\".", Instead(new string('a', 1000) + "b", new string('a', 1000) + "c"));

    [Fact]
    public void A_beginning_and_its_continuation_are_told_apart() =>
        Assert.Equal("\"…aaaaaaaa\" instead of \"…aaaaaaaac\".", Instead(new string('a', 1000), new string('a', 1000) + "c"));

    [Fact]
    public void A_letter_is_never_cut() => Assert.DoesNotContain("\\x", Instead(new string('ế', 100) + "b", new string('ế', 100) + "c"));

    [Fact]
    public void However_long_the_lines_the_remark_is_short() =>
        Assert.InRange(Instead(new string('\0', 10_000), new string('\u0001', 10_000)).Length, 300, 400);

    private static string Instead(string found, string wanted) =>
        Difference.Instead(Encoding.UTF8.GetBytes(found), Encoding.UTF8.GetBytes(wanted));
}
