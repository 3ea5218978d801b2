using Drill;
using Judge.Events;
using Judge.Problems;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Tests.Drills;

public sealed class OutcomeCheckTests
{
    private static readonly DrillFacts Good = new(
        new Dictionary<long, Judgement> { [1] = Of(Verdict.Accepted), [2] = Of(Verdict.WrongAnswer) },
        [new(1, Verdict.Accepted, 1), new(2, Verdict.WrongAnswer, 1)],
        [new(1, EventKind.Submitted, 1), new(2, EventKind.Submitted, 2), new(3, EventKind.Judged, 2), new(4, EventKind.Judged, 1)],
        [Dispatch(1, 1, "one"), Dispatch(2, 3, "two")],
        ["board", "board"],
        TimeSpan.FromSeconds(9)
    );

    [Fact]
    public void What_should_be_is_no_flaw() => Assert.Empty(OutcomeCheck.Flaws(Good));

    [Fact]
    public void Each_flaw_is_told()
    {
        Told(
            "accepted and not judged",
            Good with
            {
                Accepted = new Dictionary<long, Judgement>(Good.Accepted) { [3] = Of(Verdict.Accepted) },
            }
        );
        Told("judged twice", Good with { Verdicts = [.. Good.Verdicts, Good.Verdicts[0]] });
        Told("judged wrongly", Good with { Verdicts = [Good.Verdicts[0], Good.Verdicts[1] with { Verdict = Verdict.JudgeError }] });
        Told("told of not once", Good with { Events = [.. Good.Events, new(5, EventKind.Judged, 1)] });
        Told("told of not once", Good with { Events = [.. Good.Events.Take(3)] });
        Told("a fourth time", Good with { Dispatches = [Dispatch(1, 4, "one")] });
        Told("as the same try", Good with { Dispatches = [Dispatch(1, 1, "one"), Dispatch(1, 1, "two")] });
        Told("have gaps", Good with { Events = [.. Good.Events.Take(3), new(5, EventKind.Judged, 1)] });
        Told("boards of the arenas differ", Good with { Boards = ["board", "another"] });
        Told("beside a free slot", Good with { Idle = TimeSpan.FromSeconds(11) });
    }

    private static void Told(string flaw, DrillFacts facts) => Assert.Contains(flaw, Assert.Single(OutcomeCheck.Flaws(facts)));

    private static Judgement Of(Verdict verdict) => new() { Verdict = verdict, Share = 1 };

    private static Dispatch Dispatch(long submission, int attempt, string node) =>
        new(DateTimeOffset.UnixEpoch, node, new Ticket(new JudgingId(new SubmissionId(submission), default), attempt));
}
