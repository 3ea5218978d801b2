using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Problems.Tests;

/// <summary>Checkers of authors, in boxes of their own, good and bad ones.</summary>
public sealed class AuthorCheckersTests(Judges judges)
{
    private const string Copy = "print(input())\n";
    private const string AddOne = "print(int(input()) + 1)\n";

    /// <summary>Each is content with the answer and with nothing else, and is written for its contract.</summary>
    public static TheoryData<string, string, string> Checkers =>
        new()
        {
            {
                "kattis",
                "check.py",
                """
                    import sys
                    assert sys.argv[3].endswith('/')
                    right = sys.stdin.read().split() == open(sys.argv[2]).read().split() == open(sys.argv[1]).read().split()
                    open(sys.argv[3] + 'judgemessage.txt', 'w').write('seen by staff')
                    open(sys.argv[3] + 'teammessage.txt', 'w').write('seen by the entrant')
                    sys.exit(42 if right else 43)
                    """
            },
            {
                "testlib",
                "check.py",
                """
                    import sys
                    o, a = open(sys.argv[2]).read().split(), open(sys.argv[3]).read().split()
                    sys.stderr.write('ok' if o == a else 'wrong answer')
                    sys.exit(0 if o == a else 1)
                    """
            },
            {
                "themis",
                "check.pas",
                """
                    var test, work: string; f: text; a, b: longint;
                    begin
                      readln(test); readln(work);
                      assign(f, test + 'NHAP.OUT'); reset(f); readln(f, a); close(f);
                      assign(f, work + 'NHAP.OUT'); reset(f); readln(f, b); close(f);
                      writeln('Da so sanh');
                      if a = b then writeln('1') else writeln('0,0')
                    end.
                    """
            },
            {
                "cms",
                "check.py",
                """
                    import sys
                    right = open(sys.argv[2]).read().split() == open(sys.argv[3]).read().split()
                    print(1.0 if right else 0.0)
                    print('translate:success' if right else 'translate:wrong', file=sys.stderr)
                    """
            },
            {
                "hustoj",
                "check.pas",
                """
                    var f: text; a, b: longint;
                    begin
                      assign(f, paramstr(2)); reset(f); readln(f, a); close(f);
                      assign(f, paramstr(3)); reset(f); readln(f, b); close(f);
                      if a <> b then halt(1)
                    end.
                    """
            },
        };

    private static (string, string, string) Kattis => Checkers.Select(row => row.Data).First();

    [Theory]
    [MemberData(nameof(Checkers))]
    public async Task A_checker_of_each_contract_accepts_and_rejects(string contract, string file, string source)
    {
        using var package = With(contract, file, source);
        var right = await JudgeAsync(package.Load(), Copy);
        Assert.True(right.Verdict == Verdict.Accepted, right.StaffMessage + Told(right));
        var wrong = await JudgeAsync(package.Load(), AddOne);
        Assert.True(wrong.Verdict == Verdict.WrongAnswer, wrong.StaffMessage + Told(wrong));
        Assert.Equal((0m, 3), (wrong.Share, wrong.Tests.Count));
    }

    [Fact]
    public async Task Words_of_a_checker_come_with_the_test()
    {
        var (contract, file, source) = Kattis;
        using var package = With(contract, file, source);
        var test = (await JudgeAsync(package.Load(), AddOne)).Tests[0];
        Assert.Equal(("seen by the entrant", "seen by staff"), (test.Remark, test.StaffRemark));
    }

    [Fact]
    public async Task A_part_of_the_points_is_a_part()
    {
        using var package = With("themis", "check.py", "print('Mot nua')\nprint('0,5')\n");
        var judgement = await JudgeAsync(package.Load(), Copy);
        Assert.Equal((Verdict.WrongAnswer, 0.5m, "Mot nua"), (judgement.Verdict, judgement.Share, judgement.Tests[0].Remark));
    }

