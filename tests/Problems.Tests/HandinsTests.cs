using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Problems.Tests;

/// <summary>What may be handed in besides one source: several sources, units for the author's program, outputs.</summary>
public sealed class HandinsTests(Judges judges)
{
    [Fact]
    public async Task A_Pascal_program_may_have_units()
    {
        using var package = new ScratchPackage();
        var zip = Zips.Of(
            ("bai1.pas", "uses Cong; var x: longint; begin readln(x); writeln(Giu(x)) end."),
            (
                "cong.pas",
                "unit Cong; interface function Giu(x: longint): longint; implementation function Giu(x: longint): "
                    + "longint; begin Giu := x end; end."
            )
        );
        Assert.Equal(CompileFault.NoMainFile, (await JudgeAsync(package.Load(), "pascal", zip)).Program!.CompileFault);
        zip = Zips.Of(
            ("bai/main.pas", "uses Cong; var x: longint; begin readln(x); writeln(Giu(x)) end."),
            (
                "bai/cong.pas",
                "unit Cong; interface function Giu(x: longint): longint; implementation function Giu(x: longint): "
                    + "longint; begin Giu := x end; end."
            )
        );
        var judgement = await JudgeAsync(package.Load(), "pascal", zip);
        Assert.True(judgement.Verdict == Verdict.Accepted, judgement.Program!.CompilerMessage);
    }

    [Fact]
    public async Task Units_and_included_files_of_Pascal_are_found_in_whatever_letter_case_they_are_called()
    {
        using var package = new ScratchPackage();
        var zip = Zips.Of(
            ("Main.PAS", "uses TinhToan; {$I Doc.Inc} begin readln(x); writeln(Giu(x)) end."),
            (
                "TINHTOAN.pas",
                "unit TinhToan; interface function Giu(x: longint): longint; implementation function Giu(x: longint): "
                    + "longint; begin Giu := x end; end."
            ),
            ("doc.INC", "var x: longint;")
        );
        var judgement = await JudgeAsync(package.Load(), "pascal", zip);
        Assert.True(judgement.Verdict == Verdict.Accepted, judgement.Program!.CompilerMessage);
    }

    [Fact]
    public async Task A_Python_program_may_have_modules_and_their_errors_are_found_in_compiling()
    {
        using var package = new ScratchPackage();
        var judgement = await JudgeAsync(
            package.Load(),
            "python",
            Zips.Of(("__main__.py", "import doc\nprint(doc.so())\n"), ("doc.py", "def so(): return input()\n"))
        );
        Assert.True(judgement.Verdict == Verdict.Accepted, Told(judgement));
        judgement = await JudgeAsync(package.Load(), "python", Zips.Of(("main.py", "import doc\n"), ("doc.py", "def so(:\n")));
        Assert.Equal((Verdict.CompileError, CompileFault.Errors), (judgement.Verdict, judgement.Program!.CompileFault));
        Assert.Contains("doc.py", judgement.Program!.CompilerMessage);
    }

    [Fact]
    public async Task Nothing_of_a_Python_source_is_executed_in_compiling()
    {
        using var package = new ScratchPackage();
        var judgement = await JudgeAsync(
            package.Load(),
            "python",
            "import sys\nopen('/box/mark', 'w')\nsys.exit('never')\n@@\n"u8.ToArray()
        );
        Assert.Equal(Verdict.CompileError, judgement.Verdict);
        Assert.DoesNotContain("never", judgement.Program!.CompilerMessage);
    }

    [Fact]
    public async Task A_Pascal_unit_is_judged_with_the_authors_program_and_cannot_read_it()
    {
        using var package = new ScratchPackage(school: "main: {pascal: {source: giai.pas, main: chinh.pas}}").Write(
            "include/pascal/chinh.pas",
            "uses giai; var x: longint; begin readln(x); { secret } writeln(GiaiBai(x)) end."
        );
        const string Head = "unit giai; interface function GiaiBai(x: longint): longint; implementation ";
        Assert.Equal(
            Verdict.Accepted,
            (
                await JudgeAsync(package.Load(), "pascal", Head + "function GiaiBai(x: longint): longint; begin GiaiBai := x end; end.")
            ).Verdict
        );
        var thief = await JudgeAsync(
            package.Load(),
            "pascal",
            Head
                + """
                function GiaiBai(x: longint): longint;
                var f: text; s: string;
                begin
                  assign(f, '/prog/chinh.pas'); reset(f); readln(f, s); close(f);
                  if pos('secret', s) > 0 then GiaiBai := x else GiaiBai := -1
                end; end.
                """
        );
        Assert.True(thief.Verdict == Verdict.WrongAnswer, thief.Program!.CompilerMessage + Told(thief));
        Assert.Equal(Verdict.CompileError, (await JudgeAsync(package.Load(), "pascal", "begin writeln(1) end.")).Verdict);
    }

