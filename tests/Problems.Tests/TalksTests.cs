using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Problems.Tests;

/// <summary>Interactive and multi-pass problems, with good partners and bad ones.</summary>
public sealed class TalksTests(Judges judges)
{
    /// <summary>A time limit in seconds for a program that is to exceed it: waiting for that on the clock is most of such a test.</summary>
    private const double Hasty = 0.1;

    /// <summary>Asks for a number ten times; the program must say one more.</summary>
    private const string Interactor = """
        import sys
        start = int(open(sys.argv[1]).read())
        try:
            for i in range(start, start + 10):
                print(i, flush=True)
                if int(input()) != i + 1: sys.exit(43)
            print(-1, flush=True)
        except (EOFError, ValueError, BrokenPipeError):
            sys.exit(43)
        open(sys.argv[3] + 'judgemessage.txt', 'w').write('ten right answers')
        sys.exit(42)
        """;

    private const string Solution = """
        while (n := int(input())) >= 0:
            print(n + 1, flush=True)
        """;

    private const string PascalSolution = """
        var n: longint;
        begin
          readln(n);
          while n >= 0 do begin writeln(n + 1); flush(output); readln(n) end
        end.
        """;

    [Fact]
    public async Task Programs_of_the_author_may_start_threads()
    {
        var threaded = "import threading\ndef talk():\n" + string.Concat(Interactor.Split('\n').Select(line => $"    {line}\n"));
        using var package = Interactive(
            threaded.Replace("sys.exit(", "os._exit(") + "import os\nthreading.stack_size(1 << 26)\nthreading.Thread(target=talk).start()\n"
        );
        var judgement = await JudgeAsync(package.Load(), Solution, "python");
        Assert.True(judgement.Verdict == Verdict.Accepted, judgement.StaffMessage + Told(judgement));
    }

    [Theory]
    [InlineData("python", Solution, Verdict.Accepted)]
    [InlineData("pascal", PascalSolution, Verdict.Accepted)]
    [InlineData("python", "while True: print(int(input()), flush=True)", Verdict.WrongAnswer)]
    [InlineData("python", "n = int(input()); print(n + 1, flush=True)", Verdict.WrongAnswer)]
    [InlineData("python", "pass", Verdict.WrongAnswer)]
    [InlineData("python", "n = int(input()); print(n // 0)", Verdict.RuntimeError)]
    [InlineData("python", "while True: pass", Verdict.TimeLimit)]
    [InlineData("python", "import sys\nwhile True: print(int(sys.stdin.readline()) + 1)", Verdict.TimeLimit)]
    [InlineData("python", "import time; time.sleep(100)", Verdict.TimeLimit)]
    [InlineData("python", "while True: print('x' * 1000)", Verdict.WrongAnswer)]
    [InlineData("pascal", "begin while true do writeln('abcdefgh') end.", Verdict.WrongAnswer)]
    [InlineData("python", "a = bytearray(10**12)", Verdict.MemoryLimit)]
    public async Task A_program_is_judged_by_how_it_talks(string language, string source, Verdict verdict)
    {
        using var package = Interactive(Interactor, seconds: verdict == Verdict.TimeLimit ? Hasty : 0.5);
        var judgement = await JudgeAsync(package.Load(), source, language, stopAtFirstFailure: verdict == Verdict.TimeLimit);
        Assert.True(verdict == judgement.Verdict, judgement.StaffMessage + Told(judgement));
        if (verdict == Verdict.Accepted)
        {
            Assert.Equal("ten right answers", judgement.Tests[0].StaffRemark);
        }
    }

    private const string Patient = "import sys\ntry:\n    sys.exit(42 if input() == 'end' else 43)\nexcept EOFError:\n    sys.exit(43)\n";
    private const string Flood =
        "import os\ntry:\n    while True: print('x' * 1000, flush=True)\nexcept BrokenPipeError:\n    os._exit(43)\n";

    /// <summary>A program of one process cannot leave another one behind, so a pipe ends with it.</summary>
    private const string Fork = "import os, time\ntry:\n    if os.fork() == 0: time.sleep(1000)\nexcept OSError: pass\n";

