using System.Text;
using Judge.Problems.Package;
using Judge.Submit;
using Judge.Submit.Intake;
using Judge.Verify;
using Support;
using static Judge.Tests.Submit.Intake.Handed;

namespace Judge.Tests.Submit.Intake;

public sealed class HandinIntakeTests
{
    [Fact]
    public void Line_ends_that_a_browser_added_are_taken_out_of_typed_text_and_nothing_else_is()
    {
        Assert.Equal("a\nb\n", Decide("pascal", HandedFile.Typed("a\r\nb\r\n")).Stored());
        Assert.Equal("a\rb\n", Decide("pascal", HandedFile.Typed("a\rb\n")).Stored());
        Assert.Equal("a\r\nb\r\n", Decide("pascal", File("a.pas", "a\r\nb\r\n")).Stored());
    }

    [Theory]
    [InlineData("bai1.pas", null, "pascal")]
    [InlineData("BAI1.PAS", "python", "pascal")]
    [InlineData("thư mục/Bài 1.py", "pascal", "python")]
    [InlineData("C:\\Users\\An\\bai1.cpp", null, "cpp")]
    [InlineData("bai1.C", "cpp", "c")]
    [InlineData("bai1", "python", "python")]
    [InlineData("bai1.", "python", "python")]
    [InlineData("bai1", null, "handin.noLanguage")]
    [InlineData("bai1", "cobol", "handin.noLanguage")]
    [InlineData("bai1.rs", "pascal", "handin.noSource")]
    [InlineData("bai1.pas.txt", "pascal", "handin.noSource")]
    [InlineData("bai1.pas.exe", "pascal", "handin.noSource")]
    [InlineData("bai1.h", "cpp", "handin.noSource")]
    [InlineData("bai1.rar", "pascal", "handin.packed")]
    [InlineData("__MACOSX/._bai1.pas", "pascal", "handin.noFile")]
    public void The_ending_tells_the_language_and_the_choice_where_there_is_none(string name, string? chosen, string expected) =>
        Assert.Equal(expected, Decide(chosen, File(name)).Short());

    [Theory]
    [InlineData("a.py b.pas", "pascal", "pascal")]
    [InlineData("a.py b.pas", "python", "python")]
    [InlineData("a.py b.pas", "cpp", "handin.severalLanguages")]
    [InlineData("a.py b.pas", null, "handin.severalLanguages")]
    [InlineData("a.c b.h", "cpp", "c")]
    [InlineData("a.cpp b.h", "pascal", "cpp")]
    [InlineData("a.cpp b.c c.h", "c", "c")]
    [InlineData("a.cpp b.cpp", null, "cpp")]
    [InlineData("a.pas b.pas", "pascal", "handin.noMain")]
    [InlineData("main.pas b.pas", "pascal", "pascal")]
    [InlineData("main.pas Main.PAS", "pascal", "handin.sameName")]
    [InlineData("x/u.pas y/U.pas main.pas", "pascal", "handin.sameName")]
    [InlineData("main.pas bài.pas", "pascal", "handin.badName")]
    [InlineData("main.py aux.py", "python", "handin.badName")]
    [InlineData("bai1 main.pas", "python", "pascal")]
    public void Of_several_files_one_language_is_meant(string names, string? chosen, string expected) =>
        Assert.Equal(expected, Decide(chosen, [.. names.Split(' ').Select(name => File(name))]).Short());

    [Fact]
    public void Another_language_than_the_chosen_one_is_told()
    {
        Assert.Empty(Decide("pascal", File("a.pas")).Handin!.Remarks);
        Assert.Equal(
            "Tệp “bai.py” có đuôi của Python nên được chấm bằng Python, không phải Pascal đã chọn.",
            Decide("pascal", File("bai.py")).Handin!.Remarks.Said()
        );
    }

    [Fact]
    public void A_single_source_in_a_zip_is_a_single_source_whatever_it_and_its_neighbours_are_called()
    {
        var alone = Decide(null, File("Bài 1.pas", "x"));
        var zipped = Decide(
            null,
            Zip(
                File("Nguyễn An/Bài 1.pas", "x"),
                File("Nguyễn An/Thumbs.db"),
                File(".DS_Store"),
                File("__MACOSX/a.pas"),
                File("../đề.docx")
            )
        );
        Assert.Equal(alone.Told(), zipped.Told());
        Assert.Equal("Không dùng: đề.docx.", zipped.Handin!.Remarks.Said());
    }

