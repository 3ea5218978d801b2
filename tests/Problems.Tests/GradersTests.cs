using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Problems.Tests;

/// <summary>Functions that the author's program calls, in each language, named as packages of CMS, Kattis and Polygon name it.</summary>
public sealed class GradersTests(Judges judges)
{
    private const string C = """
        #include <stdio.h>
        #include "giai.h"
        static const char *secret = "the secret key";
        int main(void) { int x; if (scanf("%d", &x) == 1) printf("%d\n", giai(x)); return !secret; }
        """;

    private const string Pascal = "program chinh; uses giai; var x: longint; begin readln(x); { the secret key } writeln(GiaiBai(x)) end.";

    private const string Unit = "unit giai; interface function GiaiBai(x: longint): longint; implementation ";

    private const string ReadFile = """
        #include <stdio.h>
        #include "giai.h"
        int giai(int x) {
          char line[64] = "";
          FILE *f = fopen("/prog/grader.ENDING", "r");
          if (f) fgets(line, 64, f), fclose(f);
          f = fopen("/prog/giai.h", "r");
          if (f) fgets(line, 64, f), fclose(f);
          f = fopen("/prog/grader.ENDING", "w");
          return *line || f ? x : -1;
        }
        """;

    /// <summary>Language, source, what comes of it.</summary>
    public static TheoryData<string, string, Verdict, CompileFault> Functions =>
        new()
        {
            { "cpp", "#include \"giai.h\"\nint giai(int x) { return x; }", Verdict.Accepted, CompileFault.None },
            { "c", "#include \"giai.h\"\nint giai(int x) { return x; }", Verdict.Accepted, CompileFault.None },
            { "pascal", Unit + "function GiaiBai(x: longint): longint; begin GiaiBai := x end; end.", Verdict.Accepted, CompileFault.None },
            { "python", "def giai(x): return x", Verdict.Accepted, CompileFault.None },
            { "cpp", "#include \"giai.h\"\nint giai(int x) { return -x; }", Verdict.WrongAnswer, CompileFault.None },
            { "c", "int *p; int giai(int x) { return *p + x; }", Verdict.RuntimeError, CompileFault.None },
            { "cpp", "int giai(long x) { return x; }", Verdict.CompileError, CompileFault.FunctionMismatch },
            { "cpp", "#include \"giai.h\"\nlong giai(int x) { return x; }", Verdict.CompileError, CompileFault.FunctionMismatch },
            { "cpp", "int giai(int x) { return x; } int main() {}", Verdict.CompileError, CompileFault.FunctionMismatch },
            { "cpp", "int giai(int x) { return y; }", Verdict.CompileError, CompileFault.Errors },
            { "c", "#include \"giai.h\"\nlong giai(int x) { return x; }", Verdict.CompileError, CompileFault.FunctionMismatch },
            { "c", "int Giai(int x) { return x; }", Verdict.CompileError, CompileFault.FunctionMismatch },
            { "pascal", "begin writeln(1) end.", Verdict.CompileError, CompileFault.FunctionMismatch },
            {
                "pascal",
                Unit.Replace("GiaiBai", "Giai", StringComparison.Ordinal) + "function Giai(x: longint): longint; begin Giai := x end; end.",
                Verdict.CompileError,
                CompileFault.FunctionMismatch
            },
            { "cpp", ReadFile.Replace("ENDING", "cpp", StringComparison.Ordinal), Verdict.WrongAnswer, CompileFault.None },
            { "c", ReadFile.Replace("ENDING", "c", StringComparison.Ordinal), Verdict.WrongAnswer, CompileFault.None },
            { "cpp", "#define main other\n#include \"grader.cpp\"\nint y = z;", Verdict.CompileError, CompileFault.Errors },
            {
                "cpp",
                "#include \"grader.cpp\"\n#define const !\n#include \"grader.cpp\"\n",
                Verdict.CompileError,
                CompileFault.FunctionMismatch
            },
        };

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_is_judged_with_the_authors_program_or_told_that_it_does_not_fit(
        string language,
        string source,
        Verdict verdict,
        CompileFault fault
    )
    {
        using var package = Package();
        var judgement = await JudgeAsync(package.Load(), language, Encoding.UTF8.GetBytes(source));
        Assert.True((verdict, fault) == (judgement.Verdict, judgement.Program!.CompileFault), Told(judgement));
        Assert.DoesNotContain("secret", judgement.Program.CompilerMessage);
    }

