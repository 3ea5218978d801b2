using System.Text;
using FsCheck.Fluent;
using Judge.Problems;
using Judge.Programs.Check;

namespace Judge.Tests.Programs.Check;

public sealed class UnorderedLinesCheckerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("b\na\n", "a\nb\n")]
    [InlineData("b\r\na", "a\nb\n")]
    [InlineData("2 1\n\n 1  2 \n", "1 2\n2 1")]
    [InlineData("a\nb\na", "a\na\nb")]
    public void The_same_lines_in_any_order_are_right(string output, string answer) => Assert.Equal(Fault.None, Check(output, answer));

    [Theory]
    [InlineData("a\nb\nb", "a\na\nb")]
    [InlineData("a", "a\na")]
    [InlineData("a\na", "a")]
    [InlineData("a b", "a\nb")]
    [InlineData("ab", "a b")]
    [InlineData("A", "a")]
    [InlineData("2 1", "1 2")]
    [InlineData("\ufeffa\nb", "b\na")]
    [InlineData("x", "")]
    public void Another_line_or_another_number_of_one_is_wrong(string output, string answer) =>
        Assert.Equal(Fault.Different, Check(output, answer));

    [Fact]
    public void Nothing_written_where_something_is_wanted_is_told_apart() => Assert.Equal(Fault.Empty, Check(" \n", "a"));

    [Theory]
    [InlineData("b\nc\na\n", "a\nb\n", "Line 2: \"c\" instead of nothing.")]
    [InlineData("b\nb\na\n", "a\nb\n", "Line 2: \"b\" instead of nothing.")]
    [InlineData("c\n\n", "a b\nc\n", "Missing: nothing instead of \"a b\".")]
    public void Staff_are_told_which_line_is_too_many_or_missing(string output, string answer, string remark) =>
        Assert.Equal(remark, Checked.By(BuiltInChecker.UnorderedLines, output, answer).ForStaff);

    [Fact]
    public void It_agrees_with_sorting_the_lines()
    {
        var lines = Gen.Elements("a", "a b", " a  b", "", "b\r").ListOf().Select(list => string.Join('\n', list));
        Prop.ForAll(
                lines.ToArbitrary(),
                lines.ToArbitrary(),
                (output, answer) => (Check(output, answer) == Fault.None) == Sorted(output).SequenceEqual(Sorted(answer))
            )
            .Holds();

        static IEnumerable<string> Sorted(string text) =>
            text.Split('\n')
                .Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .Where(line => line.Length > 0)
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void A_hostile_output_takes_no_memory()
    {
        var answer = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, 1000)));
        var output = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, 1000).Concat(Enumerable.Repeat(7, 1_000_000))));
        UnorderedLinesChecker.Check(output, answer);

        var before = GC.GetAllocatedBytesForCurrentThread();
        UnorderedLinesChecker.Check(output, answer);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 500_000);
    }

    private static Fault Check(string output, string answer) => Checked.Fault(BuiltInChecker.UnorderedLines, output, answer);
}
