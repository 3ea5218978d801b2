using System.Text;
using Judge.Grade;
using Judge.Problems;
using Judge.Programs.Check;
using Judge.Score;
using static Judge.Tests.Grade.Gradings;

namespace Judge.Tests.Grade;

public sealed class ThemisLogTests
{
    [Fact]
    public void The_name_of_a_log_fits_on_a_disk_and_stays_its_own()
    {
        var names = new[] { "1", "2" }
            .Select(end => ThemisLog.Name(new Grading(string.Concat(Enumerable.Repeat("ễ", 84)) + end, Doan, "doan.PAS", null)))
            .ToList();
        Assert.All(names, name => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 200, 255));
        Assert.All(names, name => Assert.EndsWith("[DOAN].PAS.log", name));
        Assert.NotEqual(names[0], names[1]);
    }

    [Fact]
    public void A_log_is_written_as_Themis_does()
    {
        var grading = new Grading("HS001", Doan, "doan.PAS", Judged(Doan, (Verdict.Accepted, 1), (Verdict.WrongAnswer, 0)));
        Assert.Equal("HS001[DOAN].PAS.log", ThemisLog.Name(grading));
        Assert.Equal(
            "HS001‣DOAN: 0,50\r\ndoan.PAS\r\nDịch thành công\r\n\r\nHS001‣DOAN‣Test01: 0,50\r\nThời gian ≈ 0,015 "
                + "giây\r\nKết quả khớp đáp án!\r\n"
                + "HS001‣DOAN‣Test02: 0,00\r\nThời gian ≈ 0,015 giây\r\nKết quả KHÁC đáp án",
            ThemisLog.Text(grading, Sentences.InVietnamese)
        );
    }

    [Fact]
    public void A_test_with_some_of_its_points_is_called_right_in_part()
    {
        var part = Judged(Doan, (Verdict.WrongAnswer, 0.5m), (Verdict.WrongAnswer, 0));
        Assert.Equal(
            ["Kết quả đúng một phần", "Kết quả KHÁC đáp án"],
            part.Tests.Select(test => ThemisLog.Result(test, Sentences.InVietnamese))
        );
        Assert.Contains("Kết quả đúng một phần\r\n", ThemisLog.Text(new("HS1", Doan, "doan.PAS", part), Sentences.InVietnamese));
    }

    [Fact]
    public void Where_the_judge_failed_there_are_no_points_and_not_none()
    {
        var failed = new Grading(
            "HS001",
            Doan,
            "DOAN.PAS",
            Judged(Doan, (Verdict.Accepted, 1), (Verdict.JudgeError, 0)) with
            {
                Verdict = Verdict.JudgeError,
                Share = 0,
            }
        );
        Assert.Null(GradeTable.Of([Doan], ["HS001"], [failed]).Rows[0].Cells[0].Points);
        var log = ThemisLog.Text(failed, Sentences.InVietnamese);
        Assert.StartsWith("HS001‣DOAN: Chưa chấm\r\nDOAN.PAS\r\n", log);
        Assert.EndsWith("Lỗi hệ thống chấm", log);
    }

    [Fact]
    public void A_log_says_why_there_are_no_points()
    {
        Assert.Equal("HS001‣DOAN: ∄ Không có bài", ThemisLog.Text(new Grading("HS001", Doan, null, null), Sentences.InEnglish));
        Assert.Equal("HS001‣DOAN: Chưa chấm", ThemisLog.Text(new Grading("HS001", Doan, "DOAN.JAVA", null), Sentences.InEnglish));
        var broken = new Judgement
        {
            Verdict = Verdict.CompileError,
            Share = 0,
            Program = new ProgramReport { CompilerMessage = "line 1\nline 2" },
        };
        Assert.Equal(
            "HS001‣DOAN: ℱ Dịch lỗi\r\nDOAN.PAS\r\nline 1\r\nline 2\r\n",
            ThemisLog.Text(new Grading("HS001", Doan, "DOAN.PAS", broken), Sentences.InEnglish)
        );
        var crashed = Judged(Doan, (Verdict.RuntimeError, 0), (Verdict.WrongAnswer, 0));
        crashed = crashed with
        {
            Tests = [crashed.Tests[0] with { Code = 201 }, crashed.Tests[1] with { Message = TestMessage.NoOutputFile }],
        };
        var text = ThemisLog.Text(new Grading("HS001", Doan, "DOAN.PAS", crashed), Sentences.InEnglish);
        Assert.Contains("Chạy sinh lỗi\r\nCommand: \"DOAN\" terminated with exit code: 201 (Hexadecimal: C9)", text);
        Assert.EndsWith("Không tìm thấy kết quả", text);
    }

    /// <summary>Every line of a log has one of the forms that Themis writes, whatever came of the tests.</summary>
    [Fact]
    public void Every_line_is_in_Themis_own_form()
    {
        string[] remarks =
        [
            ForStaff(BuiltInChecker.ThemisC1, "12 x", "13 x"),
            ForStaff(BuiltInChecker.ThemisC1, "12", "12\n13"),
            ForStaff(BuiltInChecker.ThemisC3, "a", "b"),
            ForStaff(BuiltInChecker.ThemisC3, "", "b"),
            ForStaff(BuiltInChecker.ThemisC5, "a\"b", "a\n"),
            ForStaff(BuiltInChecker.Lines, "a", "b"),
            ForStaff(BuiltInChecker.UnorderedLines, "a", "b"),
            ForStaff(BuiltInChecker.Tokens, "1 2", "1 2 3"),
        ];
        var outcomes = remarks
            .Select(remark => (Verdict.WrongAnswer, remark))
            .Concat(
                Enum.GetValues<Verdict>()
                    .Where(verdict => verdict is not (Verdict.None or Verdict.CompileError))
                    .Select(verdict => (verdict, verdict == Verdict.JudgeError ? "checker/check.pas: It took too long." : ""))
            );
        foreach (var (verdict, remark) in outcomes)
        {
            var judged = Judged(Doan, (verdict, 0));
            judged = judged with { Tests = [judged.Tests[0] with { StaffRemark = remark, Code = 1 }] };
            var lines = ThemisLog.Text(new Grading("HS001", Doan, "DOAN.PAS", judged), Sentences.InVietnamese).Split("\r\n");
            Assert.All(lines, line => Assert.Matches(Form, line));
        }
    }

    private const string Form =
        @"\A(|HS001‣DOAN(‣Test0[12])?: ([0-9]+,[0-9]{2}|Chưa chấm)|DOAN\.PAS|Dịch thành công|Thời gian ≈ [0-9]+,[0-9]{3} giây"
        + @"|Output: .*\.     Answer: .*\.|Kết quả (khớp đáp án!|KHÁC đáp án|đúng một phần)|Chạy (quá thời gian!|quá bộ nhớ!|sinh lỗi)"
        + @"|Ghi ra quá nhiều!|Lỗi hệ thống chấm|Command: ""DOAN"" terminated with exit code: [0-9]+ \(Hexadecimal: [0-9A-F]+\))\z";

    private static string ForStaff(BuiltInChecker kind, string output, string answer)
    {
        var said = BuiltInCheckers.Check(kind, Encoding.UTF8.GetBytes(output), Encoding.UTF8.GetBytes(answer), TokenOptions.None).ForStaff;
        Assert.NotEmpty(said);
        return said;
    }
}