    [Fact]
    public async Task A_Python_module_is_judged_with_the_authors_program()
    {
        using var package = new ScratchPackage(school: "main: {python3: {source: giai.py, main: chinh.py}}").Write(
            "include/python3/chinh.py",
            "import giai\nprint(giai.giai(int(input())))\n"
        );
        var judgement = await JudgeAsync(package.Load(), "python", "def giai(x): return x\n");
        Assert.True(judgement.Verdict == Verdict.Accepted, Told(judgement));
        Assert.Equal(Verdict.WrongAnswer, (await JudgeAsync(package.Load(), "python", "def giai(x): return -x\n")).Verdict);
    }

    [Fact]
    public async Task Outputs_are_checked_without_running_anything()
    {
        using var package = new ScratchPackage("type: submit-answer");
        Assert.Equal(
            Verdict.Accepted,
            (await JudgeAsync(package.Load(), "outputs", Zips.Of(("1.out", "1"), ("2.ans", "2"), ("output3.txt", "3")))).Verdict
        );
        var part = await JudgeAsync(package.Load(), "outputs", Zips.Of(("1.out", "1"), ("2.out", "5")));
        Assert.Equal(
            [
                (Verdict.Accepted, TestMessage.None),
                (Verdict.WrongAnswer, TestMessage.None),
                (Verdict.WrongAnswer, TestMessage.NoOutputFile),
            ],
            part.Tests.Select(test => (test.Verdict, test.Message))
        );
        Assert.Equal(1m / 3, part.Share, precision: 10);
        Assert.Equal(CompileFault.NoOutputs, (await JudgeAsync(package.Load(), "outputs", "1"u8.ToArray())).Program!.CompileFault);
    }

    /// <summary>What is wrong with it, the zip, and why it is refused; None: it is judged, and the other outputs count.</summary>
    public static TheoryData<string, Func<byte[]>, CompileFault> BadZips =>
        new()
        {
            { "a bomb", () => Zips.Of(("1.out", new string('1', 140 << 20))), CompileFault.ArchiveTooLarge },
            {
                "a bomb that claims a byte",
                () => Zips.Claiming(Zips.Of(("2.out", "2"), ("1.out", new string('1', 140 << 20))), 1),
                CompileFault.None
            },
            {
                "a small file that claims two gigabytes",
                () => Zips.Claiming(Zips.Of(("2.out", "2"), ("1.out", "1")), int.MaxValue),
                CompileFault.None
            },
            { "a name that leads out", () => Zips.Of(("../../1.out", "1")), CompileFault.BadFileNames },
            { "a name from the root", () => Zips.Of(("/etc/passwd", "1"), ("1.out", "1")), CompileFault.BadFileNames },
            {
                "a link",
                () => Zips.Of(entry => entry.ExternalAttributes = unchecked((int)0xA1FF0000), ("1.out", "/etc/passwd")),
                CompileFault.BadFileNames
            },
            { "equal names", () => Zips.Of(("1.out", "1"), ("1.out", "2")), CompileFault.BadFileNames },
            { "100,000 files", () => Zips.Of([.. Enumerable.Range(0, 100_000).Select(i => ($"{i}.out", ""))]), CompileFault.BadArchive },
            { "encrypted", () => Zips.Encrypted(Zips.Of(("1.out", "1"))), CompileFault.BadArchive },
            {
                "a zip in the zip",
                () => Zips.Of(("2.out", "2"), ("1.out", Encoding.Latin1.GetString(Zips.Of(("1.out", "1"))))),
                CompileFault.None
            },
            { "only zips in the zip", () => Zips.Of(("outputs.zip", "PK")), CompileFault.NoOutputs },
            { "cut off", () => Zips.Of(("1.out", "1"))[..^30], CompileFault.BadArchive },
        };

    [Theory]
    [MemberData(nameof(BadZips))]
    public async Task A_zip_that_means_harm_is_refused_or_judged_soon_and_the_next_is_judged_right(
        string what,
        Func<byte[]> zip,
        CompileFault fault
    )
    {
        using var package = new ScratchPackage("type: submit-answer");
        var handin = zip();
        var start = TimeProvider.System.GetTimestamp();
        var judgement = await JudgeAsync(package.Load(), "outputs", handin);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.True(fault == judgement.Program!.CompileFault, $"{what}: {judgement.Program!.CompileFault}");
        Assert.Equal(fault == CompileFault.None ? Verdict.WrongAnswer : Verdict.CompileError, judgement.Verdict);
        Assert.DoesNotContain("/", judgement.Program!.CompilerMessage);
        Assert.Equal(
            Verdict.Accepted,
            (await JudgeAsync(package.Load(), "outputs", Zips.Of(("1.out", "1"), ("2.out", "2"), ("3.out", "3")))).Verdict
        );
    }

