using System.IO.Compression;
using System.Text;
using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Tests.Formats.Themis;

public sealed class ImportThemisTests : IDisposable
{
    private readonly ImportFolder _folder = new("DETHI");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_tests_root_gives_a_package_for_each_problem_with_its_marks_and_limits()
    {
        Tests("DOAN", "Test01", "Test02", "Test03");
        Tests("CATDAN", "Test1", "Test2");
        _folder.Write(
            "DOAN/Settings.cfg",
            Settings(
                """Name="DOAN" InputFile="DOAN.INP" UseStdIn="false" OutputFile="DOAN.OUT" UseStdOut="false" """
                    + """EvaluatorName="C2LinesWordsCase.dll" Mark="0,5" TimeLimit="1.5" MemoryLimit="256" """,
                """<TestCase Name="Test01" Mark="-1" TimeLimit="-1" MemoryLimit="-1"/>"""
                    + """<TestCase Name="Test02" Mark="1.25" TimeLimit="2,5" MemoryLimit="512"/><TestCase Name="Test03" Mark="-1"/>"""
            )
        );
        var report = _folder.Import();

        Assert.True(report.IsGood, All(report));
        Assert.Equal(("themis", "catdan doan"), (report.Format, string.Join(' ', report.Packages.Select(package => package.Name))));
        var problem = _folder.Load("doan");
        Assert.Equal((TimeSpan.FromSeconds(1.5), 256L << 20, 2.25m), (problem.TimeLimit, problem.MemoryBytes, problem.FullScore));
        Assert.Equal(
            ["Test01 0.5", "Test02 1.25", "Test03 0.5"],
            problem.Tests.Select(test => FormattableString.Invariant($"{test.Name} {test.Mark}"))
        );
        Assert.Equal((TimeSpan.FromSeconds(2.5), 512L << 20), (problem.Tests[1].TimeLimit, problem.Tests[1].MemoryBytes));
        Assert.Null(problem.Tests[0].TimeLimit);
        Assert.Equal(new FileNames("DOAN.INP", "DOAN.OUT"), problem.Files);
        Assert.Equal(new Checker.BuiltIn(BuiltInChecker.ThemisC2), problem.Checker);
    }

    [Fact]
    public void What_only_a_programmer_can_use_is_kept_for_the_command_line()
    {
        Tests("CATDAN", "Test1");
        _folder.Write("CATDAN/Settings.cfg", Settings("EvaluatorName=\"C1LinesWordsIgnoreCase.dll\"", "<TestCase Name=\"Test1\"/>"));
        var line = Assert.Single(Assert.Single(_folder.Import().Packages).Lines, line => line.Vietnamese.StartsWith("So từng dòng"));
        Assert.DoesNotContain("school.yaml", line.Vietnamese + line.English);
        Assert.EndsWith("(để bỏ qua xuống dòng: checker: themis_c3 trong school.yaml)", Sentences.InVietnamese.WithRemark(line.Text));
        Assert.EndsWith("(to ignore line breaks: checker: themis_c3 in school.yaml)", Sentences.InEnglish.WithRemark(line.Text));
    }