    [Theory]
    [InlineData("kattis", "check.py", "1 // 0", "crashed")]
    [InlineData("testlib", "check.py", "1 // 0", "crashed")]
    [InlineData("testlib", "check.pas", "var f: text; begin assign(f, 'no'); reset(f) end.", "crashed")]
    [InlineData("kattis", "check.py", "while True: pass", "too long")]
    [InlineData("kattis", "check.py", "import time; time.sleep(60)", "too long")]
    [InlineData("kattis", "check.py", "for _ in range(20): print('x' * 10**6)", "wrote too much")]
    [InlineData("kattis", "check.py", "a = bytearray(3 * 10**9)", "memory")]
    [InlineData("kattis", "check.py", "import sys; sys.exit(7)", "exit code 7")]
    [InlineData("kattis", "check.py", "import os; os.abort()", "signal 6")]
    [InlineData("kattis", "check.pas", "begin x end.", "does not compile")]
    [InlineData("kattis", "check.xyz", "?", "no language")]
    [InlineData("themis", "check.py", "print('Good job')", "Good job")]
    [InlineData("cms", "check.py", "print('nan')", "nan")]
    [InlineData("testlib", "check.py", "import sys; sys.stderr.write('FAIL jury has no answer'); sys.exit(3)", "jury has no answer")]
    public async Task A_checker_that_fails_is_a_judge_error_at_once_and_nobodys_wrong_answer(
        string contract,
        string file,
        string source,
        string why
    )
    {
        using var package = With(contract, file, source);
        var judgement = await JudgeAsync(package.Load(), Copy);
        Assert.Equal((Verdict.JudgeError, 0m, 1), (judgement.Verdict, judgement.Share, judgement.Tests.Count));
        Assert.Contains(why, judgement.StaffMessage);
        Assert.Contains($"checker/{file}", judgement.StaffMessage);
        Assert.Contains("test 1", judgement.StaffMessage);
    }

    [Fact]
    public async Task A_fork_bomb_in_a_checker_ends_with_its_box()
    {
        using var package = With("kattis", "check.py", "import os\nwhile True: os.fork()\n");
        Assert.Equal(Verdict.JudgeError, (await JudgeAsync(package.Load(), Copy)).Verdict);
        using var good = new ScratchPackage();
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(good.Load(), Copy)).Verdict);
    }

    [Fact]
    public async Task The_entrants_program_sees_neither_answer_nor_feedback_and_its_files_change_nothing()
    {
        var (contract, file, source) = Kattis;
        using var package = With(contract, file, source);
        var judgement = await JudgeAsync(
            package.Load(),
            """
            import os
            os.makedirs('feedback', exist_ok=True)
            open('feedback/score.txt', 'w').write('100')
            open('answer', 'w').write('8')
            open('answer.txt', 'w').write('8')
            found = [os.path.join(d, f) for top in ('/prog', '/box') for d, _, files in os.walk(top) for f in files]
            assert sorted(found) == ['/box/answer', '/box/answer.txt', '/box/feedback/score.txt', '/prog/main.py'], found
            print(8)
            """
        );
        Assert.True(judgement.Verdict == Verdict.WrongAnswer, judgement.StaffMessage + Told(judgement));
    }

    [Fact]
    public async Task The_output_of_a_crashed_program_is_not_checked()
    {
        using var package = With("kattis", "check.py", "1 // 0");
        Assert.Equal(Verdict.RuntimeError, (await JudgeAsync(package.Load(), "1 // 0")).Verdict);
    }

    private static ScratchPackage With(string contract, string file, string source) =>
        new ScratchPackage(school: $$"""checker: {contract: {{contract}}, program: checker/{{file}}}""").Write($"checker/{file}", source);

    private Task<Judgement> JudgeAsync(Problem problem, string source) =>
        judges.JudgeAsync(
            problem,
            "python",
            Encoding.UTF8.GetBytes(source),
            stopAtFirstFailure: false,
            onTest: null,
            TestContext.Current.CancellationToken
        );

    private static string Told(Judgement judgement) =>
        string.Concat(
            judgement.Tests.Select(test => $"\n{test.Name} {test.Verdict} {test.Message} {test.Code} {test.Remark} {test.StaffRemark}")
        );
}
