using System.Text.Json;
using Judge.Problems;
using Judge.Score;
using Judge.Worker;

namespace Judge.Tests.Worker;

public sealed class ReportTests
{
    private static readonly TestOutcome Sample = new("1", true, Verdict.Accepted, 1, TimeSpan.FromMilliseconds(2), 1 << 20);
    private static readonly TestOutcome Passed = new("01", false, Verdict.Accepted, 1, TimeSpan.FromMilliseconds(1234.4), 3 << 19);
    private static readonly TestOutcome Failed = new(
        "02",
        false,
        Verdict.RuntimeError,
        0,
        TimeSpan.FromMilliseconds(3),
        1 << 20,
        TestMessage.ExitCode,
        201
    );

    private static readonly Judgement Judgement = new()
    {
        Verdict = Verdict.RuntimeError,
        Share = 1m / 3,
        Program = new ProgramReport { Cpu = TimeSpan.FromMilliseconds(1234.4), MemoryBytes = 3 << 19 },
        Tests = [Sample, Passed, Failed],
        ProblemVersion = "v1",
    };

    [Fact]
    public void The_table_is_Vietnamese_with_decimal_commas_unless_asked() =>
        Assert.Equal(
            """
            Tổng (tong) · Pascal, FPC 3.2.2 · 1 s, 64 MB
            Test         Kết quả               Thời gian       Bộ nhớ     điểm
            mẫu 1        Đúng                       2 ms         1 MB        –
            01           Đúng                    1234 ms       1,5 MB    33,33
            02           Lỗi thực thi               3 ms         1 MB        0  mã thoát 201

            Đúng một phần (33,33/100) · 1234 ms · 1,5 MB

            """,
            Table("vi", Judgement)
        );

    [Fact]
    public void The_table_is_English_when_asked() =>
        Assert.Contains("Partially correct (33.33/100) · 1234 ms · 1.5 MB", Table("en", Judgement));

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Every_verdict_fault_and_message_has_words(string language)
    {
        var words = Words.Of(["--lang", language]);
        Assert.Equal(8, Enum.GetValues<Verdict>().Select(words.Verdict).Distinct().Count());
        Assert.All(
            Enum.GetValues<CompileFault>().Except([CompileFault.None, CompileFault.Errors]),
            fault => Assert.NotEmpty(words.Fault(fault))
        );
        Assert.All(
            Enum.GetValues<TestMessage>().Except([TestMessage.None]),
            message => Assert.NotEmpty(words.Message(message, 1, "BAI1.OUT"))
        );
    }

    [Fact]
    public void A_compile_error_is_told_with_the_compilers_words()
    {
        var table = Table(
            "vi",
            new Judgement
            {
                Verdict = Verdict.CompileError,
                Share = 0,
                Program = new ProgramReport { CompileFault = CompileFault.TimeLimit, CompilerMessage = "main.pas(1,1) Fatal" },
            }
        );
        Assert.EndsWith("\nLỗi biên dịch. Biên dịch mất quá nhiều thời gian.\n\nTrình biên dịch báo:\nmain.pas(1,1) Fatal\n", table);
    }

    [Fact]
    public void Machines_get_invariant_numbers_and_codes()
    {
        var output = new StringWriter();
        new JsonReport(output, Some.Problem(1, 3), Some.Language()).End(Judgement);

        using var json = JsonDocument.Parse(output.ToString());
        var root = json.RootElement;
        Assert.Equal(
            ("tong", "pascal", "RTE"),
            (root.GetProperty("problem").GetString(), root.GetProperty("language").GetString(), root.GetProperty("verdict").GetString())
        );
        Assert.Equal(1234.4, root.GetProperty("cpuMs").GetDouble());
        var last = root.GetProperty("tests")[2];
        Assert.Equal(
            ("02", false, "RTE", "ExitCode", 201),
            (
                last.GetProperty("name").GetString(),
                last.GetProperty("sample").GetBoolean(),
                last.GetProperty("verdict").GetString(),
                last.GetProperty("message").GetString(),
                last.GetProperty("code").GetInt32()
            )
        );
    }

    private static string Table(string language, Judgement judgement)
    {
        var output = new StringWriter { NewLine = "\n" };
        var report = new TableReport(output, Words.Of(["--lang", language]), Some.Problem(1, 3), Some.Language());
        report.Begin();
        foreach (var test in judgement.Tests)
        {
            report.Test(test);
        }

        report.End(judgement);
        return output.ToString();
    }
}
