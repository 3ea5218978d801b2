using System.Text;
using Judge.Formats;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Score;

namespace Problems.Tests;

/// <summary>Checkers as Themis' users write them, imported with a trial in boxes and then judging.</summary>
public sealed class ImportedCheckersTests(Judges judges) : IDisposable
{
    /// <summary>Reads the folders as UTF-8, as Themis hands them over, and calls what Windows has.</summary>
    private const string OfWindows = """
        {$MODE OBJFPC}{$APPTYPE CONSOLE}
        program Cham;
        uses Windows, SysUtils, Classes, Math, Crt, StrUtils;
        var test, work: WideString; s: AnsiString; f: TextFile; a, b: LongInt; start: DWORD;
        begin
          SetConsoleOutputCP(CP_UTF8);
          start := Windows.GetTickCount;
          ReadLn(s); test := Utf8Decode(s);
          ReadLn(s); work := Utf8Decode(s);
          SetCurrentDirectoryW(PWideChar(test));
          AssignFile(f, 'NHAP.OUT'); Reset(f); Read(f, a); CloseFile(f);
          SetCurrentDirectoryW(PWideChar(work));
          AssignFile(f, 'NHAP.OUT'); Reset(f); Read(f, b); CloseFile(f);
          WriteLn('Thoi gian cham: ', Max(0, Windows.GetTickCount - start));
          if a = b then WriteLn('1.0') else WriteLn('0.0');
          ExitProcess(0)
        end.
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("imported-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_checker_that_uses_Windows_judges()
    {
        var report = Import("cham.pas", OfWindows);
        Assert.True(report.IsGood, Errors(report));
        var problem = ProblemPackage.Load(Path.Combine(_folder, "problems", "nhap"));
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(problem, "f = open('NHAP.OUT', 'w'); f.write(open('NHAP.INP').read())")).Verdict);
        Assert.Equal(Verdict.WrongAnswer, (await JudgeAsync(problem, "open('NHAP.OUT', 'w').write('8')")).Verdict);
    }

    [Theory]
    [InlineData("cham.pas", "uses Graph; begin end.", "Graph")]
    [InlineData("cham.cpp", "#include \"thuvien.h\"\nint main() {}", "thuvien.h")]
    public void A_checker_that_does_not_compile_is_refused_with_the_compilers_words(string file, string source, string words)
    {
        var report = Import(file, source);
        Assert.False(report.IsGood);
        Assert.Contains(words, Errors(report), StringComparison.OrdinalIgnoreCase);
    }

    private ImportReport Import(string file, string source)
    {
        Write("NHAP/Settings.cfg", "<ExamInformation EvaluatorName=\"C8CompileThemis.dll\"/>");
        Write("NHAP/Test1/NHAP.INP", "7\n");
        Write("NHAP/Test1/NHAP.OUT", "7\n");
        Write("NHAP/" + file, source);
        var ct = TestContext.Current.CancellationToken;
        return Importers.Run(
            new ImportRequest(Path.Combine(_folder, "NHAP"), Path.Combine(_folder, "problems"))
            {
                Trial = problem => judges.Trial.RunAsync(problem, ct).GetAwaiter().GetResult(),
            },
            ct
        );
    }

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, file))!);
        File.WriteAllText(Path.Combine(_folder, file), text);
    }

    private static string Errors(ImportReport report) =>
        string.Join(
            '\n',
            report
                .Packages.SelectMany(package => package.Lines)
                .Where(line => line.Kind == ImportLineKind.Error)
                .SelectMany(line => line.Text.Arguments.Prepend(line.Text.Key))
        );

    private Task<Judgement> JudgeAsync(Problem problem, string source) =>
        judges.JudgeAsync(
            problem,
            "python",
            Encoding.UTF8.GetBytes(source),
            stopAtFirstFailure: false,
            onTest: null,
            TestContext.Current.CancellationToken
        );
}
