using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Problems.Tests;

/// <summary>What no ordinary solution does, through compiler and box.</summary>
public sealed class HardCasesTests(Judges judges)
{
    private static readonly FileNames Bai1 = new("BAI1.INP", "BAI1.OUT");

    [Theory]
    [InlineData("bai1.inp", "Bai1.Out")]
    [InlineData("BAI1.INP", "BAI1.OUT")]
    [InlineData("Bai1.Inp", "bai1.out")]
    public async Task A_Pascal_program_finds_and_writes_its_files_in_any_letter_case(string input, string output)
    {
        var judgement = await JudgeAsync(
            "pascal",
            $"""
            var x: longint;
            begin
              assign(input, '{input}'); reset(input);
              assign(output, '{output}'); rewrite(output);
              readln(x); writeln(x); close(output);
            end.
            """,
            Bai1
        );
        Assert.Equal(Verdict.Accepted, judgement.Verdict);
    }

    [Fact]
    public async Task A_file_name_put_together_at_run_time_is_found()
    {
        var judgement = await JudgeAsync("python", "name = 'bai1'\nopen(name + '.out', 'w').write(open(name + '.inp').read())\n", Bai1);
        Assert.Equal(Verdict.Accepted, judgement.Verdict);
    }

    [Fact]
    public async Task Without_the_output_file_the_entrant_hears_that_it_is_missing()
    {
        var test = (await JudgeAsync("python", "print(open('BAI1.INP').read())\n", Bai1)).Tests[0];
        Assert.Equal((Verdict.WrongAnswer, TestMessage.NoOutputFile), (test.Verdict, test.Message));
    }

    [Fact]
    public async Task Nothing_of_one_test_is_left_for_the_next()
    {
        var judgement = await JudgeAsync(
            "python",
            """
            import os
            if os.listdir('.') != ['BAI1.INP']: raise SystemExit(9)
            open('BAI1.OUT', 'w').write(open('BAI1.INP').read())
            open('kept', 'w').write('x')
            """,
            Bai1
        );
        Assert.Equal((Verdict.Accepted, 3), (judgement.Verdict, judgement.Tests.Count));
    }

    [Theory]
    [InlineData("pascal", "var p: pointer; begin getmem(p, 100000000000); writeln(7) end.", Verdict.MemoryLimit, TestMessage.None, 0)]
    [InlineData(
        "pascal",
        "var a: array[1..200000000] of longint; i: longint; begin for i := 1 to 200000000 do a[i] := i; writeln(7) end.",
        Verdict.MemoryLimit,
        TestMessage.None,
        0
    )]
    [InlineData("pascal", "begin halt(5) end.", Verdict.RuntimeError, TestMessage.ExitCode, 5)]
    [InlineData("pascal", "var f: text; begin assign(f, 'no.inp'); reset(f) end.", Verdict.RuntimeError, TestMessage.ExitCode, 2)]
    [InlineData("pascal", "begin while true do writeln('abcdefgh') end.", Verdict.OutputLimit, TestMessage.None, 0)]
    [InlineData("pascal", "begin while true do end.", Verdict.TimeLimit, TestMessage.None, 0)]
    [InlineData("pascal", "begin end.", Verdict.WrongAnswer, TestMessage.EmptyOutput, 0)]
    [InlineData("python", "a = bytearray(10**12)", Verdict.MemoryLimit, TestMessage.None, 0)]
    [InlineData("python", "a = [0] * 10**8", Verdict.MemoryLimit, TestMessage.None, 0)]
    [InlineData("python", "1 // 0", Verdict.RuntimeError, TestMessage.ExitCode, 1)]
    [InlineData("python", "import time; time.sleep(60)", Verdict.TimeLimit, TestMessage.WallTime, 0)]
    [InlineData("python", "import os; os.abort()", Verdict.RuntimeError, TestMessage.Signal, 6)]
    public async Task A_failing_program_gets_its_own_verdict(string language, string source, Verdict verdict, TestMessage message, int code)
    {
        // Filling memory takes a slow machine seconds.
        var seconds = verdict switch
        {
            Verdict.TimeLimit => 0.1,
            Verdict.MemoryLimit => 10,
            _ => 0.5,
        };
        var test = (await JudgeAsync(language, source, seconds: seconds)).Tests[0];
        Assert.Equal((verdict, message, code), (test.Verdict, test.Message, test.Code));
    }

    [Theory]
    [InlineData("pascal", "unit bai1; interface implementation end.")]
    [InlineData("pascal", "{$I /etc/passwd} begin end.")]
    [InlineData("pascal", "begin writeln('caf\u00e9' end.")]
    [InlineData("python", "def f(:")]
    [InlineData("python", "print 'x'")]
    public async Task A_source_with_errors_is_told_in_the_compilers_words_without_paths(string language, string source)
    {
        var judgement = await JudgeAsync(language, source);
        Assert.Equal((Verdict.CompileError, CompileFault.Errors), (judgement.Verdict, judgement.Program!.CompileFault));
        Assert.Contains("main.", judgement.Program!.CompilerMessage);
        Assert.DoesNotContain("/prog", judgement.Program!.CompilerMessage);
        Assert.DoesNotContain("aborted", judgement.Program!.CompilerMessage);
    }

