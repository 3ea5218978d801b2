using FsCheck;
using FsCheck.Fluent;
using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Rejudge;
using Judge.Score;
using Judge.Submit;
using Judge.Tests.Board;

namespace Judge.Tests.Rejudge;

public sealed class PreviewTests
{
    [Fact]
    public void Who_gains_is_told_with_both_verdicts_points_and_ranks()
    {
        var preview = Of(ScoringStyle.Points, ["1 A 10 AC", "2 A 20 WA 0.5", "3 B 30 AC"], (2, Verdict.Accepted, 1));
        Assert.Equal(1, preview.Submissions);
        Assert.Equal(["#2 50>100 rank 2>1: A WrongAnswer 0.5 > Accepted 1"], preview.Entrants.Select(Text));
    }

    [Fact]
    public void Whose_rank_alone_changes_comes_last()
    {
        var preview = Of(ScoringStyle.Points, ["1 A 10 AC", "2 A 20 AC", "3 B 30 AC"], (1, Verdict.TimeLimit, 0.25m));
        Assert.Equal(["#1 100>25 rank 1>2: A Accepted 1 > TimeLimit 0.25", "#2 100>100 rank 1>1:"], preview.Entrants.Select(Text));
    }

    [Fact]
    public void The_greatest_change_comes_first()
    {
        var preview = Of(
            ScoringStyle.Points,
            ["1 B 10 AC", "2 A 20 WA 0.1", "3 A 30 AC"],
            (1, Verdict.WrongAnswer, 0.5m),
            (2, Verdict.WrongAnswer, 0.4m),
            (3, Verdict.WrongAnswer, 0)
        );
        Assert.Equal([3L, 2L, 1L], preview.Entrants.Select(change => change.Entrant.Value));
    }

    [Fact]
    public void A_try_that_is_not_the_best_changes_though_the_total_does_not()
    {
        var preview = Of(ScoringStyle.Points, ["1 A 10 WA 0.5", "1 A 20 WA 0.1"], (2, Verdict.WrongAnswer, 0.2m));
        Assert.Equal(["#1 50>50 rank 1>1: A WrongAnswer 0.1 > WrongAnswer 0.2"], preview.Entrants.Select(Text));
    }

    [Theory]
    [InlineData(0.333333333333, 0)]
    [InlineData(0.33333333, 1)]
    public void Only_in_the_last_places_a_share_of_an_earlier_version_is_no_change(double before, int changes)
    {
        var now = Facts.Tries("1 A 10 WA")[0] with { Share = 1m / 3, Groups = [1m / 3, 0] };
        var again = new Again(now with { Share = (decimal)before, Groups = [(decimal)before, 0] }, now);
        Assert.Equal(changes, Preview.Of(Facts.Contest(ScoringStyle.Points), Facts.Entrants(1), [now], [again]).Submissions);
    }

    [Fact]
    public void A_group_that_gains_what_another_loses_is_a_change()
    {
        var now = Facts.Tries("1 A 10 WA 0.3+0.2")[0];
        Assert.True(new Again(now with { Groups = [0.2m, 0.3m] }, now).Differs);
    }

    [Fact]
    public void Under_icpc_scoring_a_share_of_tests_is_no_change() =>
        Assert.Empty(Of(ScoringStyle.Icpc, ["1 A 10 WA 0.1"], (1, Verdict.WrongAnswer, 0.5m)).Entrants);

    [Fact]
    public void Penalty_counts_as_a_change_of_its_own()
    {
        var preview = Of(ScoringStyle.Icpc, ["1 A 10 WA", "1 A 30 AC", "2 A 40 AC"], (1, Verdict.CompileError, 0));
        var change = preview.Entrants[0];
        Assert.Equal((50, 30), (change.Before.Penalty, change.After.Penalty));
    }

    [Fact]
    public void Where_the_judges_failed_nothing_is_taken_away_and_it_is_told()
    {
        var preview = Of(ScoringStyle.Points, ["1 A 10 AC"], (1, Verdict.JudgeError, 0));
        Assert.Empty(preview.Entrants);
        Assert.Equal([new SubmissionId(1)], preview.Failed);
    }

    [Fact]
    public void A_first_judge_error_is_made_good()
    {
        var preview = Of(ScoringStyle.Points, ["1 A 10 JE"], (1, Verdict.Accepted, 1));
        Assert.Equal(
            ["#1 0>100 rank 1>1: A JudgeError 0 > Accepted 1", "#2 0>0 rank 1>2:", "#3 0>0 rank 1>2:"],
            preview.Entrants.Select(Text)
        );
    }

