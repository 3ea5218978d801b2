using Judge.Contests;

namespace Judge.Tests.Contests;

public sealed class ContestRuleTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 8, 1, 0, 0, TimeSpan.Zero);

    private static readonly Contest Good = new()
    {
        Code = "THT-2026",
        Names = new Dictionary<string, string> { ["vi"] = "Tin học trẻ" },
        Scoring = ScoringStyle.Icpc,
        Start = Start,
        End = Start.AddHours(3),
        FreezeAt = Start.AddHours(2),
        Problems = [new ContestProblem("A", "aplusb", 1)],
        AttemptsLimit = 50,
    };

    public static TheoryData<ContestFlaw, Func<Contest, Contest>> Flawed =>
        new()
        {
            { ContestFlaw.Code, contest => contest with { Code = "tht 2026" } },
            { ContestFlaw.Code, contest => contest with { Code = "" } },
            { ContestFlaw.Name, contest => contest with { Names = new Dictionary<string, string>() } },
            { ContestFlaw.Name, contest => contest with { Names = new Dictionary<string, string> { ["vi"] = "  " } } },
            { ContestFlaw.Scoring, contest => contest with { Scoring = ScoringStyle.None } },
            { ContestFlaw.Scoring, contest => contest with { Scoring = (ScoringStyle)9 } },
            { ContestFlaw.Window, contest => contest with { End = contest.Start, FreezeAt = null } },
            { ContestFlaw.Freeze, contest => contest with { FreezeAt = contest.End.AddSeconds(1) } },
            { ContestFlaw.Freeze, contest => contest with { FreezeAt = contest.Start.AddSeconds(-1) } },
            { ContestFlaw.NoProblems, contest => contest with { Problems = [] } },
            { ContestFlaw.Label, contest => contest with { Problems = [new ContestProblem("A B", "x", 1)] } },
            {
                ContestFlaw.LabelTwice,
                contest => contest with { Problems = [new ContestProblem("a", "x", 1), new ContestProblem("A", "y", 1)] }
            },
            { ContestFlaw.Problem, contest => contest with { Problems = [new ContestProblem("A", "../x", 1)] } },
            { ContestFlaw.Points, contest => contest with { Problems = [new ContestProblem("A", "x", 0)] } },
            { ContestFlaw.AttemptsLimit, contest => contest with { AttemptsLimit = 0 } },
            { ContestFlaw.Penalty, contest => contest with { PenaltyMinutes = -1 } },
        };

    [Fact]
    public void A_sound_contest_has_no_flaw() => Assert.Empty(ContestRule.Flaws(Good));

    [Theory]
    [MemberData(nameof(Flawed))]
    public void Each_flaw_is_named(ContestFlaw expected, Func<Contest, Contest> spoil) =>
        Assert.Equal([expected], ContestRule.Flaws(spoil(Good)));

    [Theory]
    [InlineData(ScoringStyle.Points, Counting.Best, true)]
    [InlineData(ScoringStyle.Points, Counting.Last, true)]
    [InlineData(ScoringStyle.Points, Counting.BestPerSubtask, true)]
    [InlineData(ScoringStyle.PointsWithPenalty, Counting.Best, true)]
    [InlineData(ScoringStyle.PointsWithPenalty, Counting.BestPerSubtask, true)]
    [InlineData(ScoringStyle.PointsWithPenalty, Counting.Last, false)]
    [InlineData(ScoringStyle.Icpc, Counting.Best, true)]
    [InlineData(ScoringStyle.Icpc, Counting.Last, false)]
    [InlineData(ScoringStyle.Icpc, Counting.BestPerSubtask, false)]
    [InlineData(ScoringStyle.Points, Counting.None, false)]
    [InlineData(ScoringStyle.Points, (Counting)9, false)]
    public void What_counts_must_make_sense_under_the_scoring(ScoringStyle scoring, Counting counting, bool sound) =>
        Assert.Equal(sound ? [] : [ContestFlaw.Counting], ContestRule.Flaws(Good with { Scoring = scoring, Counting = counting }));
}