    [Theory]
    [InlineData(437)]
    [InlineData(1258)]
    public void A_name_in_an_old_code_page_does_no_harm(int codePage)
    {
        var names = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var zip = Zipped([File("Bài toán é.pas", "x")], "", _ => { }, names);
        Assert.Equal("x", Decide(null, new HandedFile("a.zip", zip)).Stored());
    }

    [Fact]
    public void A_file_that_is_included_goes_along_and_an_odd_name_of_the_only_source_gives_way()
    {
        var decision = Decide(null, File("Bài 1.cpp", "s"), File("lib/bai.h", "h"), File("a.exe"), File("a.inp"));
        Assert.Equal("bai.h=h main.cpp=s", decision.Stored());
        Assert.Equal("Không dùng: a.exe, a.inp.", decision.Handin!.Remarks.Said());
    }

    [Fact]
    public void A_byte_order_mark_is_dropped_from_every_file_and_an_old_encoding_stays()
    {
        byte[] old = [0x7B, 0xC4, 0xD8, 0xAE, 0x0D, 0x0A, 0xEF, 0xBB, 0xBF, 0x1A];
        Assert.Equal(old, Decide(null, File("a.pas", old)).Handin!.Bytes.ToArray());
        Assert.Equal("x\r\n", Decide(null, File("a.pas", "\uFEFFx\r\n")).Stored());
        Assert.Equal("x", Decide("pascal", HandedFile.Typed("\uFEFF\uFEFFx")).Stored());
        Assert.Equal("x", Decide(null, Zip(File("a.pas", "\uFEFFx"))).Stored());
        Assert.Equal("a.pas=u main.pas=x", Decide(null, File("main.pas", "\uFEFFx"), File("a.pas", "\uFEFFu")).Stored());
    }

    [Theory]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16BE", true, "UTF-16")]
    [InlineData("utf-16", false, "UTF-16")]
    [InlineData("utf-16BE", false, "UTF-16")]
    [InlineData("utf-32", true, "UTF-32")]
    [InlineData("utf-32BE", false, "UTF-32")]
    [InlineData("utf-32", false, "UTF-32")]
    public void Text_of_wide_signs_is_refused_by_its_name_and_the_cure_is_told(string encoding, bool mark, string name)
    {
        var wide = Encoding.GetEncoding(encoding);
        byte[] bytes =
        [
            .. mark ? wide.GetPreamble() : [],
            .. wide.GetBytes("{ Bài một: tính tổng, chữ Việt: ễ ộ ữ }\nbegin\n  writeln(1)\nend.\n"),
        ];
        foreach (var decision in (HandinDecision[])[Decide(null, File("Bài 1.pas", bytes)), Decide(null, Zip(File("x/Bài 1.pas", bytes)))])
        {
            Assert.Equal("handin.wide", decision.Short());
            Assert.StartsWith($"Tệp “Bài 1.pas” được lưu bằng mã {name}", decision.Told());
            Assert.Contains("UTF-8", decision.Told());
        }
    }

    [Theory]
    [InlineData("begin\0end.", "handin.notText")]
    [InlineData("\u007fELF\u0002\u0001\u0001", "handin.notText")]
    [InlineData("MZ\u0090\u0003", "handin.notText")]
    [InlineData("", "handin.empty")]
    [InlineData(" \r\n\t\u001a", "handin.empty")]
    public void What_is_no_source_is_refused_by_its_name(string text, string key)
    {
        foreach (var decision in (HandinDecision[])[Decide(null, File("a.pas", text)), Decide(null, Zip(File("a.pas", text)))])
        {
            Assert.Equal(key, decision.Short());
            Assert.Contains("“a.pas”", decision.Told());
        }

        Assert.Equal(key, Decide("pascal", HandedFile.Typed(text)).Short());
    }

    [Fact]
    public void An_empty_module_beside_a_program_is_no_flaw() =>
        Assert.Equal("python", Decide(null, File("main.py", "import a"), File("a.py", "")).Short());

