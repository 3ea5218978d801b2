using Judge.Contests;
using Judge.Problems;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Tests.Nodes;

/// <summary>Ordinary jobs and what comes of them.</summary>
internal static class SomeJob
{
    public static JudgingId Judging(long submission, long rejudging = 0) => new(new SubmissionId(submission), new RejudgingId(rejudging));

    public static Job Of(long submission, int attempt = 1, long rejudging = 0, string package = "") =>
        new(
            new Ticket(Judging(submission, rejudging), attempt),
            new Submission
            {
                Id = new SubmissionId(submission),
                Contest = new ContestId(1),
                Entrant = new EntrantId(7),
                Label = "A",
                Problem = "tong",
                Language = "pascal",
                Source = "",
                Size = 1,
                At = new DateTimeOffset(2026, 3, 8, 0, 59, 0, TimeSpan.Zero),
            },
            StopAtFirstFailure: false,
            package,
            new byte[] { 1 }
        );

    public static Outcome Judged(long submission, int attempt = 1) =>
        new(
            new Ticket(Judging(submission), attempt),
            Judge.Queue.Ending.Judged,
            new Judgement
            {
                Verdict = Verdict.WrongAnswer,
                Share = 0.25m,
                Tests =
                [
                    new TestOutcome("01", false, Verdict.WrongAnswer, 0.25m, TimeSpan.FromMilliseconds(7), 1 << 20, TestMessage.ExitCode, 3)
                    {
                        Remark = "gần đúng",
                    },
                ],
                Groups = [new GroupResult("a", 0.25m, 1, Verdict.WrongAnswer) { Groups = [new GroupResult("b", 0, 1, default)] }],
                Program = new ProgramReport { Cpu = TimeSpan.FromMilliseconds(7) },
                Puzzle = new PuzzleReport(1, true, 9, [], [new WorldEnd(2, true, "ok", 4, 0, 3, 2, 5, 0)]),
                ProblemVersion = "v",
            },
            ""
        );
}