    [Fact]
    public void What_was_handed_in_outside_the_window_changes_its_verdict_and_no_points()
    {
        var preview = Of(ScoringStyle.Points, ["1 A 130 WA 0.5"], (1, Verdict.Accepted, 1));
        Assert.Equal(["#1 0>0 rank 1>1: A WrongAnswer 0.5 > Accepted 1"], preview.Entrants.Select(Text));
    }

    [Theory]
    [InlineData(ScoringStyle.Points)]
    [InlineData(ScoringStyle.Icpc)]
    public void Judging_an_unchanged_package_again_changes_nothing(ScoringStyle scoring) =>
        Prop.ForAll(
                Seeds(),
                seed =>
                {
                    var facts = Random(seed);
                    var preview = Preview.Of(
                        Facts.Contest(scoring),
                        Facts.Entrants(5),
                        facts,
                        [.. facts.Where(IsJudged).Select(fact => new Again(fact, fact))]
                    );
                    return preview.Entrants.Count == 0 && preview.Submissions == 0;
                }
            )
            .Holds();

    [Theory]
    [InlineData(ScoringStyle.Points)]
    [InlineData(ScoringStyle.Icpc)]
    public void The_rows_of_the_preview_are_those_of_the_boards_and_who_is_missing_does_not_change(ScoringStyle scoring) =>
        Prop.ForAll(
                Seeds(),
                seed =>
                {
                    var (facts, others) = (Random(seed), Random(seed + 1));
                    var again = facts
                        .Where(IsJudged)
                        .Select(fact => new Again(fact, fact with { Verdict = others[0].Verdict, Share = others[0].Share }))
                        .ToList();
                    var counted = facts
                        .Select(fact =>
                            IsJudged(fact) && others[0].Verdict is not (Verdict.JudgeError or Verdict.None)
                                ? fact with
                                {
                                    Verdict = others[0].Verdict,
                                    Share = others[0].Share,
                                }
                                : fact
                        )
                        .ToList();
                    var (contest, entrants) = (Facts.Contest(scoring), Facts.Entrants(5));
                    var preview = Preview.Of(contest, entrants, facts, again).Entrants.ToDictionary(change => change.Entrant);
                    var before = Standings
                        .AsOf(DateTimeOffset.MaxValue, contest, entrants, facts)
                        .ToDictionary(row => row.Entrant, Facts.Text);
                    var after = Standings
                        .AsOf(DateTimeOffset.MaxValue, contest, entrants, counted)
                        .ToDictionary(row => row.Entrant, Facts.Text);
                    return entrants.All(entrant =>
                        preview.TryGetValue(entrant, out var change)
                            ? (Facts.Text(change.Before), Facts.Text(change.After)) == (before[entrant], after[entrant])
                            : before[entrant] == after[entrant]
                    );
                }
            )
            .Holds();

    private static Arbitrary<int> Seeds() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static bool IsJudged(Judged fact) => fact.Verdict != Verdict.None;

    private static List<Judged> Random(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(1, random.Next(1, 15))
                .Select(id =>
                {
                    var verdict = (Verdict)random.Next(9);
                    return new Judged(
                        new SubmissionId(id),
                        new EntrantId(random.Next(1, 6)),
                        random.Next(2) == 0 ? "A" : "B",
                        Facts.Start.AddMinutes(random.Next(-3, 125)),
                        verdict,
                        verdict == Verdict.Accepted ? 1 : random.Next(4) / 4m
                    );
                }),
        ];
    }

    /// <summary>Of tries as <see cref="Facts.Tries"/> writes them, with the new verdict and share of some by their numbers.</summary>
    private static Preview Of(ScoringStyle scoring, string[] tries, params (long Id, Verdict Verdict, decimal Share)[] again)
    {
        var facts = Facts.Tries(tries);
        return Preview.Of(
            Facts.Contest(scoring),
            Facts.Entrants(3),
            facts,
            [
                .. again.Select(one =>
                {
                    var before = facts.Single(fact => fact.Submission.Value == one.Id);
                    return new Again(before, before with { Verdict = one.Verdict, Share = one.Share });
                }),
            ]
        );
    }

    private static string Text(EntrantChange change) =>
        FormattableString.Invariant(
            $"#{change.Entrant.Value} {change.Before.Points:0.##}>{change.After.Points:0.##} rank {change.Before.Rank}>{change.After.Rank}:"
        )
        + string.Join(
            ';',
            change.Submissions.Select(one =>
                FormattableString.Invariant($" {one.Label} {one.Before} {one.ShareBefore:0.##} > {one.After} {one.ShareAfter:0.##}")
            )
        );
}
