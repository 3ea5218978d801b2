using Judge.Contests;
using Judge.Problems;
using Judge.Score;

namespace Judge.Tests.Score;

public sealed class ShownVerdictTests
{
    [Theory]
    [InlineData(Verdict.WrongAnswer, "0.3", "100", "PARTIAL", "30/100")]
    [InlineData(Verdict.TimeLimit, "0.5", "8.75", "PARTIAL", "4,38/8,75")]
    [InlineData(Verdict.RuntimeError, "0.3333333333", "10000", "PARTIAL", "3.333,33/10.000")]
    [InlineData(Verdict.Accepted, "0.5", "100", "PARTIAL", "50/100")]
    [InlineData(Verdict.WrongAnswer, "0.99999", "100", "PARTIAL", "99,99/100")]
    [InlineData(Verdict.WrongAnswer, "0.999", "1", "PARTIAL", "0,99/1")]
    [InlineData(Verdict.WrongAnswer, "0", "100", "WA", null)]
    [InlineData(Verdict.TimeLimit, "0", "100", "TLE", null)]
    [InlineData(Verdict.WrongAnswer, "0.00001", "100", "WA", null)]
    [InlineData(Verdict.WrongAnswer, "0.5", "0.01", "WA", null)]
    [InlineData(Verdict.Accepted, "1", "100", "AC", null)]
    [InlineData(Verdict.WrongAnswer, "1", "100", "AC", null)]
    [InlineData(Verdict.CompileError, "0", "100", "CE", null)]
    [InlineData(Verdict.JudgeError, "0.5", "100", "JE", null)]
    [InlineData(Verdict.None, "0.5", "100", "", null)]
    [InlineData(Verdict.WrongAnswer, "0.3", null, "WA", null)]
    [InlineData(Verdict.Accepted, "1", null, "AC", null)]
    public void Some_of_the_points_are_told_instead_of_the_verdict(Verdict verdict, string share, string? full, string code, string? words)
    {
        var shown = ShownVerdict.Of(verdict, Number(share), full is null ? null : Number(full));
        Assert.Equal((code, words is not null), (shown.Code, shown.IsPartial));
        if (words is not null)
        {
            Assert.Equal($"Đúng một phần ({words})", Sentences.InVietnamese.Partial(shown.Points!.Value, shown.FullMark!.Value));
        }
    }

    [Fact]
    public void Numbers_follow_the_language() => Assert.Equal("Partially correct (4.38/8.75)", Sentences.InEnglish.Partial(4.375m, 8.75m));

    [Theory]
    [InlineData(ScoringStyle.Points, "PARTIAL")]
    [InlineData(ScoringStyle.PointsWithPenalty, "PARTIAL")]
    [InlineData(ScoringStyle.Icpc, "WA")]
    public void Contests_of_ICPC_know_verdicts_only(ScoringStyle scoring, string code)
    {
        var contest = new Contest
        {
            Code = "T",
            Names = new Dictionary<string, string> { ["vi"] = "T" },
            Scoring = scoring,
            Start = DateTimeOffset.UnixEpoch,
            End = DateTimeOffset.UnixEpoch.AddHours(1),
            Problems = [new("A", "a", 40)],
        };
        Assert.Equal(code, ShownVerdict.Of(contest, "A", Verdict.WrongAnswer, 0.5m).Code);
        Assert.Equal("WA", ShownVerdict.Of(contest, "B", Verdict.WrongAnswer, 0.5m).Code);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