    [Fact]
    public void Without_settings_Themis_own_defaults_hold()
    {
        Tests("CATDAN", "Test1", "Test2", "Test10");
        var report = _folder.Import();
        var problem = _folder.Load("catdan");
        Assert.Equal((TimeSpan.FromSeconds(1), 1024L << 20, 3m), (problem.TimeLimit, problem.MemoryBytes, problem.FullScore));
        Assert.Equal(new Checker.BuiltIn(BuiltInChecker.ThemisC1), problem.Checker);
        Assert.Equal(new FileNames("CATDAN.INP", "CATDAN.OUT"), problem.Files);
        Assert.Equal(
            ["Test01 Test1", "Test02 Test2", "Test10 Test10"],
            problem.Tests.Select(test => $"{test.Name} {File.ReadAllText(test.InputPath)}")
        );
        Assert.Contains("no Settings.cfg", ImportFolder.Lines(report, ImportLineKind.Default));
        Assert.Contains("renamed", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Settings_may_be_packed_by_zlib(bool packed)
    {
        Tests("DOAN", "A");
        var text = Encoding.UTF8.GetBytes(Settings("Mark=\"3\"", "<TestCase Name=\"a\"/>"));
        _folder.Write("DOAN/settings.CFG", packed ? Zlib(text) : text);
        Assert.True(_folder.Import().IsGood);
        Assert.Equal(3m, _folder.Load("doan").FullScore);
    }

    [Theory]
    [InlineData("true", "true", null)]
    [InlineData("false", "false", false)]
    [InlineData("true", "false", true)]
    [InlineData("false", "true", true)]
    public void Standard_streams_are_taken_for_files_as_said(string reads, string writes, bool? streams)
    {
        Tests("DOAN", "1");
        _folder.Write("DOAN/Settings.cfg", Settings($"UseStdIn=\"{reads}\" UseStdOut=\"{writes}\""));
        Assert.True(_folder.Import().IsGood);
        Assert.Equal(streams is { } either ? new FileNames("DOAN.INP", "DOAN.OUT", either) : null, _folder.Load("doan").Files);
    }

    [Theory]
    [InlineData("C1LinesWordsIgnoreCase.dll", BuiltInChecker.ThemisC1)]
    [InlineData("c3WordsIgnoreCase.dll", BuiltInChecker.ThemisC3)]
    [InlineData("C4WordsCase", BuiltInChecker.ThemisC4)]
    [InlineData("C5Binary.dll", BuiltInChecker.ThemisC5)]
    public void Evaluators_of_Themis_are_built_in(string name, BuiltInChecker kind)
    {
        Tests("DOAN", "1");
        _folder.Write("DOAN/Settings.cfg", Settings($"EvaluatorName=\"{name}\""));
        Assert.True(_folder.Import().IsGood);
        Assert.Equal(new Checker.BuiltIn(kind), _folder.Load("doan").Checker);
    }

    [Theory]
    [InlineData("C8CompileThemis.dll", CheckerContract.Themis)]
    [InlineData("C9CompileTestlib.dll", CheckerContract.Testlib)]
    [InlineData("C10CompileCMS.dll", CheckerContract.Cms)]
    public void Sources_of_checkers_are_taken_with_their_contract(string name, CheckerContract contract)
    {
        Tests("DOAN", "1");
        _folder.Write("DOAN/Settings.cfg", Settings($"EvaluatorName=\"{name}\"")).Write("DOAN/Chấm DOAN.pas", "begin end.");
        Assert.True(_folder.Import().IsGood);
        var program = Assert.IsType<Checker.Program>(_folder.Load("doan").Checker);
        Assert.Equal((contract, "Cham_DOAN.pas"), (program.Contract, program.Source.Main));
    }

    [Fact]
    public void Of_several_sources_the_one_that_is_called_a_checker_is_taken_with_its_headers()
    {
        Tests("DOAN", "1");
        _folder
            .Write("DOAN/Settings.cfg", Settings("EvaluatorName=\"C9CompileTestlib.dll\""))
            .Write("DOAN/checker.cpp", "int main(){}")
            .Write("DOAN/testlib.h", "")
            .Write("DOAN/loigiai.cpp", "");
        var report = _folder.Import();
        Assert.True(report.IsGood, All(report));
        var program = Assert.IsType<Checker.Program>(_folder.Load("doan").Checker);
        Assert.Equal(("main.cpp", "main.cpp testlib.h"), (program.Source.Main, string.Join(' ', program.Source.Files)));
        Assert.Contains("loigiai.cpp", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Theory]
    [InlineData("EvaluatorName=\"C6AMM2External.dll\"", "give its source")]
    [InlineData("EvaluatorName=\"C7External.dll\"", "give its source")]
    [InlineData("EvaluatorName=\"C8CompileThemis.dll\"", "one source of the checker")]
    [InlineData("EvaluatorName=\"C11GraderDiff.dll\"", "functions")]
    [InlineData("EvaluatorName=\"Magic.dll\"", "'Magic.dll' is not known")]
    [InlineData("OutputFile=\"A.OUT|B.OUT\"", "only one can be judged")]
    [InlineData("InputFile=\"X.INP\"", "lacks the file X.INP")]
    [InlineData("Mark=\"half\"", "Mark is 'half'")]
    [InlineData("UseStdIn=\"maybe\"", "UseStdIn is 'maybe'")]
    [InlineData("TimeLimit=\"0.001\"", "is not from 0.01 to 60")]
    [InlineData("Mark=\"0\"", "all points together are 0")]
    [InlineData("InputFile=\"BÀI.INP\" OutputFile=\"BÀI.OUT\"", "lacks the file BÀI.INP, BÀI.OUT")]
    public void What_cannot_be_honoured_is_refused_with_a_sentence(string attributes, string sentence)
    {
        Tests("DOAN", "1");
        _folder.Write("DOAN/Settings.cfg", Settings(attributes));
        var report = _folder.Import();
        Assert.Equal(ImportOutcome.Refused, Assert.Single(report.Packages).Outcome);
        Assert.Contains(sentence, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Empty(Directory.GetDirectories(_folder.Into));
    }

    [Fact]
    public void Further_input_files_are_laid_beside_the_program()
    {
        _folder
            .Write("DOAN/T1/A.INP", "1")
            .Write("DOAN/T1/b.inp", "2")
            .Write("DOAN/T1/DOAN.OUT", "3")
            .Write("DOAN/Settings.cfg", Settings("InputFile=\"A.INP|B.INP\""));
        Assert.True(_folder.Import() is { IsGood: true } report, All(_folder.Import()));
        var test = Assert.Single(_folder.Load("doan").Tests);
        Assert.Equal("2", File.ReadAllText(Path.Combine(test.FilesFolder!, "B.INP")));
    }

    [Fact]
    public void Names_fold_their_case_and_folders_not_listed_are_told()
    {
        _folder
            .Write("DOAN/TEST01/doan.inp", "1")
            .Write("DOAN/test01/Doan.Out", "2")
            .Write("DOAN/Nháp/DOAN.INP", "")
            .Write("DOAN/Nháp/DOAN.OUT", "")
            .Write("DOAN/Settings.cfg", Settings("Extra=\"1\"", "<TestCase Name=\"Test01\"/><TestCase Name=\"test01\" Mark=\"9\"/>"));
        var report = _folder.Import();
        Assert.True(report.IsGood, All(report));
        Assert.Equal(1m, _folder.Load("doan").FullScore);
        Assert.Contains("'Nháp' is not among the tests", ImportFolder.Lines(report, ImportLineKind.LeftOut));
        Assert.Contains("'Extra' is not known", ImportFolder.Lines(report, ImportLineKind.Warning));
        Assert.Contains("more than once", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Fact]
    public void Contestants_beside_the_tests_are_left_alone()
    {
        Tests("DETHI/DOAN", "Test01");
        _folder
            .Write("BAILAM/HS001/DOAN.PAS", "")
            .Write("BAILAM/HS001/DOAN.INP", "")
            .Write("BAILAM/HS001/DOAN.OUT", "")
            .Write("BAILAM/HS002/DOAN.py", "");
        var report = _folder.Import();
        Assert.Equal(["doan"], report.Packages.Select(package => package.Name));
        Assert.Contains("2 contestants' folders", ImportFolder.Lines(report, ImportLineKind.LeftOut));
    }

    [Fact]
    public void A_single_problem_may_come_as_a_zip_and_is_called_as_its_files_are()
    {
        var zip = _folder.Zip("bai.zip", ("Đường Đi/Test1/X.INP", "1"), ("Đường Đi/Test1/X.OUT", "1"), ("Đường Đi/de.pdf", "%PDF"));
        var report = _folder.ImportFrom(zip);
        Assert.True(report.IsGood, All(report));
        Assert.Equal("x", Assert.Single(report.Packages).Name);
        Assert.Equal("X.INP", _folder.Load("x").Files!.Input);
        Assert.NotNull(_folder.Load("x").StatementPdf("vi"));
    }

    [Fact]
    public void Line_ends_of_Windows_become_those_of_Linux_where_every_line_has_them()
    {
        _folder.Write("DOAN/T1/DOAN.INP", "1\r\n2\r\n").Write("DOAN/T1/DOAN.OUT", "1\r\n2\n");
        Assert.Contains("1 test files end every line", ImportFolder.Lines(_folder.Import(), ImportLineKind.Warning));
        var test = Assert.Single(_folder.Load("doan").Tests);
        Assert.Equal(("1\n2\n", "1\r\n2\n"), (File.ReadAllText(test.InputPath), File.ReadAllText(test.AnswerPath)));
    }

    [Fact]
    public void Settings_that_swell_or_define_entities_are_refused()
    {
        Tests("DOAN", "1");
        _folder.Write("DOAN/Settings.cfg", Zlib(new byte[40 << 20]));
        Assert.Contains("beyond 16 MB", ImportFolder.Lines(_folder.Import(), ImportLineKind.Error));

        _folder.Write("DOAN/Settings.cfg", "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><ExamInformation Name=\"&c;\"/>");
        Assert.Contains("no problem settings of Themis", ImportFolder.Lines(_folder.Import(), ImportLineKind.Error));
    }

    [Theory]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><ExamInformation TimeLimit=\"2\"/>")]
    [InlineData("\r\n<?xml version=\"1.0\" encoding=\"utf-16\"?>\r\n<ExamInformation TimeLimit=\"2\"/>")]
    [InlineData("\uFEFF<?xml version=\"1.0\" encoding=\"windows-1258\"?><ExamInformation TimeLimit=\"2\"/>")]
    public void Settings_are_read_whatever_stands_before_them(string settings)
    {
        Tests("DOAN", "1");
        _folder.Write("DOAN/Settings.cfg", settings);
        Assert.True(_folder.Import().IsGood);
        Assert.Equal(TimeSpan.FromSeconds(2), _folder.Load("doan").TimeLimit);
    }

    [Theory]
    [InlineData("#include \"testlib.h\"\n", "testlib.h")]
    [InlineData("#include <bits/stdc++.h>\n  #  include <testlib.h>\n", "testlib.h")]
    [InlineData("#include \"TestLib.H\"\n", "TestLib.H")]
    public void A_checker_gets_testlib_from_anywhere_in_the_source_or_is_refused(string source, string name)
    {
        Tests("DOAN", "1");
        _folder.Write("DOAN/Settings.cfg", "<ExamInformation EvaluatorName=\"C9CompileTestlib.dll\"/>").Write("DOAN/check.cpp", source);
        Assert.Contains("needs testlib.h, which is not in the source", ImportFolder.Lines(_folder.Import(), ImportLineKind.Error));
        _folder.Write("ThuVien/TestLib.h", "// lib");
        Assert.True(_folder.Import().IsGood);
        Assert.Equal("// lib", _folder.Read($"doan/checker/{name}"));
        Assert.Equal("main.cpp", Assert.IsType<Checker.Program>(_folder.Load("doan").Checker).Source.Main);
    }

    [Theory]
    [InlineData("program c;\nuses Windows, SysUtils;\nbegin end.", true)]
    [InlineData("{$MODE OBJFPC}\r\nUSES\r\n  SysUtils,\r\n  WINDOWS;\r\nbegin end.", true)]
    [InlineData("uses SysUtils; { uses Windows; }\nbegin end.", false)]
    [InlineData("uses SysUtils, Math;\nbegin writeln('uses Windows;') end.", false)]
    [InlineData("uses WindowsX;\nbegin end.", false)]
    public void A_checker_that_uses_Windows_gets_a_unit_that_stands_for_it(string source, bool gets)
    {
        Tests("DOAN", "1");
        _folder.Write("DOAN/Settings.cfg", "<ExamInformation EvaluatorName=\"C8CompileThemis.dll\"/>").Write("DOAN/cham.pas", source);
        Assert.True(_folder.Import().IsGood);
        var checker = Assert.IsType<Checker.Program>(_folder.Load("doan").Checker).Source;
        Assert.Equal(gets, checker.Files.Contains("windows.pas"));
        Assert.Equal(gets ? "main.pas" : "cham.pas", checker.Main);
    }

    /// <summary>Looked for anew at each beginning, an end that is not there takes minutes.</summary>
    [Theory]
    [InlineData("(*")]
    [InlineData("{")]
    public void A_checker_full_of_comments_without_an_end_is_read_through_once(string beginning)
    {
        Tests("DOAN", "1");
        var source = "uses Windows;\n" + string.Concat(Enumerable.Repeat(beginning, 400_000));
        _folder.Write("DOAN/Settings.cfg", "<ExamInformation EvaluatorName=\"C8CompileThemis.dll\"/>").Write("DOAN/cham.pas", source);
        Assert.True(_folder.Import().IsGood);
        Assert.Contains("windows.pas", Assert.IsType<Checker.Program>(_folder.Load("doan").Checker).Source.Files);
    }

    [Theory]
    [InlineData("C8CompileThemis.dll", "cham.cpp", "\ufeffint main(){}", "#define THEMIS\n#line 1\nint main(){}")]
    [InlineData("C8CompileThemis.dll", "cham.pas", "begin end.", "begin end.")]
    [InlineData("C10CompileCMS.dll", "cham.cpp", "int main(){}", "int main(){}")]
    public void A_checker_of_Themis_in_C_plus_plus_knows_where_it_runs(string evaluator, string file, string source, string taken)
    {
        Tests("DOAN", "1");
        _folder.Write("DOAN/Settings.cfg", $"<ExamInformation EvaluatorName=\"{evaluator}\"/>").Write($"DOAN/{file}", source);
        Assert.True(_folder.Import().IsGood);
        Assert.Equal(taken, _folder.Read($"doan/checker/{file}"));
    }

    [Fact]
    public void A_time_limit_that_no_test_can_have_is_lowered_and_told()
    {
        Tests("DOAN", "1");
        _folder.Write(
            "DOAN/Settings.cfg",
            "<ExamInformation TimeLimit=\"100\"><TestCase Name=\"1\" Mark=\"-1\" TimeLimit=\"75,5\" MemoryLimit=\"-1\"/></ExamInformation>"
        );
        var report = _folder.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal(TimeSpan.FromSeconds(60), _folder.Load("doan").TimeLimit);
        Assert.Contains("The time limit of 100 s is too long", ImportFolder.Lines(report, ImportLineKind.Warning));
        Assert.Contains("The time limit of 75.5 s is too long", ImportFolder.Lines(report, ImportLineKind.Warning));
    }

    [Theory]
    [InlineData("Test1/BAI1.INP", "Test1/BAI1.OUT", "themis", "bai1")]
    [InlineData("01/DETHI.INP", "01/DETHI.OUT", "themis", "dethi")]
    [InlineData("dulieu/1.inp", "dulieu/1.out", "plain", "dethi")]
    public void A_problem_of_one_test_is_one_where_names_tell_so(string input, string output, string format, string name)
    {
        _folder.Write(input, "1\n").Write(output, "1\n");
        var report = _folder.Import();
        Assert.True(report.IsGood, ImportFolder.Lines(report, ImportLineKind.Error));
        Assert.Equal((format, name), (report.Format, Assert.Single(report.Packages).Name));
    }

    [Fact]
    public void Two_problems_whose_names_become_one_get_two_packages()
    {
        Tests("BÀI 1", "T");
        Tests("BAI1", "T");
        Assert.Equal(["bai1", "bai12"], _folder.Import().Packages.Select(package => package.Name));
    }

    private void Tests(string problem, params string[] tests)
    {
        foreach (var test in tests)
        {
            _folder
                .Write($"{problem}/{test}/{Path.GetFileName(problem)}.INP", test)
                .Write($"{problem}/{test}/{Path.GetFileName(problem)}.OUT", test);
        }
    }

    private static string Settings(string attributes, string tests = "") =>
        $"\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?><ExamInformation {attributes}>{tests}</ExamInformation>";

    private static byte[] Zlib(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string All(ImportReport report) =>
        string.Join(
            '\n',
            report.Lines.Concat(report.Packages.SelectMany(package => package.Lines)).Select(line => $"{line.Kind} {line.English}")
        );
}