    [Theory]
    [InlineData("def Giai(x): return x")]
    [InlineData("def giai(x, y): return x")]
    public async Task A_Python_function_that_cannot_be_called_is_told_so(string source)
    {
        using var package = Package();
        var judgement = await JudgeAsync(package.Load(), "python", Encoding.UTF8.GetBytes(source));
        Assert.Equal((Verdict.RuntimeError, TestMessage.FunctionMismatch), (judgement.Verdict, judgement.Tests[0].Message));
    }

    [Fact]
    public async Task A_zip_cannot_bring_the_authors_program()
    {
        using var package = Package();
        var zip = Zips.Of(
            ("giai.cpp", "int giai(int x) { return -1; }"),
            ("GRADER.cpp", "#include <cstdio>\nint main() { int x; scanf(\"%d\", &x); printf(\"%d\\n\", x); }"),
            ("giai.h", "#define giai other")
        );
        Assert.Equal(Verdict.WrongAnswer, (await JudgeAsync(package.Load(), "cpp", zip)).Verdict);
    }

    /// <summary>A part of several files needs no main file: the author has it.</summary>
    [Fact]
    public async Task A_function_may_come_in_several_files()
    {
        using var package = Package();
        var zip = Zips.Of(("a.cpp", "int b(int); int giai(int x) { return b(x) - 1; }"), ("b.cpp", "int b(int x) { return x + 1; }"));
        var judgement = await JudgeAsync(package.Load(), "cpp", zip);
        Assert.True(judgement.Verdict == Verdict.Accepted, Told(judgement));
    }

    /// <summary>As imports of HUSTOJ and QDUOJ write it: the entrant's text stands in the middle of the author's.</summary>
    [Theory]
    [InlineData(
        "cpp",
        ".cpp",
        "#include <iostream>\n#include \"bai.inc\"\nint main() { int x; std::cin >> x; std::cout << f(x); }",
        "int f(int x) { return x; }"
    )]
    [InlineData(
        "c",
        ".c",
        "#include <stdio.h>\n#include \"bai.inc\"\nint main(void) { int x; scanf(\"%d\", &x); printf(\"%d\", f(x)); }",
        "int f(int x) { return x; }"
    )]
    [InlineData(
        "pascal",
        ".pas",
        "var x: longint;\n{$I bai.inc}\nbegin readln(x); writeln(f(x)) end.",
        "function f(x: longint): longint; begin f := x end;"
    )]
    [InlineData(
        "python3",
        ".py",
        "exec(compile(open(__file__.rpartition('/')[0] + '/bai.py', 'rb').read(), 'bai.py', 'exec'))\nprint(f(int(input())))",
        "def f(x): return x"
    )]
    public async Task Code_of_the_author_may_stand_around_the_entrants(string code, string ending, string frame, string source)
    {
        var own = code == "python3" ? "bai.py" : "bai.inc";
        using var package = new ScratchPackage(school: $"main: {{{code}: {{source: {own}, main: khung{ending}}}}}").Write(
            $"include/{code}/khung{ending}",
            frame
        );
        var language = Language.IdOf(code);
        var judgement = await JudgeAsync(package.Load(), language, Encoding.UTF8.GetBytes(source));
        Assert.True(judgement.Verdict == Verdict.Accepted, Told(judgement));
        judgement = await JudgeAsync(package.Load(), language, Encoding.UTF8.GetBytes("((( " + source));
        Assert.True(judgement.Program!.CompileFault is CompileFault.Errors or CompileFault.FunctionMismatch, Told(judgement));
        Assert.Contains(own, judgement.Program.CompilerMessage);
    }

    private static ScratchPackage Package() =>
        new ScratchPackage()
            .Write("include/cpp/grader.cpp", C)
            .Write("include/cpp/giai.h", "int giai(int x);\n")
            .Write("include/c/grader.c", C)
            .Write("include/c/giai.h", "int giai(int x);\n")
            .Write("include/pascal/chinh.pas", Pascal)
            .Write("include/python3/main.py", "import sys\nimport giai\nprint(giai.giai(int(input())))\n");

    private Task<Judgement> JudgeAsync(Problem problem, string language, byte[] handin) =>
        judges.JudgeAsync(problem, language, handin, stopAtFirstFailure: true, onTest: null, TestContext.Current.CancellationToken);

    private static string Told(Judgement judgement) =>
        $"{judgement.Verdict} {judgement.Program?.CompileFault} {judgement.Program?.CompilerMessage} {judgement.StaffMessage}"
        + string.Concat(judgement.Tests.Select(test => $"\n{test.Name} {test.Verdict} {test.Message} {test.Code}"));
}
