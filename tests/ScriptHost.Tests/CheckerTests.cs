using Judge.ScriptHost.Run;

namespace ScriptHost.Tests;

public class CheckerTests
{
    [Fact]
    public void A_decision_ends_the_script()
    {
        var reply = Asked.Checker(
            """
            Note("first");
            if (Output.NextInt() == Answer.NextInt()) Accept();
            Note("second");
            Score(0.25m, "gần đúng");
            throw new Exception("never");
            """,
            answer: "7",
            output: "8"
        );
        Assert.Equal(new Reply("", 0.25m, "gần đúng", "first\nsecond"), reply);
        Assert.Equal(1, Asked.Checker("Accept(); Reject();").Value);
        Assert.Equal(0, Asked.Checker("Reject(); Accept();").Value);
    }

    [Fact]
    public void A_decision_passes_every_catch_and_finally()
    {
        var reply = Asked.Checker(
            """
            try { try { Reject("no"); } catch (Exception e) when (e != null) { Accept(); } finally { Accept(); } }
            catch { Accept(); }
            """
        );
        Assert.Equal(new Reply("", 0, "no"), reply);
    }

    [Fact]
    public void A_script_may_catch_its_own_exceptions()
    {
        Assert.Equal(1, Asked.Checker("try { int.Parse(\"x\"); } catch (FormatException) { Accept(); }").Value);
    }

    [Fact]
    public void Without_a_decision_the_script_is_at_fault() =>
        Assert.StartsWith("check.csx: came to its end without a decision", Asked.Checker("int x = 1;").Fault);

    [Theory]
    [InlineData(
        "Output.NextInt();",
        "abc",
        "Giá trị thứ 1 là “abc”, không phải số nguyên (32 bit).",
        "Token 1 of Output is 'abc', which is no integer of 32 bits."
    )]
    [InlineData(
        "Output.NextInt();",
        "4000000000",
        "Giá trị thứ 1 là “4000000000”, không phải số nguyên (32 bit).",
        "Token 1 of Output is '4000000000', which is no integer of 32 bits."
    )]
    [InlineData(
        "Output.NextInt(); Output.NextLong();",
        "1",
        "Thiếu dữ liệu: cần thêm một số nguyên sau 1 giá trị.",
        "Output ends after 1 tokens where an integer is wanted."
    )]
    [InlineData(
        "Output.NextDouble();",
        "nan",
        "Giá trị thứ 1 là “nan”, không phải là số.",
        "Token 1 of Output is 'nan', which is no number."
    )]
    [InlineData(
        "Output.NextDouble();",
        "0,5",
        "Giá trị thứ 1 là “0,5”, không phải là số.",
        "Token 1 of Output is '0,5', which is no number."
    )]
    [InlineData(
        "Output.NextToken();",
        " \r\n",
        "Thiếu dữ liệu: cần thêm một từ sau 0 giá trị.",
        "Output ends after 0 tokens where a token is wanted."
    )]
    public void What_cannot_be_read_in_the_output_is_rejected(string source, string output, string entrant, string staff) =>
        Assert.Equal(new Reply("", 0, entrant, staff), Asked.Checker(source + "Accept();", output: output));

    [Fact]
    public void What_cannot_be_read_in_the_answer_is_the_scripts_fault() =>
        Assert.Equal(
            "check.csx(2): FormatException: Token 2 of Answer is 'x', which is no integer of 32 bits. (Test t1)",
            Asked.Checker("Answer.NextInt();\nAnswer.NextInt();", answer: "1 x").Fault
        );

    [Theory]
    [InlineData("Score(1.5m);")]
    [InlineData("Score(-0.1);")]
    [InlineData("Score(0.0 / double.Parse(\"0\"));")]
    public void A_share_outside_of_0_to_1_is_a_fault(string source) =>
        Assert.StartsWith("check.csx(1): ArgumentOutOfRangeException: A share is from 0 to 1.", Asked.Checker(source).Fault);

    [Fact]
    public void A_file_is_read_as_text_lines_tokens_and_bytes()
    {
        const string Source = """
            if (Output.Text != "a b\r\n\nc 2.5") Reject("text");
            if (!Output.Lines().SequenceEqual(new[] { "a b", "", "c 2.5" })) Reject("lines");
            if (!Output.Tokens().SequenceEqual(new[] { "a", "b", "c", "2.5" })) Reject("tokens");
            if (Output.Bytes.Count != 14 || Output.Bytes[0] != 0xEF) Reject("bytes");
            if (Output.NextToken() + Output.NextToken() + Output.NextToken() != "abc" || Output.AtEnd) Reject("next");
            if (Output.NextDouble() != 2.5 || !Output.AtEnd) Reject("number");
            Accept(1.5.ToString());
            """;
        Assert.Equal(new Reply("", 1, "1.5"), Asked.Checker(Source, output: "\uFEFFa b\r\n\nc 2.5"));
    }
}
