using Judge.Problems;
using Judge.Programs.Check;
using static Judge.Problems.BuiltInChecker;

namespace Judge.Tests.Programs.Check;

public sealed class ThemisCheckerTests
{
    /// <summary>Which of C1 to C5 take an output for an answer.</summary>
    [Theory]
    [InlineData("1 2\n3\n", "1 2\n3\n", "12345")]
    [InlineData("1 2\n3", "1 2\n3\n", "1234")]
    [InlineData("1 2\r\n3\r\n", "1 2\n3\n", "1234")]
    [InlineData("  1\t 2  \n3 \n \n\n", "1 2\n3", "1234")]
    [InlineData("yes\nNO", "YES\nno", "13")]
    [InlineData("1 2 3", "1 2\n3", "34")]
    [InlineData("1\n2\n3", "1 2\n3", "34")]
    [InlineData("1 2\n\n3", "1 2\n3", "34")]
    [InlineData("\n1 2\n3", "1 2\n3", "34")]
    [InlineData("YES 1", "yes\n1", "3")]
    [InlineData("đ", "Đ", "")]
    [InlineData("1.0", "1", "")]
    [InlineData("01", "1", "")]
    [InlineData("1 2", "1 2 3", "")]
    [InlineData("1 2 3", "1 2", "")]
    [InlineData("1\n2", "1", "")]
    [InlineData("1", "1\n2", "")]
    [InlineData("12", "1 2", "")]
    [InlineData("\ufeff1", "1", "1234")]
    [InlineData("1", "\ufeff1\n", "1234")]
    [InlineData("\ufeff\ufeff1", "1", "")]
    [InlineData("1\0", "1", "")]
    [InlineData("", "", "12345")]
    [InlineData("\n", "", "1234")]
    [InlineData("", "1", "")]
    public void Each_evaluator_takes_what_it_should(string output, string answer, string by)
    {
        BuiltInChecker[] all = [ThemisC1, ThemisC2, ThemisC3, ThemisC4, ThemisC5];
        var right = all.Select((kind, i) => Checked.Fault(kind, output, answer) == Fault.None ? $"{i + 1}" : "");
        Assert.Equal(by, string.Concat(right));
    }

    [Theory]
    [InlineData(ThemisC1, "1 2\n4 3", "1 2\n3 3", "Line 2, word 1: \"4\" instead of \"3\".")]
    [InlineData(ThemisC2, "1", "1\n\n2", "From line 2 on: nothing instead of \"2\".")]
    [InlineData(ThemisC3, "1\n2", "1 3", "Line 2, word 2: \"2\" instead of \"3\".")]
    [InlineData(ThemisC5, "1 2", "1 2\n", "Byte 4: nothing instead of \"\\n\".")]
    public void Staff_are_told_where_it_differs(BuiltInChecker kind, string output, string answer, string remark) =>
        Assert.Equal(remark, Checked.By(kind, output, answer).ForStaff);
}
