using Judge.Problems;
using Judge.Programs.Check;
using Judge.Programs.Verdicts;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Tests.Programs.Verdicts;

public sealed class VerdictRuleTests
{
    private static readonly Test Test = new("1", IsSample: false, "", "") { Group = "group1" };

    public static TheoryData<int, int, int, int, int> Table()
    {
        const int good = (int)Fault.None,
            bad = (int)Fault.Different,
            none = (int)Fault.NotChecked;
        var table = new TheoryData<int, int, int, int, int>();
        void Row(Ending ending, int exitCode, int signal, int fault, Verdict verdict) =>
            table.Add((int)ending, exitCode, signal, fault, (int)verdict);

        Row(Ending.Exited, 0, 0, good, Verdict.Accepted);
        Row(Ending.Exited, 0, 0, bad, Verdict.WrongAnswer);
        Row(Ending.Exited, 0, 0, (int)Fault.Empty, Verdict.WrongAnswer);
        Row(Ending.Exited, 0, 0, (int)Fault.NoFile, Verdict.WrongAnswer);
        foreach (var fault in (int[])[good, bad, none])
        {
            Row(Ending.Exited, 1, 0, fault, Verdict.RuntimeError);
            Row(Ending.Exited, 201, 0, fault, Verdict.RuntimeError);
            Row(Ending.Exited, 255, 0, fault, Verdict.RuntimeError);
            Row(Ending.Signaled, 0, 6, fault, Verdict.RuntimeError);
            Row(Ending.Signaled, 0, 11, fault, Verdict.RuntimeError);
            Row(Ending.Signaled, 0, 31, fault, Verdict.RuntimeError);
            Row(Ending.MemoryLimit, 0, 9, fault, Verdict.MemoryLimit);
            Row(Ending.MemoryLimit, 203, 0, fault, Verdict.MemoryLimit);
            Row(Ending.OutputLimit, 0, 0, fault, Verdict.OutputLimit);
            Row(Ending.OutputLimit, 1, 0, fault, Verdict.OutputLimit);
            Row(Ending.CpuLimit, 0, 9, fault, Verdict.TimeLimit);
            Row(Ending.CpuLimit, 0, 0, fault, Verdict.TimeLimit);
            Row(Ending.CpuLimit, 1, 0, fault, Verdict.TimeLimit);
            Row(Ending.WallLimit, 0, 9, fault, Verdict.TimeLimit);
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_ending_has_its_verdict(int ending, int exitCode, int signal, int fault, int verdict)
    {
        var execution = Some.Execution() with { Ending = (Ending)ending, ExitCode = exitCode, Signal = signal };
        var check = (Fault)fault == Fault.None ? CheckResult.Right : CheckResult.Wrong((Fault)fault);
        Assert.Equal((Verdict)verdict, VerdictRule.Decide(execution, check));
    }

    [Fact]
    public void Out_of_time_wins_over_a_bad_exit_code() =>
        Assert.Equal(
            Verdict.TimeLimit,
            VerdictRule.Decide(Some.Execution() with { Ending = Ending.CpuLimit, ExitCode = 216 }, CheckResult.Wrong(Fault.NotChecked))
        );

    [Fact]
    public void A_bad_exit_code_wins_over_a_right_output() =>
        Assert.Equal(Verdict.RuntimeError, VerdictRule.Decide(Some.Execution() with { ExitCode = 1 }, CheckResult.Right));

    [Fact]
    public void A_run_without_an_ending_is_our_failure() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            VerdictRule.Decide(Some.Execution() with { Ending = Ending.None }, CheckResult.Right)
        );

    [Fact]
    public void Messages_say_what_a_verdict_leaves_out()
    {
        Assert.Equal((TestMessage.WallTime, 0), Message(Some.Execution() with { Ending = Ending.WallLimit }, Fault.NotChecked));
        Assert.Equal((TestMessage.None, 0), Message(Some.Execution() with { Ending = Ending.CpuLimit }, Fault.NotChecked));
        Assert.Equal((TestMessage.Signal, 11), Message(Some.Execution() with { Ending = Ending.Signaled, Signal = 11 }, Fault.NotChecked));
        Assert.Equal((TestMessage.ExitCode, 2), Message(Some.Execution() with { ExitCode = 2 }, Fault.NotChecked));
        Assert.Equal((TestMessage.NoOutputFile, 0), Message(Some.Execution(), Fault.NoFile));
        Assert.Equal((TestMessage.EmptyOutput, 0), Message(Some.Execution(), Fault.Empty));
        Assert.Equal((TestMessage.None, 0), Message(Some.Execution(), Fault.Different));
    }

    [Fact]
    public void A_limit_passed_is_worth_nothing_whatever_was_written()
    {
        var result = VerdictRule.Result(Test, Some.Execution() with { Ending = Ending.MemoryLimit }, CheckResult.Right);
        Assert.Equal(0, result.Share);
    }

    [Fact]
    public void A_checkers_words_are_kept_and_cut()
    {
        var result = VerdictRule.Result(
            Test,
            Some.Execution(),
            new CheckResult(0, Fault.Different, new string('a', 501), new string('b', 2_000))
        );
        Assert.Equal(("group1", 500, 2_000), (result.Group, result.Remark.Length, result.StaffRemark.Length));
        Assert.EndsWith("…", result.Remark);
    }

    private static (TestMessage, int) Message(Execution execution, Fault fault)
    {
        var result = VerdictRule.Result(Test, execution, CheckResult.Wrong(fault));
        return (result.Message, result.Code);
    }
}