    [Fact]
    public async Task A_single_output_may_be_checked_by_the_authors_checker()
    {
        using var package = new ScratchPackage("type: submit-answer", "checker: {contract: themis, program: checker/check.py}").Write(
            "checker/check.py",
            "import sys\ninput()\nprint('0.5' if open(input() + 'NHAP.OUT').read() == 'half' else 1)\n"
        );
        package.Delete("data/secret/2.in").Delete("data/secret/2.ans").Delete("data/secret/3.in").Delete("data/secret/3.ans");
        Assert.Equal(0.5m, (await JudgeAsync(package.Load(), "outputs", "half"u8.ToArray())).Share);
        Assert.Equal(1m, (await JudgeAsync(package.Load(), "outputs", "whole"u8.ToArray())).Share);
    }

    [Fact]
    public async Task A_test_has_its_own_limits_arguments_and_files()
    {
        using var package = new ScratchPackage(school: "tests: {'2': {time_limit: 2}, '3': {time_limit: 10, memory: 256}}")
            .Write("data/secret/1.yaml", "args: [one, 'two words']")
            .Write("data/secret/1.files/extra.txt", "extra");
        var judgement = await JudgeAsync(
            package.Load(),
            "python",
            """
            import os, sys, time
            n = int(input())
            if n == 1: assert sys.argv[1:] == ['one', 'two words'] and open('extra.txt').read() == 'extra'
            else: assert not os.path.exists('extra.txt') and len(sys.argv) == 1
            if n == 2:
                while time.process_time() < 2: pass
            if n == 3: a = bytearray(150 << 20)
            print(n)
            """
        );
        Assert.True(judgement.Verdict == Verdict.Accepted, Told(judgement));
    }

    [Fact]
    public async Task Files_or_streams_are_the_programs_choice_where_the_package_says_so()
    {
        using var package = new ScratchPackage(school: "input_file: NHAP.INP\noutput_file: NHAP.OUT\nstreams: true");
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(package.Load(), "python", "print(input())")).Verdict);
        Assert.Equal(
            Verdict.Accepted,
            (await JudgeAsync(package.Load(), "python", "open('nhap.out', 'w').write(open('nhap.inp').read())")).Verdict
        );
        Assert.Equal(
            Verdict.Accepted,
            (await JudgeAsync(package.Load(), "python", "print('noise')\nopen('NHAP.OUT', 'w').write(input())")).Verdict
        );
    }

    [Fact]
    public async Task Subtasks_are_scored_and_what_cannot_count_is_not_run()
    {
        using var package = new ScratchPackage("type: scoring", "groups: {b: {requires: [a]}}");
        package
            .Delete("data/secret/1.in")
            .Delete("data/secret/1.ans")
            .Delete("data/secret/2.in")
            .Delete("data/secret/2.ans")
            .Delete("data/secret/3.in")
            .Delete("data/secret/3.ans");
        foreach (var (group, points) in (ReadOnlySpan<(string, int)>)[("a", 40), ("b", 60)])
        {
            package.Write($"data/secret/{group}/test_group.yaml", $"max_score: {points}");
            for (var test = 1; test <= 3; test++)
            {
                package.WriteTest($"{group}/{test}", $"{group}{test}\n", $"{group}{test}\n");
            }
        }

        Assert.Equal(1, (await JudgeAsync(package.Load(), "python", "print(input())")).Share);
        var onlyA = await JudgeAsync(package.Load(), "python", "s = input()\nprint(s if s != 'b2' else 0)");
        Assert.Equal((0.4m, Verdict.WrongAnswer), (onlyA.Share, onlyA.Verdict));
        Assert.Equal(["a/1", "a/2", "a/3", "b/1", "b/2"], onlyA.Tests.Select(test => test.Name));
        var none = await JudgeAsync(package.Load(), "python", "s = input()\nprint(s if s != 'a2' else 0)");
        Assert.Equal(["a/1", "a/2"], none.Tests.Select(test => test.Name));
        Assert.Equal([("a", 0m), ("b", 0m)], none.Groups.Select(group => (group.Name, group.Share)));
    }

    private Task<Judgement> JudgeAsync(Problem problem, string language, string source) =>
        JudgeAsync(problem, language, Encoding.UTF8.GetBytes(source));

    private Task<Judgement> JudgeAsync(Problem problem, string language, byte[] handin) =>
        judges.JudgeAsync(problem, language, handin, stopAtFirstFailure: false, onTest: null, TestContext.Current.CancellationToken);

    private static string Told(Judgement judgement) =>
        string.Concat(
            judgement.Tests.Select(test => $"\n{test.Name} {test.Verdict} {test.Message} {test.Code} {test.Remark} {test.StaffRemark}")
        );
}
