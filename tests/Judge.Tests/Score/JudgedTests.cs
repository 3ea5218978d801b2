using Judge.Contests;
using Judge.Events;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;
using Judge.Tests.Board;

namespace Judge.Tests.Score;

public sealed class JudgedTests
{
    private static readonly Judged Fact = new(new SubmissionId(7), new EntrantId(3), "A", Facts.Start, Verdict.WrongAnswer, 0.5m)
    {
        Groups = [0.3m, 0, 0.2m],
    };

    [Fact]
    public void What_an_event_tells_reads_as_the_same_fact() => Assert.Equal(Fact, Judged.From(Told(EventKind.Judged, Fact.ToEventText())));

    [Fact]
    public void An_event_from_before_groups_were_told_has_none()
    {
        var read = Judged.From(Told(EventKind.Judged, """{"label":"A","at":0,"verdict":"WrongAnswer","share":"0.5"}"""));
        Assert.Equal((0.5m, 0), (read!.Value.Share, read.Value.Groups.Count));
    }

    [Fact]
    public void Facts_are_equal_by_the_values_of_their_groups()
    {
        var same = Fact with { Groups = [0.3m, 0, 0.2m] };
        Assert.Equal(Fact, same);
        Assert.Equal(Fact.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Fact, Fact with { Groups = [0.2m, 0.1m, 0.2m] });
        Assert.NotEqual(Fact, Fact with { Share = 0.4m });
    }

    [Fact]
    public void No_fact_at_all_has_no_groups_and_equals_itself()
    {
        Assert.Empty(default(Judged).Groups);
        Assert.Equal(default, default(Judged) with { Groups = [] });
    }

    [Fact]
    public void Each_group_adds_its_share_of_its_weight() =>
        Assert.Equal(
            [0.3m, 0.35m],
            Of(0.65m, new GroupResult("1", 1, 0.3m, Verdict.Accepted), new GroupResult("2", 0.5m, 0.7m, Verdict.WrongAnswer))
        );

    [Fact]
    public void A_group_alone_is_the_whole() => Assert.Empty(Of(0.5m, new GroupResult("", 0.5m, 1, Verdict.WrongAnswer)));

    [Fact]
    public void Groups_that_do_not_add_up_to_the_mark_are_not_told() =>
        Assert.Empty(Of(0.2m, new GroupResult("1", 1, 0.5m, Verdict.Accepted), new GroupResult("2", 0.2m, 0.5m, Verdict.WrongAnswer)));

    [Fact]
    public void Thirds_add_up_to_a_whole() =>
        Assert.Equal(3, Of(1, [.. "123".Select(name => new GroupResult($"{name}", 1, 1 / 3m, Verdict.Accepted))]).Count);

    private static IReadOnlyList<decimal> Of(decimal share, params GroupResult[] groups) =>
        Judged.SharesOf(
            new Judgement
            {
                Verdict = Verdict.WrongAnswer,
                Share = share,
                Groups = groups,
            }
        );

    private static Event Told(EventKind kind, string text) =>
        new(1, Facts.Start, kind, new ContestId(1), Fact.Entrant, Fact.Submission.Value, text);
}
