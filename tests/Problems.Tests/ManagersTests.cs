using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Problems.Tests;

/// <summary>Managers of CMS with one process, over named pipes and over standard streams, with good partners and bad ones.</summary>
public sealed class ManagersTests(Judges judges)
{
    /// <summary>Sends a number five times and wants one more; a part of the points for each right answer.</summary>
    private const string Manager = """
        import sys
        start = int(sys.stdin.read())
        assert int(open('input.txt').read()) == start and len(sys.argv) == 3
        right = 0
        with open(sys.argv[1]) as hear, open(sys.argv[2], 'w') as say:
            for i in range(start, start + 5):
                print(i, file=say, flush=True)
                line = hear.readline().strip()
                if line == 'stop': break
                right += line == str(i + 1)
        print(right / 5)
        print('translate:success' if right == 5 else 'Not all right', file=sys.stderr)
        """;

    private const string PythonStub = """
        import sys
        import nhap
        with open(sys.argv[1]) as hear, open(sys.argv[2], 'w') as say:
            for _ in range(5): print(nhap.dap(int(hear.readline())), file=say, flush=True)
        """;

    private const string CppStub = """
        #include <cstdio>
        #include "nhap.h"
        int main(int argc, char **argv) {
          FILE *hear = fopen(argv[1], "r"), *say = fopen(argv[2], "w");
          for (int i = 0, x; i < 5 && fscanf(hear, "%d", &x) == 1; i++) fprintf(say, "%d\n", dap(x)), fflush(say);
        }
        """;

    private const string PascalStub = """
        uses nhap;
        var hear, say: text; i, x: longint;
        begin
          assign(hear, paramstr(1)); reset(hear); assign(say, paramstr(2)); rewrite(say);
          for i := 1 to 5 do begin readln(hear, x); writeln(say, dap(x)); flush(say) end
        end.
        """;

    private const string School = """
        interactor: cms
        fifos: true
        main:
          python3: {source: nhap.py, main: stub.py}
          pascal: {source: nhap.pas, main: stub.pas}
          cpp: {source: nhap.cpp, main: stub.cpp}
          c: {source: nhap.c, main: stub.c}
        """;

    private const string PascalUnit = "unit nhap; interface function dap(x: longint): longint; implementation ";

    [Theory]
    [InlineData("python", "def dap(x):\n  print('noise')\n  return x + 1", Verdict.Accepted)]
    [InlineData("cpp", "#include \"nhap.h\"\nint dap(int x) { return x + 1; }", Verdict.Accepted)]
    [InlineData("c", "int dap(int x) { return x + 1; }", Verdict.Accepted)]
    [InlineData("pascal", PascalUnit + "function dap(x: longint): longint; begin dap := x + 1 end; end.", Verdict.Accepted)]
    [InlineData("python", "def dap(x): return x", Verdict.WrongAnswer)]
    [InlineData("python", "import sys\ndef dap(x): sys.exit(0)", Verdict.WrongAnswer)]
    [InlineData("python", "def dap(x): return 1 // 0", Verdict.RuntimeError)]
    [InlineData("cpp", "#include \"nhap.h\"\nint dap(int x) { for (;;); }", Verdict.TimeLimit)]
    [InlineData("python", "import time\ndef dap(x): time.sleep(100)", Verdict.TimeLimit)]
    [InlineData("python", "def dap(x): return '1' * 10**7", Verdict.WrongAnswer)]
    public async Task A_function_talks_with_the_manager_through_its_stub(string language, string source, Verdict verdict)
    {
        using var package = Named(Manager, seconds: verdict == Verdict.TimeLimit ? 0.1 : 0.5);
        var judgement = await JudgeAsync(package.Load(), source, language, stopAtFirstFailure: verdict == Verdict.TimeLimit);
        Assert.True(verdict == judgement.Verdict, Told(judgement));
    }

    [Fact]
    public async Task A_manager_gives_a_part_of_the_points_and_words_for_the_entrant()
    {
        using var package = Named(Manager);
        var judgement = await JudgeAsync(package.Load(), "def dap(x): return x + (x < 4)");
        Assert.Equal([0.6m, 0.4m, 0.2m], judgement.Tests.Select(test => test.Share));
        Assert.Equal("Not all right", judgement.Tests[0].Remark);
    }

