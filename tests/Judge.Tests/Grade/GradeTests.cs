using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Judge.Grade;
using Judge.Problems;
using Judge.Score;
using TestOutcome = Judge.Score.TestOutcome;

namespace Judge.Tests.Grade;

public sealed class GradeTests
{
    private static readonly Problem Doan = Problem("doan", 0.5m, 1.5m);
    private static readonly Problem Catdan = Problem("catdan", 5, 5);

    [Fact]
    public void Equal_sums_share_a_rank_and_what_is_missing_gives_nothing()
    {
        var table = Table();
        Assert.Equal([("An", 1, 7m), ("Bình", 1, 7m), ("Cường", 3, 0m)], table.Rows.Select(row => (row.Contestant, row.Rank, row.Total)));
        Assert.Equal([2m, 5m], table.Rows[0].Cells.Select(cell => cell.Points!.Value));
        Assert.Null(table.Rows[2].Cells[1].Points);
    }

    [Fact]
    public void The_spreadsheet_is_valid_and_holds_numbers_as_numbers_and_names_as_texts()
    {
        using var bytes = new MemoryStream();
        GradeSheets.Write(Table(evil: "=cmd|'/c calc'!A0\u0001"), Sentences.InVietnamese, bytes);
        bytes.Position = 0;
        using var book = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(error => error.Description));

        var sheets = book.WorkbookPart!.WorksheetParts.ToList();
        Assert.Equal(["Bảng điểm", "Chi tiết"], book.WorkbookPart.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        var first = sheets[0].Worksheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ToList();
        Assert.Equal(["1", "=cmd|'/c calc'!A0", "2", "5", "7", "1"], first.Select(cell => cell.InnerText));
        Assert.Equal(CellValues.InlineString, first[1].DataType!.Value);
        Assert.Null(first[2].DataType);
        Assert.Empty(sheets.SelectMany(sheet => sheet.Worksheet.Descendants<CellFormula>()));
    }

    [Fact]
    public void A_name_keeps_all_its_letters_and_nothing_in_it_is_read_as_an_escape()
    {
        using var bytes = new MemoryStream();
        GradeSheets.Write(Table(evil: " 𡨸喃 _x0041_ 🎓\ud800"), Sentences.InVietnamese, bytes);
        bytes.Position = 0;
        using var book = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(error => error.Description));
        var name = book.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ElementAt(1);
        Assert.Equal(" 𡨸喃 _x005F_x0041_ 🎓\ufffd", name.InnerText);
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes()
    {
        using MemoryStream one = new(),
            two = new();
        GradeSheets.Write(Table(), Sentences.InVietnamese, one);
        GradeSheets.Write(Table(), Sentences.InVietnamese, two);
        Assert.Equal(one.ToArray(), two.ToArray());
    }

    [Fact]
    public void What_an_earlier_run_wrote_is_no_contestant()
    {
        var folder = Directory.CreateTempSubdirectory("grade-");
        try
        {
            foreach (var file in (string[])["BAILAM/HS1/DOAN.PAS", "DETHI/DOAN/Test01/DOAN.INP", "KetQua/Logs/HS1[DOAN].PAS.log"])
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.FullName, file))!);
                File.WriteAllText(Path.Combine(folder.FullName, file), "");
            }

            var roots = GradeFolders.Find(folder.FullName, null, null, Path.Combine(folder.FullName, "KetQua"));
            Assert.Equal(new GradeFolders(Path.Combine(folder.FullName, "BAILAM"), Path.Combine(folder.FullName, "DETHI")), roots);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

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
        Assert.Contains("Chạy sinh lỗi\r\nterminated with exit code: 201 (Hexadecimal: C9)", text);
        Assert.EndsWith("Không tìm thấy kết quả", text);
    }

    private static GradeTable Table(string evil = "An") =>
        GradeTable.Of(
            [Doan, Catdan],
            [evil, "Bình", "Cường"],
            [
                new Grading(evil, Doan, "DOAN.PAS", Judged(Doan, (Verdict.Accepted, 1), (Verdict.Accepted, 1))),
                new Grading(evil, Catdan, "CATDAN.PY", Judged(Catdan, (Verdict.Accepted, 1), (Verdict.TimeLimit, 0))),
                new Grading("Bình", Doan, "DOAN.PAS", Judged(Doan, (Verdict.Accepted, 1), (Verdict.Accepted, 1))),
                new Grading("Bình", Catdan, "CATDAN.PAS", Judged(Catdan, (Verdict.WrongAnswer, 0), (Verdict.Accepted, 1))),
                new Grading(
                    "Cường",
                    Doan,
                    "DOAN.PAS",
                    new Judgement
                    {
                        Verdict = Verdict.CompileError,
                        Share = 0,
                        Program = new ProgramReport { CompilerMessage = "no" },
                    }
                ),
            ]
        );

    private static Judgement Judged(Problem problem, params (Verdict Verdict, decimal Share)[] tests) =>
        new()
        {
            Verdict = tests.Select(test => test.Verdict).FirstOrDefault(verdict => verdict != Verdict.Accepted, Verdict.Accepted),
            Share = tests.Select((test, at) => test.Share * problem.Tests[at].Mark).Sum() / problem.FullScore,
            Tests =
            [
                .. tests.Select(
                    (test, at) =>
                        new TestOutcome(problem.Tests[at].Name, false, test.Verdict, test.Share, TimeSpan.FromMilliseconds(15), 1 << 20)
                ),
            ],
        };

    private static Problem Problem(string name, params decimal[] marks) =>
        new()
        {
            Name = name,
            Version = "",
            Titles = new Dictionary<string, string> { ["vi"] = name },
            TimeLimit = TimeSpan.FromSeconds(1),
            MemoryBytes = 1,
            OutputBytes = 1,
            Folder = "",
            FullScore = marks.Sum(),
            Tests = [.. marks.Select((mark, at) => new Test($"Test{at + 1:00}", false, "", "") { Mark = mark })],
        };
}
