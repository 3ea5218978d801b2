using System.Text;
using FsCheck.Fluent;
using Judge.Problems;
using Judge.Programs.Check;

namespace Judge.Tests.Programs.Check;

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
    [InlineData("\ufeff3", "\ufeff3\n")]
    [InlineData("NaN", "nan")]
    public void The_same_words_are_right(string output, string answer) => Assert.Equal(Fault.None, Check(output, answer));

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
    [InlineData("\ufeff3", "3")]
    [InlineData("3", "\ufeff3")]
    [InlineData("0", "-0")]
    [InlineData("1e3", "1000")]
    public void Other_words_are_wrong(string output, string answer) => Assert.Equal(Fault.Different, Check(output, answer));

    [Theory]
    [InlineData("", "1")]
    [InlineData(" \r\n ", "1 2\n")]
    public void Nothing_written_where_something_is_wanted_is_told_apart(string output, string answer) =>
        Assert.Equal(Fault.Empty, Check(output, answer));

    [Theory]
    [InlineData("Yes 1", "Yes\n1", true)]
    [InlineData("yes", "Yes", false)]
    [InlineData("đ", "Đ", false)]
    [InlineData("", "Yes", false)]
    [InlineData("Đ\r\n", "Đ", true)]
    [InlineData("D\u0323", "\u1e0c", false)]
    public void With_case_sensitive_words_agree_byte_for_byte(string output, string answer, bool right) =>
        Assert.Equal(right, Check(output, answer, "case_sensitive") == Fault.None);

    [Theory]
    [InlineData("a b\n", "A b\n", true)]
    [InlineData("a b", "a b\n", false)]
    [InlineData("a b\n", "a b", false)]
    [InlineData("a  b\n", "a b\n", false)]
    [InlineData("a\tb\n", "a b\n", false)]
    [InlineData("a b\r\n", "a b\n", false)]
    [InlineData(" a b\n", "a b\n", false)]
    [InlineData("a b\n\n", "a b\n", false)]
    [InlineData("\n", "", false)]
    [InlineData("", "\n", false)]
    [InlineData("", "a\n", false)]
    [InlineData("a c\n", "a b\n", false)]
    public void With_space_change_sensitive_white_space_agrees_byte_for_byte(string output, string answer, bool right) =>
        Assert.Equal(right, Check(output, answer, "space_change_sensitive") == Fault.None);

    [Theory]
    [InlineData("1.0000009", "1", true)]
    [InlineData("1.0000011", "1", false)]
    [InlineData("1000.0009", "1000", false)]
    [InlineData("0.0000009", "0", true)]
    [InlineData("-0", "0", true)]
    [InlineData("+0.0", "-0", true)]
    [InlineData("007", "7.", true)]
    [InlineData(".5", "0.5", true)]
    [InlineData("5e-1", "+0.5", true)]
    [InlineData("0,5", "0.5", false)]
    [InlineData("0x1", "1", false)]
    [InlineData("1e", "1", false)]
    [InlineData("1e0", "1", true)]
    [InlineData("nan", "1", false)]
    [InlineData("inf", "1e308", false)]
    [InlineData("1e999", "1e308", false)]
    [InlineData("1e999", "1E999", true)]
    [InlineData("1e998", "1e999", false)]
    [InlineData("inf", "1e999", false)]
    [InlineData("1e-999", "0", true)]
    [InlineData("0", "1e-999", true)]
    [InlineData("NAN", "nan", true)]
    [InlineData("Infinity", "inf", false)]
    [InlineData("yes", "YES", true)]
    [InlineData("1", "1 2", false)]
    [InlineData("1 2", "1", false)]
    [InlineData("1\0", "1", false)]
    [InlineData("١", "1", false)]
    [InlineData("0e99999999999999999999", "0", true)]
    [InlineData("1e99999999999999999999", "1", false)]
    [InlineData("0x1p0", "1", false)]
    [InlineData("1d", "1", false)]
    [InlineData("--1", "1", false)]
    [InlineData("\ufeff1", "1", false)]
    [InlineData("\ufeff1.0", "\ufeff1", false)]
    [InlineData("", "0", false)]
    public void With_an_absolute_tolerance_numbers_may_differ_by_that_much(string output, string answer, bool right) =>
        Assert.Equal(right, Check(output, answer, "float_absolute_tolerance", "1e-6") == Fault.None);

    [Theory]
    [InlineData("1000.9", "1000", true)]
    [InlineData("1001.1", "1000", false)]
    [InlineData("-1000.9", "-1000", true)]
    [InlineData("0.0000001", "0", false)]
    [InlineData("0e5", "0", true)]
    [InlineData("1e-310", "1.0001e-310", true)]
    public void With_a_relative_tolerance_they_may_differ_by_that_part_of_the_answer(string output, string answer, bool right) =>
        Assert.Equal(right, Check(output, answer, "float_relative_tolerance", "1e-3") == Fault.None);

    [Theory]
    [InlineData("1000.9", "1000", true)]
    [InlineData("0.0009", "0", true)]
    [InlineData("0.0011", "0", false)]
    public void With_both_either_is_enough(string output, string answer, bool right)
    {
        Assert.Equal(right, Check(output, answer, "float_tolerance", "1e-3") == Fault.None);
        Assert.Equal(right, Check(output, answer, "float_absolute_tolerance", "1e-3", "float_relative_tolerance", "0.001") == Fault.None);
    }

    [Theory]
    [InlineData("1.5", "3e0", false)]
    [InlineData("3.0", "3", true)]
    [InlineData("3", "3.0000000000000000001", true)]
    public void A_tolerance_of_nothing_still_compares_numbers(string output, string answer, bool right) =>
        Assert.Equal(right, Check(output, answer, "float_tolerance", "0") == Fault.None);

    [Theory]
    [InlineData("1.5", "1", "0.5", true)]
    [InlineData("0.5", "1", "0.5", true)]
    [InlineData("1.5000000000000002", "1", "0.5", false)]
    [InlineData("3", "2", "1", true)]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890.0", "0", true)]
    [InlineData("9007199254740994", "9007199254740992", "1.9", false)]
    public void A_tolerance_includes_its_own_end(string output, string answer, string tolerance, bool right) =>
        Assert.Equal(right, Check(output, answer, "float_absolute_tolerance", tolerance) == Fault.None);

    [Theory]
    [InlineData("1.5e308", "-1.5e308", "2", true)]
    [InlineData("1.5e308", "-1.5e308", "1.9", false)]
    [InlineData("1.7e308", "-1.7e308", "1e300", true)]
    public void Numbers_at_both_ends_of_the_range_are_compared_without_overflow(
        string output,
        string answer,
        string tolerance,
        bool right
    ) => Assert.Equal(right, Check(output, answer, "float_relative_tolerance", tolerance) == Fault.None);

    [Fact]
    public void With_a_tolerance_words_that_are_no_numbers_keep_the_other_flags()
    {
        Assert.Equal(Fault.Different, Check("yes 1", "Yes 1.0", "float_tolerance", "0", "case_sensitive"));
        Assert.Equal(Fault.None, Check("Yes 1E0", "Yes 1e0", "float_tolerance", "0", "case_sensitive"));
        Assert.Equal(Fault.Different, Check("Yes  1", "Yes 1.0", "float_tolerance", "0", "space_change_sensitive"));
        Assert.Equal(Fault.None, Check("Yes 1", "yes 1.0", "float_tolerance", "0", "space_change_sensitive"));
    }

    [Fact]
    public void A_number_of_a_million_digits_is_read_rightly_and_soon() =>
        ThreadCpu.GrowsNearlyLinearly(
            250_000,
            digits =>
                () =>
                {
                    var third = "0." + new string('3', digits);
                    Assert.Equal(Fault.None, Check(third, "0.3333333333333333", "float_absolute_tolerance", "1e-15"));
                    Assert.Equal(Fault.Different, Check(new string('1', digits), "1", "float_relative_tolerance", "1"));
                    Assert.Equal(Fault.None, Check(new string('0', digits) + "1", "1.0", "float_absolute_tolerance", "0"));
                }
        );

    [Theory]
    [InlineData("1 2 4\n", "1 2 3\n", "Line 1, word 3: \"4\" instead of \"3\".")]
    [InlineData("1\n\n2", "1 3", "Line 3, word 2: \"2\" instead of \"3\".")]
    [InlineData("1\n", "1 3", "Line 2, word 2: nothing instead of \"3\".")]
    [InlineData("1 3", "1", "Line 1, word 2: \"3\" instead of nothing.")]
    public void Staff_are_told_where_it_differs(string output, string answer, string remark) =>
        Assert.Equal(remark, Checked.By(BuiltInChecker.Tokens, output, answer).ForStaff);

    [Fact]
    public void Staff_are_told_which_space_differs() =>
        Assert.Equal(
            "Line 1, space before word 2: \"\\t\" instead of \" \".",
            Checked.By(BuiltInChecker.Tokens, "a\tb", "a b", "space_change_sensitive").ForStaff
        );

    [Fact]
    public void It_agrees_with_a_plain_splitter_on_any_text()
    {
        // A small alphabet, so that equal and nearly equal texts are frequent.
        var text = Gen.Elements('a', 'A', 'b', '1', ' ', '\n', '\t', '\r').ListOf().Select(list => new string([.. list]));
        Prop.ForAll(
                text.ToArbitrary(),
                text.ToArbitrary(),
                (output, answer) => (Check(output, answer) == Fault.None) == PlainlySame(output, answer)
            )
            .Holds();
    }

    [Fact]
    public void Other_spacing_changes_nothing()
    {
        var words = Gen.Elements("1", "22", "-3", "ba").ListOf();
        var gap = Gen.Elements(" ", "\n", "\r\n", " \t", "\n\n");
        Prop.ForAll(
                words.ToArbitrary(),
                gap.ToArbitrary(),
                gap.ToArbitrary(),
                (list, one, other) => Check(string.Join(one, list) + other, string.Join(other, list)) == Fault.None
            )
            .Holds();
    }

    [Fact]
    public void It_allocates_nothing()
    {
        var options = new TokenOptions { AbsoluteTolerance = 1e-6 };
        var output = Encoding.ASCII.GetBytes(string.Join(' ', Enumerable.Range(0, 50_000)));
        var answer = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, 50_000).Select(number => $"{number}.0")));
        TokenChecker.Check(output, answer, options);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = TokenChecker.Check(output, answer, options);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(CheckResult.Right, result);
        Assert.Equal(before, after);
    }

    private static Fault Check(string output, string answer, params string[] flags) =>
        Checked.Fault(BuiltInChecker.Tokens, output, answer, flags);

    private static bool PlainlySame(string output, string answer) =>
        output
            .ToLowerInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SequenceEqual(answer.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
