using Judge.Problems;
using Judge.Programs.Check;

namespace Judge.Tests.Programs.Check;

public sealed class LineCheckerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a\n", "a")]
    [InlineData("a", "a\n")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("a\nb", "a\r\nb\r\n")]
    [InlineData("a\n\n\r\n", "a\n")]
    [InlineData("a", "a\n\n")]
    [InlineData("\n", "")]
    [InlineData("  *\n ***\n", "  *\n ***")]
    public void Equal_lines_are_right_however_they_end(string output, string answer) => Assert.Equal(Fault.None, Check(output, answer));

    [Theory]
    [InlineData("a ", "a")]
    [InlineData("a", "a ")]
    [InlineData("a  b", "a b")]
    [InlineData(" a", "a")]
    [InlineData("A", "a")]
    [InlineData("a\n\nb", "a\nb")]
    [InlineData("a\n ", "a")]
    [InlineData("a b", "a\nb")]
    [InlineData("a\rb", "a\nb")]
    [InlineData("a\r\r\n", "a\n")]
    [InlineData("\ufeffa", "a")]
    [InlineData("a\nb", "a")]
    [InlineData("a", "a\nb")]
    [InlineData("1.0", "1")]
    [InlineData("a\0", "a")]
    public void Any_other_byte_is_wrong(string output, string answer) => Assert.Equal(Fault.Different, Check(output, answer));

    [Fact]
    public void Nothing_written_where_something_is_wanted_is_told_apart() => Assert.Equal(Fault.Empty, Check("\n \n", "a"));

    [Theory]
    [InlineData("a\nb \n", "a\nb\n", "Line 2: \"b \" instead of \"b\".")]
    [InlineData("a\n", "a\nb\n", "Line 2: nothing instead of \"b\".")]
    public void Staff_are_told_which_line_differs(string output, string answer, string remark) =>
        Assert.Equal(remark, Checked.By(BuiltInChecker.Lines, output, answer).ForStaff);

    private static Fault Check(string output, string answer) => Checked.Fault(BuiltInChecker.Lines, output, answer);
}
