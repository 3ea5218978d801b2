using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using ArenaWeb.Layout.Tags;
using Judge.Contests;
using Judge.Problems;

namespace ArenaWeb.Tests.Judgements;

public sealed class ShownResultTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);
    private static readonly ContestProblem Problem = new("A", "tong", 30);

    [Fact]
    public void What_waits_is_shown_as_waiting() => Assert.Equal("WAITING", At(30).Show(Problem, null).Code);

    [Fact]
    public void Some_points_are_a_verdict_of_their_own()
    {
        var shown = At(30).Show(Problem, SomeJudgements.HalfRight);
        Assert.Equal(("PARTIAL", 15m, 3), (shown.Code, shown.Points, shown.FirstFailed));
    }

    [Fact]
    public void A_test_with_some_of_its_points_is_not_called_wrong()
    {
        var test = SomeJudgements.Wrong.Tests.First(test => test.Verdict == Verdict.WrongAnswer);
        var (points, icpc) = (
            At(30).Show(Problem, SomeJudgements.Wrong),
            At(30, scoring: ScoringStyle.Icpc).Show(Problem, SomeJudgements.Wrong)
        );
        Assert.Equal(["WA", "PARTIAL"], [points.CodeOf(test), points.CodeOf(test with { Share = 0.5m })]);
        Assert.Equal("WA", icpc.CodeOf(test with { Share = 0.5m }));
    }

    [Fact]
    public void No_points_are_told_by_the_verdict() => Assert.Equal("WA", At(30).Show(Problem, SomeJudgements.Wrong).Code);

    [Fact]
    public void Without_points_half_right_is_wrong()
    {
        var shown = At(30, scoring: ScoringStyle.Icpc).Show(Problem, SomeJudgements.HalfRight);
        Assert.Equal(("WA", null), (shown.Code, shown.Points));
    }

    [Fact]
    public void Verdict_only_keeps_the_tests_back_until_the_end()
    {
        Assert.Empty(At(30, Feedback.Verdict).Show(Problem, SomeJudgements.HalfRight).Tests);
        Assert.Equal(3, At(60, Feedback.Verdict).Show(Problem, SomeJudgements.HalfRight).Tests.Count);
    }

    [Fact]
    public void No_feedback_keeps_everything_back_until_the_end()
    {
        var shown = At(59, Feedback.None).Show(Problem, SomeJudgements.NotCompiled);
        Assert.Null(shown.Code);
        Assert.Null(shown.Points);
        Assert.Null(shown.Judgement);
        Assert.Equal("CE", At(60, Feedback.None).Show(Problem, SomeJudgements.NotCompiled).Code);
    }

    [Fact]
    public void Our_own_failure_costs_no_points_and_gives_none() =>
        Assert.Equal(("JE", null), (At(30).Show(Problem, SomeJudgements.Failed).Code, At(30).Show(Problem, SomeJudgements.Failed).Points));

    [Fact]
    public void Every_verdict_has_a_look() =>
        Assert.All(Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.None), verdict => VerdictLook.Of(verdict.Code()));

    internal static PupilContest At(int minute, Feedback feedback = Feedback.Tests, ScoringStyle scoring = ScoringStyle.Points) =>
        new(
            new Contest
            {
                Id = new ContestId(1),
                Code = "TIN",
                Names = new Dictionary<string, string> { ["vi"] = "Thi" },
                Scoring = scoring,
                Feedback = feedback,
                Start = Start,
                End = Start.AddHours(1),
                Problems = [Problem, new("B", "chia", 70)],
            },
            new PupilVisitor(new EntrantId(5), new ContestId(1), "HS1", "An"),
            Start.AddMinutes(minute)
        );
}
