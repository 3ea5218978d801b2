using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Problems.Tests;

/// <summary>
/// Sources that mean harm to the compiler, the node or its secrets: a short compile error, and the next one is judged right.
/// </summary>
public sealed class HostileSourcesTests(Judges judges)
{
    private static readonly string Long = new('x', 4_000);

    private static readonly Dictionary<string, string> Good = new()
    {
        ["pascal"] = "var x: longint; begin readln(x); writeln(x) end.",
        ["python"] = "print(input())",
        ["c"] = "#include <stdio.h>\nint main(void) { int x; scanf(\"%d\", &x); printf(\"%d\\n\", x); }",
        ["cpp"] = "#include <cstdio>\nint main() { int x; scanf(\"%d\", &x); printf(\"%d\\n\", x); }",
    };

    /// <summary>What each does, its language, its text.</summary>
    public static TheoryData<string, string, string> Sources =>
        new()
        {
            { "includes itself twice", "pascal", "{$I main.pas}{$I main.pas} begin end." },
            { "macros that call each other", "pascal", "{$macro on}{$define a:=b b}{$define b:=a a} begin a end." },
            { "errors without end", "pascal", "begin\n" + Repeat(20_000, i => $"{Long[..500]}{i};\n") + "end." },
            { "includes its own environment", "pascal", "{$I /proc/self/environ} begin end." },
            { "links the names of the users", "pascal", "{$L /etc/passwd} begin end." },
            {
                "nests too deep",
                "pascal",
                "var x: longint; begin x := " + Repeat(200_000, _ => "(") + "1" + Repeat(200_000, _ => ")") + " end."
            },
            { "takes in the memory of the first process", "c", "__asm__(\".incbin \\\"/proc/1/mem\\\"\"); int main(void) { return 0; }" },
            {
                "names that double",
                "cpp",
                "template<class A, class B> struct P { static_assert(sizeof(A) == 0); }; template<int N> struct D { using T = "
                    + "P<typename D<N - 1>::T, typename D<N - 1>::T>; }; "
                    + "template<> struct D<0> { using T = int; }; int main() { D<22>::T x; x.none(); }"
            },
            {
                "includes an endless device",
                "cpp",
                "#include \"/dev/stdin\"\n#include \"/proc/self/fd/0\"\n#include \"/proc/kcore\"\nint main() {}"
            },
            { "nests too deep", "python", "x = " + Repeat(100_000, _ => "(") + "\n" },
            { "signs without end", "python", "x = " + Repeat(300_000, _ => "-") + "1 +\n" },
            { "an error in an endless line", "python", "x = '" + new string('\u1ed9', 1_000_000) + "\n" },
        };

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task A_source_that_means_harm_is_a_short_compile_error(string harm, string language, string source)
    {
        var judgement = await JudgeAsync(language, Encoding.UTF8.GetBytes(source));
        Assert.True(
            judgement.Verdict == Verdict.CompileError,
            $"{harm}: {judgement.Verdict} {judgement.StaffMessage} {judgement.Program!.CompilerMessage}"
        );
        Assert.InRange(Encoding.UTF8.GetByteCount(judgement.Program!.CompilerMessage), 0, 8 << 10);
        foreach (var secret in (ReadOnlySpan<string>)["/prog", "/box", "root:", "PATH=", "HOME=", "sandbox-images"])
        {
            Assert.DoesNotContain(secret, judgement.Program!.CompilerMessage);
        }

        await NextIsJudgedRightAsync(language);
    }

    [Theory]
    [InlineData("pascal", "{$I /dev/zero} begin write('seen') end.")]
    [InlineData("c", "#include <stdio.h>\n#include \"/proc/self/environ\"\nint main(void) { puts(\"seen\"); }")]
    public async Task A_source_that_includes_what_is_empty_to_the_compiler_is_a_program_as_any_other(string language, string source)
    {
        var judgement = await JudgeAsync(language, Encoding.UTF8.GetBytes(source));
        Assert.Equal((Verdict.WrongAnswer, ""), (judgement.Verdict, judgement.Program!.CompilerMessage));
        await NextIsJudgedRightAsync(language);
    }

    /// <summary>Each file takes in the next one sixteen times.</summary>
    [Theory]
    [InlineData("pascal", "main.pas", "{$I NEXT}", "{$MESSAGE WARN 'LINE'}", "begin end.")]
    [InlineData("c", "main.c", "#include \"NEXT\"", "#warning LINE", "int main(void) { return 0; }")]
    [InlineData("cpp", "main.cpp", "#include \"NEXT\"", "#warning LINE", "int main() {}")]
    public async Task A_log_of_hundreds_of_megabytes_ends_at_the_limit(
        string language,
        string main,
        string include,
        string message,
        string end
    )
    {
        (string, string) Including(string name, string next, string rest) =>
            (name, Repeat(16, _ => include.Replace("NEXT", next) + "\n") + rest);
        var judgement = await JudgeAsync(
            language,
            Zips.Of(
                Including(main, "a.inc", end),
                Including("a.inc", "b.inc", ""),
                Including("b.inc", "c.inc", ""),
                Including("c.inc", "d.inc", ""),
                ("d.inc", Repeat(16, _ => message.Replace("LINE", Long[..200]) + "\n"))
            )
        );
        Assert.Equal(Verdict.CompileError, judgement.Verdict);
        Assert.True(
            judgement.Program!.CompileFault is CompileFault.MessageLimit or CompileFault.TimeLimit,
            $"{judgement.Program!.CompileFault} {judgement.Program!.CompilerMessage}"
        );
        Assert.InRange(Encoding.UTF8.GetByteCount(judgement.Program!.CompilerMessage), 0, 8 << 10);
        await NextIsJudgedRightAsync(language);
    }

    [Fact]
    public async Task A_Python_module_is_executed_in_the_run_and_never_in_compiling()
    {
        const string Endless = "print('here')\nwhile True: pass\n";
        Assert.Equal(Verdict.Accepted, (await JudgeAsync("python", Zips.Of(("main.py", "print(input())\n"), ("doc.py", Endless)))).Verdict);
        var judgement = await JudgeAsync("python", Zips.Of(("main.py", "import doc\nprint(input())\n"), ("doc.py", Endless)));
        Assert.Equal(
            (Verdict.TimeLimit, CompileFault.None, ""),
            (judgement.Verdict, judgement.Program!.CompileFault, judgement.Program!.CompilerMessage)
        );
        await NextIsJudgedRightAsync("python");
    }

    private async Task NextIsJudgedRightAsync(string language)
    {
        var next = await JudgeAsync(language, Encoding.UTF8.GetBytes(Good[language]));
        Assert.True(next.Verdict == Verdict.Accepted, $"next: {next.Verdict} {next.StaffMessage} {next.Program!.CompilerMessage}");
    }

    private async Task<Judgement> JudgeAsync(string language, byte[] handin)
    {
        using var scratch = new ScratchProblem();
        return await judges.JudgeAsync(
            scratch.Problem,
            language,
            handin,
            stopAtFirstFailure: true,
            onTest: null,
            TestContext.Current.CancellationToken
        );
    }

    private static string Repeat(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}
