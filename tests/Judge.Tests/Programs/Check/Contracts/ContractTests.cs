using System.Text;
using Judge.Problems;
using Judge.Programs.Check;
using Judge.Programs.Check.Contracts;
using Judge.Sandbox;

namespace Judge.Tests.Programs.Check.Contracts;

/// <summary>What each kind of checker says, and what of it counts.</summary>
public sealed class ContractTests
{
    /// <summary>contract, exit code, standard output, standard error → share; -1: the checker failed.</summary>
    public static TheoryData<CheckerContract, int, string, string, double> Table =>
        new()
        {
            { CheckerContract.Kattis, 42, "", "", 1 },
            { CheckerContract.Kattis, 43, "", "", 0 },
            { CheckerContract.Kattis, 0, "", "", -1 },
            { CheckerContract.Kattis, 1, "", "", -1 },
            { CheckerContract.Testlib, 0, "", "ok", 1 },
            { CheckerContract.Testlib, 1, "", "wrong answer", 0 },
            { CheckerContract.Testlib, 2, "", "presentation error", 0 },
            { CheckerContract.Testlib, 4, "", "dirt", 0 },
            { CheckerContract.Testlib, 8, "", "unexpected eof", 0 },
            { CheckerContract.Testlib, 3, "", "FAIL", -1 },
            { CheckerContract.Testlib, 6, "", "", -1 },
            { CheckerContract.Testlib, 7, "", "points 2.5 half", 0.5 },
            { CheckerContract.Testlib, 7, "", "points 5", 1 },
            { CheckerContract.Testlib, 7, "", "points 6", -1 },
            { CheckerContract.Testlib, 7, "", "points x", -1 },
            { CheckerContract.Testlib, 7, "", "points -1", -1 },
            { CheckerContract.Testlib, 7, "", "points nan", -1 },
            { CheckerContract.Testlib, 7, "", "points 2,5", -1 },
            { CheckerContract.Testlib, 7, "", "points 1e29", -1 },
            { CheckerContract.Testlib, 0, "", "points 2", 1 },
            { CheckerContract.Testlib, 7, "", "nothing", -1 },
            { CheckerContract.Testlib, 7, "", "points points_info=pa=2,ja=3", -1 },
            { CheckerContract.Testlib, 16, "", "", -1 },
            { CheckerContract.Testlib, 66, "", "half of it", -1 },
            { CheckerContract.Themis, 0, "Good\n1\n", "", 1 },
            { CheckerContract.Themis, 0, "0,25", "", 0.25 },
            { CheckerContract.Themis, 0, "x\r\n0.25\r\n\r\n", "", 0.25 },
            { CheckerContract.Themis, 0, "", "", -1 },
            { CheckerContract.Themis, 0, "1\nGood", "", -1 },
            { CheckerContract.Themis, 0, "1.5", "", -1 },
            { CheckerContract.Themis, 0, "-0.5", "", -1 },
            { CheckerContract.Themis, 0, "1.0000001", "", -1 },
            { CheckerContract.Themis, 0, "1.0000000000000002", "", 1 },
            { CheckerContract.Themis, 0, " 9.9999999999999989E-0001", "", 1 },
            { CheckerContract.Themis, 0, "-0,00", "", 0 },
            { CheckerContract.Themis, 0, "-2.7755575615628914e-17", "", 0 },
            { CheckerContract.Themis, 0, "1,000,5", "", -1 },
            { CheckerContract.Themis, 0, "Inf", "", -1 },
            { CheckerContract.Themis, 0, "1e30", "", -1 },
            { CheckerContract.Themis, 1, "1", "", -1 },
            { CheckerContract.Cms, 0, "1.0\n", "translate:success\n", 1 },
            { CheckerContract.Cms, 0, "0.5\nmore", "so so\n", 0.5 },
            { CheckerContract.Cms, 0, "0", "", 0 },
            { CheckerContract.Cms, 0, "", "", -1 },
            { CheckerContract.Cms, 0, "nan", "", -1 },
            { CheckerContract.Cms, 0, "2", "", -1 },
            { CheckerContract.Cms, 0, "-0.1", "", -1 },
            { CheckerContract.Cms, 0, "0,5", "", -1 },
            { CheckerContract.Cms, 0, "0x1", "", -1 },
            { CheckerContract.Cms, 0, "\n1", "", 1 },
            { CheckerContract.Cms, 0, "0.999", "", 0.999 },
            { CheckerContract.Cms, 2, "1", "", -1 },
            { CheckerContract.Hustoj, 0, "", "", 1 },
            { CheckerContract.Hustoj, 1, "", "", 0 },
            { CheckerContract.Hustoj, 125, "", "", 0 },
            { CheckerContract.Hustoj, 216, "", "", -1 },
            { CheckerContract.Hustoj, 255, "", "", 0 },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_answer_of_a_checker_has_its_share(CheckerContract contract, int exitCode, string stdout, string stderr, double share)
    {
        var execution = Some.Execution() with { ExitCode = exitCode, Stdout = Bytes(stdout), Stderr = Bytes(stderr) };
        if (share < 0)
        {
            Assert.Throws<CheckerException>(() => Read(contract, execution));
        }
        else
        {
            Assert.Equal((decimal)share, Read(contract, execution).Share);
        }
    }

    /// <summary>
    /// What testlib.h 0.9.45 writes and ends with, mode by mode: usual, <c>TESTSYS</c> (<c>_pc</c> from 50), <c>EJUDGE</c> (wrong answer 5,
    /// presentation error 4, failure 6), <c>CONTESTER</c> (0xAC, 0xAB, 0xAA, 0xA3).
    /// </summary>
    [Theory]
    [InlineData(0, "partially correct (0) nothing", 0)]
    [InlineData(1, "partially correct (1) x", 0.01)]
    [InlineData(3, "partially correct (3) x", 0.03)]
    [InlineData(7, "partially correct (7) x", 0.07)]
    [InlineData(50, "partially correct (50) half", 0.5)]
    [InlineData(100, "partially correct (100) all", 1)]
    [InlineData(101, "partially correct (101) too much", -1)]
    [InlineData(200, "partially correct (200) of 200", -1)]
    [InlineData(50, "partially correct (0) TESTSYS", 0)]
    [InlineData(100, "partially correct (50) TESTSYS", 0.5)]
    [InlineData(150, "partially correct (100) TESTSYS", 1)]
    [InlineData(5, "wrong answer EJUDGE", 0)]
    [InlineData(4, "wrong output format EJUDGE", 0)]
    [InlineData(6, "FAIL EJUDGE", -1)]
    [InlineData(0xAC, "ok CONTESTER", 1)]
    [InlineData(0xAB, "wrong answer CONTESTER", 0)]
    [InlineData(0xAA, "wrong output format CONTESTER", 0)]
    [InlineData(0xA3, "FAIL CONTESTER", -1)]
    [InlineData(2, "wrong output format Extra information in the output file", 0)]
    [InlineData(2, "unexpected eof in usual mode", 0)]
    [InlineData(8, "unexpected eof with ENABLE_UNEXPECTED_EOF", 0)]
    [InlineData(50, "okay, half of it", -1)]
    [InlineData(9, "partially correct", -1)]
    public void Testlib_is_read_as_its_header_writes(int exitCode, string stderr, double share) =>
        Every_answer_of_a_checker_has_its_share(CheckerContract.Testlib, exitCode, "", stderr, share);

    [Theory]
    [InlineData(42, "score.txt=2.5", 0.5)]
    [InlineData(42, "score.txt=5", 1)]
    [InlineData(42, "score.txt=5.1", -1)]
    [InlineData(42, "score.txt=-1", -1)]
    [InlineData(42, "score.txt=x", -1)]
    [InlineData(42, "score_multiplier.txt=0.3", 0.3)]
    [InlineData(42, "score_multiplier.txt=1.1", -1)]
    [InlineData(42, "score_multiplier.txt=-0.1", -1)]
    [InlineData(42, "score_multiplier.txt=nan", -1)]
    [InlineData(42, "score_multiplier.txt=", -1)]
    [InlineData(42, "score.txt=0", 0)]
    [InlineData(42, "score.txt=2,5", -1)]
    [InlineData(42, "score.txt=1e400", -1)]
    [InlineData(42, "score.txt=1 score_multiplier.txt=1", -1)]
    [InlineData(43, "score.txt=1", -1)]
    [InlineData(43, "nextpass.in=7", -1)]
    [InlineData(42, "nextpass.in=7 \uFFFD\uFFFD=1", -1)]
    [InlineData(43, "judgemessage.txt=x", 0)]
    public void Kattis_scores_follow_the_text_of_the_format(int exitCode, string files, double share)
    {
        var execution = WithFeedback(exitCode, files);
        if (share < 0)
        {
            Assert.Throws<CheckerException>(() => Read(CheckerContract.Kattis, execution));
        }
        else
        {
            Assert.Equal((decimal)share, Read(CheckerContract.Kattis, execution).Share);
        }
    }

    /// <summary>Validators of DOMjudge's examples write a 0 whenever they reject.</summary>
    [Theory]
    [InlineData("score.txt=0.00")]
    [InlineData("score_multiplier.txt=0")]
    public void A_score_of_nothing_beside_a_rejection_says_the_same_twice(string files) =>
        Assert.Equal(0, Read(CheckerContract.Kattis, WithFeedback(43, files)).Share);

    /// <summary>A third of 100 as C++ and Python print it, and two thirds of 1 as testlib does.</summary>
    [Theory]
    [InlineData(100, "33.333333333333336")]
    [InlineData(100, "33.33333333333333")]
    [InlineData(2, "0.6666666667")]
    public void Points_that_are_rounded_to_the_mark_of_a_test_are_all_of_them(int of, string score)
    {
        var third = Secret with { Mark = of / 3m };
        Assert.Equal(
            CheckResult.Right,
            new KattisContract().Read(WithFeedback(42, $"score.txt={score}"), Scoring(Aggregation.Sum), third).Result
        );
        Assert.Throws<CheckerException>(() =>
            new KattisContract().Read(WithFeedback(42, $"score.txt={score}1e1"), Scoring(Aggregation.Sum), third)
        );
    }

    [Theory]
    [InlineData(Aggregation.PassFail, true)]
    [InlineData(Aggregation.Sum, false)]
    public void A_score_where_nothing_scores_is_the_checkers_failure(Aggregation aggregation, bool scores)
    {
        var problem = Scoring(aggregation) with { Scores = scores };
        Assert.Throws<CheckerException>(() => new KattisContract().Read(WithFeedback(42, "score.txt=1"), problem, Secret));
        Assert.Equal(
            1,
            new KattisContract().Read(WithFeedback(42, "score.txt=1"), problem, Secret with { IsSample = true, Mark = 0 }).Result.Share
        );
    }

    [Fact]
    public void Messages_go_to_whom_they_are_for()
    {
        var kattis = Read(CheckerContract.Kattis, WithFeedback(43, "teammessage.txt=hm judgemessage.txt=line3"));
        Assert.Equal(("hm", "line3"), (kattis.ForEntrant, kattis.ForStaff));
        var testlib = Read(CheckerContract.Testlib, Some.Execution() with { ExitCode = 1, Stderr = Bytes("expected 3\u0007") });
        Assert.Equal(("", "expected 3"), (testlib.ForEntrant, testlib.ForStaff));
        Assert.Equal("Khá tốt", Read(CheckerContract.Themis, Some.Execution() with { Stdout = Bytes("Khá tốt\n0.5") }).ForEntrant);
        Assert.Equal(
            "so so",
            Read(CheckerContract.Cms, Some.Execution() with { Stdout = Bytes("0.5"), Stderr = Bytes("so so\nmore") }).ForEntrant
        );
        Assert.Equal(
            "",
            Read(CheckerContract.Cms, Some.Execution() with { Stdout = Bytes("0.5"), Stderr = Bytes("translate:partial") }).ForEntrant
        );
    }

    [Fact]
    public void Feedback_goes_on_to_the_next_pass_without_its_input()
    {
        var read = new KattisContract().Read(WithFeedback(42, "nextpass.in=7 state=1"), Scoring(Aggregation.Sum), Secret);
        Assert.Equal(1, read.After.NextInput!.Length);
        var call = new KattisContract().Call(Call(Scoring(Aggregation.Sum)) with { Before = read.After.WithoutNextInput() });
        Assert.Equal(["answer", "feedback/state", "input"], call.Files.Keys.Order());
    }

    [Theory]
    [InlineData(CheckerContract.Kattis, "input answer feedback/ a1", "")]
    [InlineData(CheckerContract.Testlib, "input.txt output.txt answer.txt a1", "")]
    [InlineData(CheckerContract.Themis, "a1", "/box/test/|/box/bailam/|")]
    [InlineData(CheckerContract.Cms, "input.txt correct_output.txt user_output.txt a1", "")]
    [InlineData(CheckerContract.Hustoj, "data.in data.out user.out a1", "")]
    public void Each_is_called_in_its_own_way(CheckerContract contract, string arguments, string stdin)
    {
        var command = Contract.Of(contract).Call(Call(Some.Problem()));
        Assert.Equal(arguments.Split(' '), command.Arguments);
        if (contract != CheckerContract.Kattis)
        {
            using var text = new StreamReader(command.Stdin.OpenRead());
            Assert.Equal(stdin, text.ReadToEnd().Replace('\n', '|'));
        }
    }

    [Fact]
    public void A_manager_of_CMS_gets_the_input_and_two_pipes_and_no_answer()
    {
        var command = new CmsContract().Call(Call(Some.Problem()) with { Output = null });
        Assert.Equal(["/box/u0_to_m", "/box/m_to_u0"], command.Arguments);
        Assert.Equal(["input.txt"], command.Files.Keys);
        Assert.Equal(command.Files["input.txt"], command.Stdin);
    }

    [Fact]
    public void Both_sides_of_a_named_talk_are_told_first_what_to_read_and_then_what_to_write()
    {
        using var one = Pipe.Create(isNamed: true);
        using var other = Pipe.Create(isNamed: true);
        var manager = new CmsContract().Join(new Command { Arguments = [] }, one.ReadEnd, other.WriteEnd);
        Assert.Equal((one.ReadEnd, other.WriteEnd), (manager.Pipes["u0_to_m"], manager.Pipes["m_to_u0"]));
        var program = CmsContract.JoinProgram(new Command { Arguments = ["x"] }, other.ReadEnd, one.WriteEnd);
        Assert.Equal(["x", "/box/m_to_u0", "/box/u0_to_m"], program.Arguments);
        Assert.Equal((other.ReadEnd, one.WriteEnd), (program.Pipes["m_to_u0"], program.Pipes["u0_to_m"]));
    }

    [Fact]
    public void Themis_finds_files_under_the_problems_names()
    {
        var command = new ThemisContract().Call(Call(Some.Problem() with { Files = new FileNames("A.INP", "A.OUT") }));
        Assert.Equal(
            ["bailam/A.OUT", "bailam/a.out", "test/A.INP", "test/A.OUT", "test/a.inp", "test/a.out"],
            command.Files.Keys.Order(StringComparer.Ordinal)
        );
        command = new ThemisContract().Call(Call(Some.Problem()));
        Assert.Contains("test/TONG.INP", command.Files.Keys);
    }

    [Fact]
    public void Themis_finds_small_files_in_any_usual_letter_case_and_large_ones_once()
    {
        var problem = Some.Problem() with { Files = new FileNames("Bai1.inp", "BAI1.OUT") };
        var call = Call(problem) with { Input = Content.OfBytes(new byte[2 << 20]) };
        Assert.Equal(
            ["bailam/BAI1.OUT", "bailam/bai1.out", "test/BAI1.OUT", "test/Bai1.inp", "test/bai1.out"],
            new ThemisContract().Call(call).Files.Keys.Order(StringComparer.Ordinal)
        );
    }

    private static Test Secret { get; } = new("1", IsSample: false, "", "") { Mark = 5, CheckerArguments = ["a1"] };

    private static Problem Scoring(Aggregation aggregation) =>
        Some.Problem() with
        {
            Scores = true,
            Groups =
            [
                new TestGroup
                {
                    Name = "",
                    IsSample = false,
                    Max = 5,
                    Aggregation = aggregation,
                    Tests = [Secret],
                },
            ],
        };

    private static AuthorCall Call(Problem problem) =>
        new(problem, Secret, Content.Empty, Content.Empty, Content.Empty, FeedbackFolder.Empty);

    private static CheckResult Read(CheckerContract contract, Execution execution) =>
        Contract.Of(contract).Read(execution, Scoring(Aggregation.Sum), Secret).Result;

    private static Execution WithFeedback(int exitCode, string files) =>
        Some.Execution() with
        {
            ExitCode = exitCode,
            Files = files
                .Split(' ')
                .Select(file => file.Split('='))
                .ToDictionary(file => $"feedback/{file[0]}", file => (ReadOnlyMemory<byte>)Bytes(file[1])),
        };

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