    [Fact]
    public async Task A_source_in_an_old_code_page_is_compiled_and_its_errors_are_shown()
    {
        var source = Encoding.Latin1.GetBytes("begin writeln('Ti\u00b5ng Vi\u00d6t') end.");
        Assert.Equal(Verdict.WrongAnswer, (await JudgeAsync("pascal", source)).Verdict);
        var broken = await JudgeAsync("pascal", Encoding.Latin1.GetBytes("begin writeln(\u00d6) end."));
        Assert.Equal(Verdict.CompileError, broken.Verdict);
        Assert.Contains("main.pas(1,", broken.Program!.CompilerMessage);
    }

    /// <param name="source">In Latin-1, which stands for any bytes.</param>
    /// <param name="complaint">Words of Python; empty: it is a right program.</param>
    [Theory]
    [InlineData("# Ng\u00f4n ng\u00fe\nprint(input())", "Non-UTF-8 code starting with '\\xf4'")]
    [InlineData("print(input())  # \u00f4", "Non-UTF-8")]
    [InlineData("# coding: utf-8\n# \u00f4\nprint(input()", "was never closed")]
    [InlineData("# coding: klingon\nprint(input())", "encoding problem: klingon")]
    [InlineData("if 1:\n\tx = 1\n        y = 2\nprint(input())", "inconsistent use of tabs")]
    [InlineData("from __future__ import braces", "not a chance")]
    [InlineData("print(input())\nfrom __future__ import annotations", "from __future__")]
    [InlineData("return", "outside function")]
    [InlineData("# coding: cp1258\n# Ng\u00f4n\nprint(input())", "")]
    [InlineData("#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\n# \u00f4\nprint(input())", "")]
    [InlineData("\u00ef\u00bb\u00bf# coding: utf-8\nprint(input())", "")]
    [InlineData("\fprint(input())\r\n\f\r\n", "")]
    [InlineData("x = 1\rprint(input())\r", "")]
    [InlineData("print(input()); x = '\\d'; 1 is 1", "")]
    public async Task A_Python_source_is_checked_as_it_is_read_when_it_runs(string source, string complaint)
    {
        var judgement = await JudgeAsync("python", Encoding.Latin1.GetBytes(source));
        Assert.Equal(complaint == "" ? Verdict.Accepted : Verdict.CompileError, judgement.Verdict);
        Assert.Contains(complaint, judgement.Program!.CompilerMessage);
    }

    [Fact]
    public async Task A_Pascal_array_whose_values_fill_the_compiler_is_told_as_memory()
    {
        var judgement = await JudgeAsync("pascal", "const a: array[1..70000000] of char = ''; begin writeln(a[1]) end.");
        Assert.Equal((Verdict.CompileError, CompileFault.MemoryLimit), (judgement.Verdict, judgement.Program!.CompileFault));
    }

    [Fact]
    public async Task A_compiler_that_is_made_to_take_too_much_is_a_compile_error_and_not_ours()
    {
        var judgement = await JudgeAsync(
            "pascal",
            "var a: array[1..60000000] of byte = (" + new string('1', 200_000).Replace("1", "1,") + "1);\nbegin end."
        );
        Assert.Equal(Verdict.CompileError, judgement.Verdict);
    }

    [Fact]
    public async Task Tests_are_told_one_by_one_and_end_at_the_first_failure_when_that_is_enough()
    {
        using var scratch = new ScratchProblem();
        var told = new List<TestOutcome>();
        var judgement = await judges.JudgeAsync(
            scratch.Problem,
            "python",
            "print(8)"u8.ToArray(),
            stopAtFirstFailure: true,
            told.Add,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(judgement.Tests, told);
        Assert.Equal((Verdict.WrongAnswer, 1, 0m), (judgement.Verdict, told.Count, judgement.Share));
    }

    [Fact]
    public async Task A_large_input_goes_through_files_and_streams()
    {
        var input = string.Join('\n', Enumerable.Range(0, 1 << 17)) + "\n";
        var copy = "import sys\nsys.stdout.write(sys.stdin.read())\n";
        Assert.Equal(Verdict.Accepted, (await JudgeAsync("python", copy, input: input)).Verdict);
        Assert.Equal(
            Verdict.Accepted,
            (await JudgeAsync("python", "open('BAI1.OUT','w').write(open('bai1.inp').read())", Bai1, input)).Verdict
        );
    }

    [Fact]
    public async Task A_language_that_is_not_there_is_our_failure_and_no_verdict()
    {
        using var scratch = new ScratchProblem();
        await Assert.ThrowsAsync<KeyNotFoundException>(() =>
            judges.JudgeAsync(scratch.Problem, "cobol", "x"u8.ToArray(), false, null, TestContext.Current.CancellationToken)
        );
    }

    private Task<Judgement> JudgeAsync(
        string language,
        string source,
        FileNames? files = null,
        string input = "7\n",
        double seconds = 0.5
    ) => JudgeAsync(language, Encoding.UTF8.GetBytes(source), files, input, seconds);

    private async Task<Judgement> JudgeAsync(
        string language,
        byte[] source,
        FileNames? files = null,
        string input = "7\n",
        double seconds = 0.5
    )
    {
        using var scratch = new ScratchProblem(input, files, seconds);
        return await judges.JudgeAsync(
            scratch.Problem,
            language,
            source,
            stopAtFirstFailure: false,
            onTest: null,
            TestContext.Current.CancellationToken
        );
    }
}
