using Judge.ScriptHost.Api;
using Judge.ScriptHost.Run;

namespace ScriptHost.Tests;

public class ScoringAndValidatorTests
{
    private static readonly SeenTest Right = new("t1", "one", "Accepted", 1, 4, TimeSpan.FromMilliseconds(12.5));
    private static readonly SeenTest Half = new("t2", "one", "Partial", 0.5m, 6, TimeSpan.Zero);

    [Fact]
    public void A_rule_sees_tests_and_groups_and_gives_points()
    {
        Assert.Equal(7, Asked.Scoring("Points(Tests.Sum(t => t.Share * t.Mark));", 10, Right, Half).Value);
        Assert.Equal(5, Asked.Scoring("Points(Groups.Sum(g => g.Max * g.Share));", 10, Right, Half).Value);
        Assert.Equal(12.5m, Asked.Scoring("Points((decimal)Tests.First(t => t.Accepted).Cpu.TotalMilliseconds);", 100, Right, Half).Value);
        Assert.Equal(100, Asked.Scoring("Points(FullScore);", 100).Value);
    }

    [Theory]
    [InlineData("Points(10.01m);", "check.csx(1): ArgumentOutOfRangeException: Points are from 0 to 10.")]
    [InlineData("Points(-1);", "check.csx(1): ArgumentOutOfRangeException: Points are from 0 to 10.")]
    [InlineData("int x = 1;", "check.csx: came to its end without a decision: call Points")]
    public void Points_are_from_0_to_the_full_score(string source, string beginning) =>
        Assert.StartsWith(beginning, Asked.Scoring(source, 10, Right).Fault);

    private const string Numbers = """
        int n = Input.ReadInt(1, 3, "n");
        Input.ReadEoln();
        for (int i = 0; i < n; i++)
        {
            if (i > 0) Input.ReadSpace();
            Input.ReadLong(-5, 5);
        }
        Input.ReadEoln();
        Input.ReadEof();
        """;

    [Theory]
    [InlineData("2\n-5 5\n", "")]
    [InlineData("2\r\n0 1\r\n", "")]
    [InlineData("4\n", "Line 1, column 1: n is 4, which is not from 1 to 3.")]
    [InlineData("02\n1 1\n", "Line 1, column 1: '02' is no integer as it is written.")]
    [InlineData("2\n-0 1\n", "Line 2, column 1: '-0' is no integer as it is written.")]
    [InlineData("2\n1  1\n", "Line 2, column 3: the number is missing.")]
    [InlineData("2\n1\t1\n", "Line 2, column 2: one space should be here.")]
    [InlineData("2\n1 1 \n", "Line 2, column 4: the line should end here.")]
    [InlineData("2\n1 1", "Line 2, column 4: the line should end here.")]
    [InlineData("2\n1 1\n\n", "Line 3, column 1: the input should end here.")]
    [InlineData("2\n1 6\n", "Line 2, column 3: the number is 6, which is not from -5 to 5.")]
    [InlineData("2\n99999999999999999999 1\n", "Line 2, column 1: '99999999999999999999' is no integer as it is written.")]
    [InlineData("\uFEFF2\n1 1\n", "Line 1, column 1: n is missing.")]
    [InlineData("", "Line 1, column 1: n is missing.")]
    public void A_validator_takes_an_input_only_as_described(string input, string why) =>
        Assert.Equal(new Reply("", why == "" ? 1 : 0, why), Asked.Validator(Numbers, input));

    [Theory]
    [InlineData(
        """if (Input.ReadLine() != "a b") Reject("line"); if (Input.ReadToken() != "c") Reject("token"); Input.ReadEof();""",
        "a b\nc",
        ""
    )]
    [InlineData("Input.ReadDouble(0, 1); Input.ReadEof();", "0.5", "")]
    [InlineData("Input.ReadDouble(0, 1, \"p\");", "1.5", "Line 1, column 1: p is '1.5', which is no number from 0 to 1.")]
    [InlineData("Reject(\"never good\");", "x", "never good")]
    public void A_validator_reads_lines_words_and_fractions(string source, string input, string why) =>
        Assert.Equal(new Reply("", why == "" ? 1 : 0, why), Asked.Validator(source, input));
}
