using Judge.Messages;
using Judge.Problems;
using Judge.Programs.Check;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Programs.Verdicts;

/// <summary>
/// From one run and its check to a verdict. A limit that was passed comes first (memory, output, time, as
/// <see cref="Ending"/> has them), then a crash, then what was written: a crash may well have its cause in a limit, and
/// the output of a program that did not end well is nobody's business.
/// </summary>
internal static class VerdictRule
{
    private const int MostRemark = 500;
    private const int MostStaffRemark = 2_000;

    public static Verdict Decide(Execution execution, CheckResult check) =>
        execution switch
        {
            { Ending: Ending.MemoryLimit } => Verdict.MemoryLimit,
            { Ending: Ending.OutputLimit } => Verdict.OutputLimit,
            { Ending: Ending.CpuLimit or Ending.WallLimit } => Verdict.TimeLimit,
            { Ending: Ending.Signaled } or { Ending: Ending.Exited, ExitCode: not 0 } => Verdict.RuntimeError,
            { Ending: Ending.Exited } => check.Share == 1 ? Verdict.Accepted : Verdict.WrongAnswer,
            _ => throw new ArgumentOutOfRangeException(nameof(execution), execution.Ending, "A run has no such ending."),
        };

    /// <summary>The verdict with what more there is to say.</summary>
    public static TestOutcome Result(Test test, Execution execution, CheckResult check)
    {
        var verdict = Decide(execution, check);
        var (message, code) = (verdict, execution, check) switch
        {
            (Verdict.TimeLimit, { Ending: Ending.WallLimit }, _) => (TestMessage.WallTime, 0),
            (Verdict.RuntimeError, { Ending: Ending.Signaled }, _) => (TestMessage.Signal, execution.Signal),
            (Verdict.RuntimeError, _, _) => (TestMessage.ExitCode, execution.ExitCode),
            (Verdict.WrongAnswer, _, { Fault: Fault.NoFile }) => (TestMessage.NoOutputFile, 0),
            (Verdict.WrongAnswer, _, { Fault: Fault.Empty }) => (TestMessage.EmptyOutput, 0),
            _ => (TestMessage.None, 0),
        };
        var share = verdict is Verdict.Accepted or Verdict.WrongAnswer ? check.Share : 0;
        return new TestOutcome(test.Name, test.IsSample, verdict, share, execution.Cpu, execution.MemoryBytes, message, code)
        {
            Group = test.Group,
            Remark = PlainText.Shortened(check.ForEntrant, MostRemark),
            StaffRemark = PlainText.Shortened(check.ForStaff, MostStaffRemark),
        };
    }

    /// <summary>A test that nobody could judge.</summary>
    /// <param name="sentence">Why, for staff.</param>
    public static TestOutcome NotJudged(Test test, string sentence) =>
        new(test.Name, test.IsSample, Verdict.JudgeError, 0, TimeSpan.Zero, 0)
        {
            Group = test.Group,
            StaffRemark = PlainText.Shortened(sentence, MostStaffRemark),
        };
}