    [Theory]
    [InlineData("for _ in range(5): print(int(input()) + 1, flush=True)", Verdict.Accepted)]
    [InlineData("print('stop', flush=True)", Verdict.WrongAnswer)]
    [InlineData("import os\nos.close(1)\nos.close(0)\nwhile True: pass", Verdict.TimeLimit)]
    public async Task A_program_without_a_stub_talks_on_its_standard_streams(string source, Verdict verdict)
    {
        using var package = new ScratchPackage("type: interactive", "interactor: cms", verdict == Verdict.TimeLimit ? 0.1 : 0.5).Write(
            "output_validator/manager.py",
            Manager
        );
        var judgement = await JudgeAsync(package.Load(), source, stopAtFirstFailure: true);
        Assert.True(verdict == judgement.Verdict, Told(judgement));
    }

    [Theory]
    [InlineData("1 // 0", "crashed")]
    [InlineData("print('much')", "no number from 0 to 1")]
    [InlineData("print(7)", "not from 0 to 1")]
    [InlineData("import os; os.abort()", "signal 6")]
    [InlineData("import time; time.sleep(1000)", "too long")]
    public async Task A_manager_that_fails_is_a_judge_error_and_nobodys_wrong_answer(string manager, string why)
    {
        using var package = Named(manager, seconds: 0.1);
        var judgement = await JudgeAsync(package.Load(), "def dap(x): return x + 1", stopAtFirstFailure: true);
        Assert.True(judgement.Verdict == Verdict.JudgeError, Told(judgement));
        Assert.Contains(why, judgement.StaffMessage);
        Assert.Contains("manager.py", judgement.StaffMessage);
    }

    /// <summary>It looks for anything of the author's, writes into all it can open, and claims the points.</summary>
    [Fact]
    public async Task A_hostile_entrant_finds_two_pipes_and_nothing_of_the_manager()
    {
        using var package = Named(Manager);
        var judgement = await JudgeAsync(
            package.Load(),
            """
            import os, sys
            def dap(x):
                box, fds = sorted(os.listdir('/box')), sorted(int(fd) for fd in os.listdir('/proc/self/fd'))
                seen = [p for p in ('/box/input.txt', '/prog/manager.py', '/prog/input.txt') if os.path.exists(p)]
                others = [p for p in os.listdir('/proc') if p.isdigit() and p != str(os.getpid())]
                processes = [p for p in others if '\nUid:\t0\t0\t0\t0\n' not in open(f'/proc/{p}/status').read()]
                if box != ['m_to_u0', 'u0_to_m'] or seen or processes or len(fds) > 8: os._exit(99)
                for fd in fds:
                    for way in (os.O_WRONLY, os.O_RDWR):
                        try: os.write(os.open(f'/proc/self/fd/{fd}', way | os.O_NONBLOCK), b'1.0\n')
                        except OSError: pass
                print('1.0', flush=True)
                print('1.0', file=sys.stderr)
                return 'x'
            """
        );
        Assert.DoesNotContain(judgement.Tests, test => test.Code == 99);

        // It may hear its own noise and crash over it, before or after the manager has heard enough.
        Assert.All(judgement.Tests, test => Assert.True(test.Verdict is Verdict.WrongAnswer or Verdict.RuntimeError, Told(judgement)));
        Assert.Equal(0m, judgement.Share);
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(package.Load(), "def dap(x): return x + 1")).Verdict);
    }

    private static ScratchPackage Named(string manager, double seconds = 0.5) =>
        new ScratchPackage("type: interactive", School, seconds)
            .Write("output_validator/manager.py", manager)
            .Write("include/python3/stub.py", PythonStub)
            .Write("include/pascal/stub.pas", PascalStub)
            .Write("include/cpp/stub.cpp", CppStub)
            .Write("include/cpp/nhap.h", "int dap(int x);\n")
            .Write("include/c/stub.c", CppStub.Replace("<cstdio>", "<stdio.h>", StringComparison.Ordinal))
            .Write("include/c/nhap.h", "int dap(int x);\n");

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
        judgement.StaffMessage
        + judgement.Program?.CompilerMessage
        + string.Concat(judgement.Tests.Select(test => $"\n{test.Name} {test.Verdict} {test.Message} {test.Code} {test.Remark}"));
}
