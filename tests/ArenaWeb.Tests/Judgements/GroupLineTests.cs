using ArenaWeb.Judgements;
using ArenaWeb.Words;
using Judge.Problems;
using Judge.Score;

namespace ArenaWeb.Tests.Judgements;

public sealed class GroupLineTests
{
    private static readonly Phrases Words = new(new Lexicon(), SiteLanguage.Vietnamese);

    [Fact]
    public void A_problem_without_groups_has_no_lines()
    {
        Assert.Empty(Of(SomeJudgements.HalfRight));
        Assert.Empty(Of(SomeJudgements.HalfRight with { Groups = [new GroupResult("", 0.5m, 1, Verdict.WrongAnswer)] }));
    }

    [Fact]
    public void Points_are_those_of_the_contest() =>
        Assert.Equal([(0m, null), (15m, 15m), (17.5m, 35m)], Of(SomeJudgements.Grouped(1, 0.5m)).Select(line => (line.Points, line.Max)));

    [Theory]
    [InlineData(Verdict.Accepted, 1, "AC")]
    [InlineData(Verdict.WrongAnswer, 0.5, "PARTIAL")]
    [InlineData(Verdict.TimeLimit, 0, "TLE")]
    [InlineData(Verdict.None, 0, null)]
    public void A_group_has_a_verdict_of_its_own_or_was_not_run(Verdict verdict, double share, string? code)
    {
        var judgement = SomeJudgements.Grouped(1, 1) with
        {
            Groups = [new("1", 1, 0.5m, Verdict.Accepted), new("2", (decimal)share, 0.5m, verdict)],
        };
        Assert.Equal(code, Of(judgement)[^1].Code);
    }

    [Theory]
    [InlineData("group2", "Nhóm 2")]
    [InlineData("Subtask_03", "Nhóm 3")]
    [InlineData("4", "Nhóm 4")]
    [InlineData("lớn", "lớn")]
    [InlineData("group 1000000", "group 1000000")]
    [InlineData("", "Các test còn lại")]
    public void A_numbered_group_is_called_by_its_number_and_any_other_by_its_name(string name, string told) =>
        Assert.Equal(
            told,
            Of(SomeJudgements.Grouped(1, 1) with { Groups = [new("1", 1, 0.5m, Verdict.Accepted), new(name, 1, 0.5m, Verdict.Accepted)] })[
                ^1
            ].Name
        );

    [Fact]
    public void The_samples_have_the_first_verdict_that_is_not_right_and_no_points()
    {
        var judgement = SomeJudgements.Grouped(1, 1);
        var failed = judgement with
        {
            Tests = [.. judgement.Tests.Select(test => test.IsSample ? test with { Verdict = Verdict.RuntimeError } : test)],
        };
        Assert.Equal(new("Ví dụ", "AC", 0, null), Of(judgement)[0]);
        Assert.Equal(new("Ví dụ", "RTE", 0, null), Of(failed)[0]);
        Assert.Equal(2, Of(judgement with { Tests = [.. judgement.Tests.Where(test => !test.IsSample)] }).Count);
    }

    [Fact]
    public void Groups_in_a_group_stand_below_it_and_are_set_in()
    {
        var lines = Of(
            SomeJudgements.Grouped(1, 1) with
            {
                Tests = [],
                Groups =
                [
                    new("group1", 0.5m, 1, Verdict.WrongAnswer)
                    {
                        Groups = [new("group1/1", 1, 0.4m, Verdict.Accepted), new("group1/rest", 0, 0.6m, Verdict.WrongAnswer)],
                    },
                ],
            }
        );
        Assert.Equal([("Nhóm 1", 0, 25m), ("Nhóm 1", 1, 20m), ("rest", 1, 0m)], lines.Select(line => (line.Name, line.Depth, line.Points)));
        Assert.Equal("Nhóm 1 › rest", GroupLine.NameOf("group1/rest", Words));
    }

    [Fact]
    public void A_group_without_weight_brings_no_points() =>
        Assert.Null(
            Of(SomeJudgements.Grouped(1, 1) with { Groups = [new("1", 1, 1, Verdict.Accepted), new("2", 1, 0, Verdict.Accepted)] })[^1].Max
        );

    private static IReadOnlyList<GroupLine> Of(Judgement judgement) => GroupLine.Of(judgement, 50, Words);
}