    [Theory]
    [InlineData(Patient, "print('end', flush=True)", Verdict.Accepted)]
    [InlineData(Patient, Fork, Verdict.WrongAnswer)]
    [InlineData(Fork + Patient, "print('end', flush=True)", Verdict.Accepted)]
    [InlineData(Fork + Patient, Fork, Verdict.WrongAnswer)]
    [InlineData(Flood, "pass", Verdict.WrongAnswer)]
    [InlineData(Flood, "import time; time.sleep(100)", Verdict.TimeLimit)]
    [InlineData(Flood, "import sys\nwhile sys.stdin.buffer.read(65536): pass", Verdict.JudgeError)]
    [InlineData("import sys; sys.exit(42)", "while True: print('x' * 1000)", Verdict.Accepted)]
    [InlineData("import sys; sys.exit(43)", "while True: print('x' * 1000)", Verdict.WrongAnswer)]
    [InlineData("import sys; sys.exit(43)", "import os\nos.close(0)\nos.close(1)\nwhile True: pass", Verdict.WrongAnswer)]
    public async Task Of_two_bad_partners_the_one_that_failed_is_blamed(string interactor, string source, Verdict verdict)
    {
        using var package = Interactive(interactor, seconds: verdict == Verdict.TimeLimit ? Hasty : 0.5);
        var judgement = await JudgeAsync(package.Load(), source, stopAtFirstFailure: true);
        Assert.True(verdict == judgement.Verdict, judgement.StaffMessage + Told(judgement));
        using var good = new ScratchPackage();
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(good.Load(), "print(input())")).Verdict);
    }

    [Theory]
    [InlineData("1 // 0", "crashed")]
    [InlineData("import sys; sys.exit(0)", "exit code 0")]
    [InlineData("import time; time.sleep(1000)", "too long")]
    [InlineData("while True: pass", "too long")]
    [InlineData("import os\nwhile True: os.fork()", "")]
    [InlineData("a = bytearray(3 * 10**9)", "memory")]
    [InlineData("import sys; sys.exit(", "does not compile")]
    public async Task An_interactor_that_fails_is_nobodys_wrong_answer(string interactor, string why)
    {
        using var package = Interactive(interactor, seconds: why == "too long" ? Hasty : 0.5);
        var judgement = await JudgeAsync(package.Load(), Solution);
        Assert.Equal((Verdict.JudgeError, 1), (judgement.Verdict, judgement.Tests.Count));
        Assert.Contains(why, judgement.StaffMessage);
    }

    [Fact]
    public async Task A_testlib_interactor_decides_and_a_checker_looks_at_what_it_wrote_down()
    {
        using var package = Interactive(
                """
                import sys
                print(open(sys.argv[1]).read(), flush=True)
                said = input()
                open(sys.argv[2], 'w').write(said + '\n')
                sys.exit(0)
                """,
                "interactor: testlib\nchecker: {contract: testlib, program: checker/check.py}"
            )
            .Write("checker/check.py", "import sys\nsys.exit(0 if open(sys.argv[2]).read() == open(sys.argv[3]).read() else 1)\n");
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(package.Load(), "print(input(), flush=True)")).Verdict);
        Assert.Equal(Verdict.WrongAnswer, (await JudgeAsync(package.Load(), "print(0, flush=True)")).Verdict);
    }

    /// <summary>As testlib's <c>tout</c>: what the program said goes into the file of the second argument.</summary>
    private const string Scribe = """
        import os, sys
        print(open(sys.argv[1]).read(), end='', flush=True)
        said = sys.stdin.readline()
        if said == 'wrong\n': sys.exit(1)
        if said == 'much\n': said = 'x' * (9 << 20)
        open(sys.argv[2], 'w').write(said)
        sys.exit(len(sys.argv) != 4 or os.path.exists('main.py'))
        """;

    [Theory]
    [InlineData("print(input(), flush=True)", Verdict.Accepted)]
    [InlineData("print(7, flush=True)", Verdict.WrongAnswer)]
    [InlineData("print('wrong', flush=True)", Verdict.WrongAnswer)]
    [InlineData("print(input(), flush=True); 1 // 0", Verdict.RuntimeError)]
    [InlineData("n = input()\nopen('output.txt', 'w').write(n)\nprint(7, flush=True)", Verdict.WrongAnswer)]
    [InlineData("input()\nprint('much', flush=True)", Verdict.JudgeError)]
    public async Task What_an_interactor_writes_is_judged_by_the_checker(string source, Verdict verdict)
    {
        foreach (var checker in (string[])["tokens", "{contract: testlib, program: checker/check.py}"])
        {
            using var package = Interactive(Scribe, $"interactor: testlib\nchecker: {checker}")
                .Write(
                    "data/secret/test_group.yaml",
                    checker == "tokens" ? "output_validator_args: [case_sensitive]" : "full_feedback: false"
                )
                .Write("checker/check.py", "import sys\nsys.exit(open(sys.argv[2]).read().split() != open(sys.argv[3]).read().split())\n");
            var judgement = await JudgeAsync(package.Load(), source, stopAtFirstFailure: true);
            Assert.True(verdict == judgement.Verdict, checker + judgement.StaffMessage + Told(judgement));
        }
    }

    [Fact]
    public async Task Neither_sees_the_files_of_the_other()
    {
        using var package = Interactive(
            """
            import os, sys
            if os.path.exists('mine'): sys.exit(43)
            print(1, flush=True)
            sys.exit(42 if input() == 'nothing' else 43)
            """
        );
        var judgement = await JudgeAsync(
            package.Load(),
            """
            import os
            open('mine', 'w').write('x')
            input()
            print('nothing' if os.listdir('/box') == ['mine'] and os.listdir('/prog') == ['main.py'] else 'something', flush=True)
            """
        );
        Assert.True(judgement.Verdict == Verdict.Accepted, judgement.StaffMessage + Told(judgement));
    }

    [Fact]
    public async Task Each_pass_gets_what_the_one_before_left()
    {
        using var package = new ScratchPackage("type: multi-pass").Write(
            "output_validator/check.py",
            """
            import os, sys
            kept = sys.argv[3] + 'kept'
            passes = int(open(kept).read()) + 1 if os.path.exists(kept) else 1
            open(kept, 'w').write(str(passes))
            if int(sys.stdin.read()) != int(open(sys.argv[1]).read()) * 2: sys.exit(43)
            if passes < 3: open(sys.argv[3] + 'nextpass.in', 'w').write(str(passes * 100))
            sys.exit(42)
            """
        );
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(package.Load(), "print(int(input()) * 2)")).Verdict);
        Assert.Equal(Verdict.WrongAnswer, (await JudgeAsync(package.Load(), "n = int(input())\nprint(n * 2 if n < 200 else 0)")).Verdict);
        Assert.Equal(
            Verdict.RuntimeError,
            (await JudgeAsync(package.Load(), "n = int(input())\nprint(n * 2 if n < 200 else 1 // 0)")).Verdict
        );
    }

    [Fact]
    public async Task A_checker_that_asks_for_ever_more_passes_has_failed()
    {
        using var package = new ScratchPackage("type: multi-pass").Write(
            "output_validator/check.py",
            "import sys\nopen(sys.argv[3] + 'nextpass.in', 'w').write('1')\nsys.exit(42)\n"
        );
        var judgement = await JudgeAsync(package.Load(), "print(input())");
        Assert.Equal(Verdict.JudgeError, judgement.Verdict);
        Assert.Contains("pass 4 of at most 3", judgement.StaffMessage);
    }

    [Fact]
    public async Task A_talk_may_have_several_passes()
    {
        using var package = new ScratchPackage("type: interactive multi-pass").Write(
            "output_validator/talk.py",
            """
            import sys
            n = int(open(sys.argv[1]).read())
            print(n, flush=True)
            if int(input()) != n + 1: sys.exit(43)
            if n < 100: open(sys.argv[3] + 'nextpass.in', 'w').write('100')
            sys.exit(42)
            """
        );
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(package.Load(), "print(int(input()) + 1, flush=True)")).Verdict);
        Assert.Equal(Verdict.WrongAnswer, (await JudgeAsync(package.Load(), "n = int(input())\nprint(n + (n < 100), flush=True)")).Verdict);
    }

    private static ScratchPackage Interactive(string interactor, string school = "", double seconds = 0.5) =>
        new ScratchPackage("type: interactive", school, seconds).Write("output_validator/talk.py", interactor);

    private Task<Judgement> JudgeAsync(Problem problem, string source, string language = "python", bool stopAtFirstFailure = false) =>
        judges.JudgeAsync(
            problem,
            language,
            Encoding.UTF8.GetBytes(source),
            stopAtFirstFailure,
            onTest: null,
            TestContext.Current.CancellationToken
        );

    private static string Told(Judgement judgement) =>
        string.Concat(
            judgement.Tests.Select(test => $"\n{test.Name} {test.Verdict} {test.Message} {test.Code} {test.Remark} {test.StaffRemark}")
        );
}