    [Fact]
    public void Sizes_are_those_of_the_sources_whether_zipped_or_not()
    {
        var half = new string('x', SubmitRule.MostBytes / 2);
        Assert.Equal("pascal", Decide(null, File("main.pas", half), File("a.pas", half)).Short());
        Assert.Equal("pascal", Decide(null, Zip(File("main.pas", half), File("a.pas", half))).Short());
        Assert.Equal("handin.tooLarge", Decide(null, File("main.pas", half), File("a.pas", half + "x")).Short());
        Assert.Equal("handin.tooLarge", Decide(null, Zip(File("main.pas", half), File("a.pas", half + "x"))).Short());
        Assert.Equal("handin.tooLarge", Decide(null, File("a.pas", new byte[10 << 20])).Short());
        Assert.Equal("handin.tooLarge", Decide(Some.Problem() with { SourceBytes = 10 }, null, File("a.pas", new string('x', 11))).Short());
        Assert.Equal("handin.tooManyFiles", Decide(null, [.. Enumerable.Range(0, 21).Select(i => File($"main{i}.cpp"))]).Short());
    }

    [Fact]
    public void What_is_stored_passes_the_last_look_of_whoever_stores_it()
    {
        var full = Enumerable.Range(0, 20).Select(i => File($"{new string('n', 50)}{i}.cpp", new string('x', SubmitRule.MostBytes / 20)));
        var decision = Decide(null, [.. full]);
        Assert.Equal(SubmitResult.None, SubmitRule.OfHandin(decision.Handin!.Bytes.Span, Some.Problem()));
    }

    [Fact]
    public void A_bad_zip_is_refused_with_its_own_sentence()
    {
        var zip = Zipped([File("main.pas")], "", _ => { });
        Assert.Equal("handin.badZip", Decide("pascal", new HandedFile("a.zip", zip[..^30])).Short());
        var locked = (byte[])zip.Clone();
        locked[locked.AsSpan().LastIndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        Assert.Equal("handin.lockedZip", Decide("pascal", new HandedFile("a.zip", locked)).Short());
        var link = Zipped([File("main.pas", "/etc/passwd")], "", entry => entry.ExternalAttributes = unchecked((int)0xA1FF0000));
        Assert.Equal("handin.link", Decide("pascal", new HandedFile("a.zip", link)).Short());
        Assert.Equal("handin.tooLarge", Decide("pascal", Zip(File("a.pas", new string('0', 50_000_000)))).Short());
        Assert.Equal(
            "handin.tooManyFiles",
            Decide("pascal", Zip([.. Enumerable.Range(0, 5_000).Select(i => File($"{i}.pas", ""))])).Short()
        );
        Assert.Equal("handin.packed", Decide("pascal", Zip(Zip(File("a.pas")))).Short());
        Assert.Equal("handin.zipAmongFiles", Decide("pascal", File("a.pas"), Zip(File("b.pas"))).Short());
        Assert.Equal("handin.noFile", Decide("pascal", Zip()).Short());
        Assert.Equal("handin.noSource", Decide("pascal", Zip(File("a.docx"), File("b.txt"))).Short());
    }

    [Fact]
    public void The_greatest_size_that_is_told_is_the_same_for_a_file_and_for_one_in_a_zip()
    {
        var large = File("a.pas", new string('0', 5_000_000));
        Assert.Contains(" 256 KB", Decide("pascal", Zip(large)).Told());
        Assert.Equal(Decide("pascal", large).Told(), Decide("pascal", Zip(large)).Told());
    }

    [Fact]
    public void What_nobody_compiles_is_not_unpacked_however_large_it_is() =>
        Assert.Equal("begin end.", Decide(null, Zip(File("phim.mp4", new byte[30 << 20]), File("a.pas"))).Stored());

    [Fact]
    public void The_problem_says_which_languages_it_takes()
    {
        var problem = Some.Problem() with { Languages = ["python"] };
        Assert.Equal("Bài này không nhận Pascal; đề bài chỉ nhận: Python.", Decide(problem, null, File("a.pas")).Told());
        Assert.Contains(".py.", Decide(problem, null, File("a.rs")).Told());
        Assert.Equal("python", HandinIntake.Decide([File("a.py")], null, null, Known).Short());
    }

    [Fact]
    public void Every_solution_of_our_own_packages_comes_in()
    {
        var refused =
            from folder in Directory.GetDirectories(Path.Combine(Repository.Root, "problems"))
            where System.IO.File.Exists(Path.Combine(folder, "problem.yaml"))
            let problem = ProblemPackage.Load(folder)
            from solution in AuthorSolutions.Read(problem)
            let files = HandedFiles.ReadAsync(solution.Files, CancellationToken.None).GetAwaiter().GetResult()
            let refusal = HandinIntake.Decide(files, problem with { Languages = [] }, solution.Language, Known).Refusal
            where refusal is not null
            select $"{problem.Name}/{solution.Path}: {refusal.Key}";
        Assert.Empty(refused);
    }
}
