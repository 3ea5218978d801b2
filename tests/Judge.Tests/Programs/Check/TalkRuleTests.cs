using Judge.Programs.Check;
using Judge.Sandbox;

namespace Judge.Tests.Programs.Check;

/// <summary>Who is to blame when a talk fails.</summary>
public sealed class TalkRuleTests
{
    private const string JudgeError = "JE";

    /// <summary>How the program ended (exit code, signal or limit), how the interactor did, who was first → verdict.</summary>
    [Theory]
    [InlineData("0", "42", "program", "AC")]
    [InlineData("0", "42", "interactor", "AC")]
    [InlineData("0", "43", "program", "WA")]
    [InlineData("0", "43", "interactor", "WA")]
    [InlineData("s13", "43", "interactor", "WA")]
    [InlineData("1", "43", "interactor", "WA")]
    [InlineData("cpu", "43", "interactor", "WA")]
    [InlineData("wall", "43", "interactor", "WA")]
    [InlineData("1", "43", "program", "RTE")]
    [InlineData("s11", "43", "program", "RTE")]
    [InlineData("cpu", "43", "program", "TLE")]
    [InlineData("wall", "43", "program", "TLE")]
    [InlineData("memory", "43", "program", "MLE")]
    [InlineData("cpu", "42", "interactor", "TLE")]
    [InlineData("1", "42", "interactor", "RTE")]
    [InlineData("s13", "42", "interactor", "AC")]
    [InlineData("wall", "1", "program", "TLE")]
    [InlineData("1", "1", "program", "RTE")]
    [InlineData("s11", "s13", "program", "RTE")]
    [InlineData("0", "s13", "program", "WA")]
    [InlineData("s11", "s11", "program", "RTE")]
    [InlineData("0", "1", "program", JudgeError)]
    [InlineData("0", "0", "program", JudgeError)]
    [InlineData("0", "1", "interactor", JudgeError)]
    [InlineData("s13", "1", "interactor", JudgeError)]
    [InlineData("s13", "s11", "interactor", JudgeError)]
    [InlineData("0", "s11", "program", JudgeError)]
    [InlineData("wall", "wall", "program", JudgeError)]
    [InlineData("wall", "cpu", "interactor", JudgeError)]
    [InlineData("1", "memory", "interactor", JudgeError)]
    public void Whoever_fails_first_is_to_blame(string program, string interactor, string first, string verdict)
    {
        var (mine, partner) = (Run(program, first == "program" ? 1 : 2), Run(interactor, first == "program" ? 2 : 1));
        Assert.Equal(verdict, Decide(mine, partner));
    }

    [Fact]
    public void What_the_interactor_said_of_a_program_that_failed_is_not_repeated()
    {
        var (_, check) = TalkRule.Decide(Run("1", 1), Run("43", 2), null, () => new(new CheckResult(0, Fault.Different, "no answer")));
        Assert.Equal("", check.Result.ForEntrant);
    }

    [Theory]
    [InlineData("0", "WA", 0.5)]
    [InlineData("cpu", "TLE", 0)]
    [InlineData("wall", "TLE", 0)]
    [InlineData("1", "RTE", 0)]
    [InlineData("s13", "WA", 0.5)]
    public void A_program_that_fails_after_it_was_given_a_part_gets_nothing(string program, string verdict, double share)
    {
        var (counting, check) = TalkRule.Decide(Run(program, 2), Run("0", 1), null, () => new(new CheckResult(0.5m, Fault.Different)));
        Assert.Equal(verdict, Judge.Problems.VerdictCode.Code(Judge.Programs.Verdicts.VerdictRule.Decide(counting, check.Result)));
        Assert.Equal((decimal)share, check.Result.Share);
    }

    [Theory]
    [InlineData(2, "BrokenPipeError: [Errno 32] Broken pipe", "AC")]
    [InlineData(0, "BrokenPipeError: [Errno 32] Broken pipe", "RTE")]
    [InlineData(2, "ZeroDivisionError", "RTE")]
    public void A_program_that_talks_on_after_it_was_accepted_is_not_to_blame_in_any_language(int endedAt, string stderr, string verdict) =>
        Assert.Equal(verdict, Decide(Run("1", endedAt) with { Stderr = System.Text.Encoding.ASCII.GetBytes(stderr) }, Run("42", 1)));

    [Theory]
    [InlineData("0", 1, "BrokenPipeError: [Errno 32] Broken pipe", "WA")]
    [InlineData("1", 1, "BrokenPipeError: [Errno 32] Broken pipe", "RTE")]
    [InlineData("0", 3, "BrokenPipeError: [Errno 32] Broken pipe", JudgeError)]
    [InlineData("0", 1, "ZeroDivisionError", JudgeError)]
    public void An_interactor_that_loses_its_partner_is_not_to_blame_in_any_language(
        string program,
        int endedAt,
        string stderr,
        string verdict
    )
    {
        var interactor = Run("1", 2) with { Stderr = System.Text.Encoding.ASCII.GetBytes(stderr) };
        Assert.Equal(verdict, Decide(Run(program, endedAt), interactor));
        Assert.Equal(verdict, Decide(Run(program, endedAt), interactor, crash: "Error"));
    }

    private static string Decide(Execution program, Execution interactor, string? crash = null)
    {
        try
        {
            var (counting, check) = TalkRule.Decide(program, interactor, AuthorWords.Failure(interactor, crash), () => Read(interactor));
            return Judge.Problems.VerdictCode.Code(Judge.Programs.Verdicts.VerdictRule.Decide(counting, check.Result));
        }
        catch (CheckerException)
        {
            return JudgeError;
        }
    }

    private static Judge.Programs.Check.Checked Read(Execution interactor) =>
        interactor.ExitCode switch
        {
            42 => new(CheckResult.Right),
            43 => new(CheckResult.Wrong(Fault.Different)),
            _ => throw new CheckerException("odd"),
        };

    private static Execution Run(string ending, int endedAt)
    {
        var run = Some.Execution() with { EndedAt = TimeSpan.FromMilliseconds(endedAt) };
        return ending switch
        {
            "cpu" => run with { Ending = Ending.CpuLimit },
            "wall" => run with { Ending = Ending.WallLimit },
            "memory" => run with { Ending = Ending.MemoryLimit },
            ['s', .. var signal] => run with
            {
                Ending = Ending.Signaled,
                Signal = int.Parse(signal, System.Globalization.CultureInfo.InvariantCulture),
            },
            _ => run with { ExitCode = int.Parse(ending, System.Globalization.CultureInfo.InvariantCulture) },
        };
    }
}
