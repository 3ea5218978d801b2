using System.Globalization;
using FsCheck.Fluent;
using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Programs.Verdicts;
using Judge.Score;
using Judge.Submit;
using Judge.Tests.Board;
using static Judge.Tests.Programs.Verdicts.Subtasks;
using Outcome = Judge.Programs.Verdicts.Outcome;

namespace Judge.Tests.Programs.Verdicts;

public sealed class GroupRuleTests
{
    [Theory]
    [InlineData(Aggregation.Sum, "AAA", "1")]
    [InlineData(Aggregation.Sum, "AWA", "0.666666666667")]
    [InlineData(Aggregation.Sum, "hWA", "0.5")]
    [InlineData(Aggregation.Sum, "A--", "0.333333333333")]
    [InlineData(Aggregation.Average, "AhW", "0.5")]
    [InlineData(Aggregation.Average, "AAA", "1")]
    [InlineData(Aggregation.Min, "AAA", "1")]
    [InlineData(Aggregation.Min, "AhA", "0.5")]
    [InlineData(Aggregation.Min, "AhW", "0")]
    [InlineData(Aggregation.Min, "AA-", "0")]
    [InlineData(Aggregation.Max, "WWW", "0")]
    [InlineData(Aggregation.Max, "WhT", "0.5")]
    [InlineData(Aggregation.Max, "WhA", "1")]
    [InlineData(Aggregation.Product, "AAA", "1")]
    [InlineData(Aggregation.Product, "hhA", "0.25")]
    [InlineData(Aggregation.Product, "hhW", "0")]
    [InlineData(Aggregation.PassFail, "AAA", "1")]
    [InlineData(Aggregation.PassFail, "AAh", "0")]
    [InlineData(Aggregation.PassFail, "AA-", "0")]
    public void Every_aggregation_makes_its_share_of_the_tests(Aggregation aggregation, string letters, string share)
    {
        var outcome = Conclude(Problem(Aggregation.Sum, Group("1", 30, aggregation, 3)), letters);
        Assert.Equal((Number(share), Number(share)), (outcome.Share, outcome.Groups[0].Share));
    }

    [Theory]
    [InlineData("A", Verdict.Accepted)]
    [InlineData("W", Verdict.WrongAnswer)]
    [InlineData("-", Verdict.None)]
    public void Groups_that_lie_deep_in_each_other_are_asked_once_each(string letters, Verdict verdict)
    {
        const int Depth = 60;
        var group = Group(Name(Depth), 10, Aggregation.Sum, 1);
        for (var depth = Depth - 1; depth > 0; depth--)
        {
            group = Nest(Name(depth), Aggregation.Sum, group);
        }

        Assert.Equal(verdict, Conclude(Problem(Aggregation.Sum, group), letters).Groups[0].Verdict);

        static string Name(int depth) => string.Join('/', Enumerable.Repeat("1", depth));
    }

    [Theory]
    [InlineData("AAA", "1")]
    [InlineData("AWA", "0.8")]
    [InlineData("AAW", "0.4")]
    [InlineData("hWh", "0.4")]
    public void Marks_of_tests_count_beside_each_other(string letters, string share) =>
        Assert.Equal(
            Number(share),
            Conclude(Problem(Aggregation.Sum, Group("", 2.5m, Aggregation.Sum, 3).WithMarks(0.5m, 0.5m, 1.5m)), letters).Share
        );

    [Theory]
    [InlineData(Aggregation.Min)]
    [InlineData(Aggregation.Average)]
    [InlineData(Aggregation.PassFail)]
    public void Marks_count_in_sums_only(Aggregation aggregation) =>
        Assert.Equal(
            Conclude(Problem(Aggregation.Sum, Group("1", 10, aggregation, 2)), "Ah").Share,
            Conclude(Problem(Aggregation.Sum, Group("1", 10, aggregation, 2).WithMarks(1, 9)), "Ah").Share
        );

    /// <summary>The subtasks of the Kattis example: 30 points all or nothing, behind the samples and the first group.</summary>
    [Theory]
    [InlineData("AA AA AAA AA", "1", "AC 1 1")]
    [InlineData("AA AA AWA AA", "0.7", "WA 1 0")]
    [InlineData("AA AW AAA AA", "0.5", "WA 0 0")]
    [InlineData("AW AA AAA AA", "0.7", "WA 1 0")]
    [InlineData("AA AA AAA WT", "0.5", "WA 1 1")]
    [InlineData("AA AA AAA AT", "0.75", "TLE 1 1")]
    [InlineData("AA TA WAA AA", "0.5", "TLE 0 0")]
    public void Subtasks_are_worth_their_points_and_wait_for_those_they_require(string letters, string share, string told)
    {
        var problem = Problem(
            Aggregation.Sum,
            Samples(2),
            Group("1", 20, Aggregation.PassFail, 2),
            Group("2", 30, Aggregation.PassFail, 3, requires: ["sample", "1"]),
            Group("3", 50, Aggregation.Sum, 2)
        );
        var outcome = Conclude(problem, letters);
        Assert.Equal(Number(share), outcome.Share);
        Assert.Equal(told, $"{outcome.Verdict.Code()} {outcome.Groups[0].Share:0} {outcome.Groups[1].Share:0}");
        Assert.Equal([0.2m, 0.3m, 0.5m], outcome.Groups.Select(group => group.Weight));
    }

    [Fact]
    public void A_group_left_out_has_no_verdict_and_those_behind_it_are_left_out_too()
    {
        var problem = Problem(
            Aggregation.Sum,
            Group("1", 10, Aggregation.Sum, 2),
            Group("2", 10, Aggregation.Sum, 1, requires: ["1"]),
            Group("3", 10, Aggregation.Sum, 1, requires: ["2"]),
            Group("4", 10, Aggregation.Sum, 1)
        );
        var outcome = Conclude(problem, "Ah A A A");
        Assert.Equal([Verdict.WrongAnswer, Verdict.None, Verdict.None, Verdict.Accepted], outcome.Groups.Select(group => group.Verdict));
        Assert.Equal([0.75m, 0, 0, 1], outcome.Groups.Select(group => group.Share));
        Assert.Equal(Verdict.WrongAnswer, outcome.Verdict);
    }

    [Theory]
    [InlineData("AWAA", "0.25")]
    [InlineData("hAWA", "0.375")]
    [InlineData("WAAA", "0")]
    [InlineData("AAAA", "1")]
    public void A_group_that_stops_counts_nothing_after_its_first_failure_and_part_of_a_mark_is_none(string letters, string share) =>
        Assert.Equal(Number(share), Conclude(Problem(Aggregation.Sum, Group("1", 10, Aggregation.Sum, 4, stops: true)), letters).Share);

    [Theory]
    [InlineData("A A", "1")]
    [InlineData("A W", "0")]
    [InlineData("A h", "0.5")]
    [InlineData("h A", "0.5")]
    public void The_least_of_equal_groups_counts_where_the_total_is_a_minimum(string letters, string share) =>
        Assert.Equal(
            Number(share),
            Conclude(Problem(Aggregation.Min, Group("1", 40, Aggregation.Sum, 1), Group("2", 40, Aggregation.Sum, 1)), letters).Share
        );

    [Theory]
    [InlineData("A h", "1")]
    [InlineData("h A", "0.5")]
    public void A_minimum_is_one_of_points(string letters, string share) =>
        Assert.Equal(
            Number(share),
            Conclude(Problem(Aggregation.Min, Group("1", 20, Aggregation.Sum, 1), Group("2", 40, Aggregation.Sum, 1)), letters).Share
        );

    [Theory]
    [InlineData("AA A", "1")]
    [InlineData("AA h", "0")]
    [InlineData("WA A", "0")]
    public void All_groups_or_nothing(string letters, string share) =>
        Assert.Equal(
            Number(share),
            Conclude(Problem(Aggregation.PassFail, Group("1", 20, Aggregation.Sum, 2), Group("2", 40, Aggregation.Sum, 1)), letters).Share
        );

    [Theory]
    [InlineData("AW AA", "1", "WA")]
    [InlineData("TT WA", "0.5", "TLE")]
    [InlineData("AA AA", "1", "AC")]
    public void Samples_give_no_points_but_a_verdict(string letters, string share, string verdict)
    {
        var outcome = Conclude(Problem(Aggregation.Sum, Samples(2), Group("", 2, Aggregation.Sum, 2)), letters);
        Assert.Equal((Number(share), verdict, 1), (outcome.Share, outcome.Verdict.Code(), outcome.Groups.Count));
    }

    [Fact]
    public void Samples_count_where_there_is_nothing_else() =>
        Assert.Equal(0.5m, Conclude(Problem(Aggregation.Sum, Samples(4), Group("", 0, Aggregation.Sum, 0)), "AWAW").Share);

    [Fact]
    public void Without_any_points_every_test_weighs_the_same() =>
        Assert.Equal(
            0.75m,
            Conclude(Problem(Aggregation.Sum, Group("1", 0, Aggregation.Sum, 3), Group("2", 0, Aggregation.Sum, 1)), "AAA W").Share
        );

    [Fact]
    public void Three_thirds_of_three_thirds_are_exactly_the_whole()
    {
        var groups = Enumerable
            .Range(1, 3)
            .Select(i => Group($"{i}", 100 / 3m, Aggregation.Sum, 3).WithMarks(100 / 9m, 100 / 9m, 100 / 9m))
            .ToArray();
        Assert.Equal(1, Conclude(Problem(Aggregation.Sum, groups), "AAA AAA AAA").Share);
        Assert.Equal(66.67m, PointsRule.Points(Conclude(Problem(Aggregation.Sum, groups), "AAA WWW AAA").Share, 100));
    }

    /// <summary>50 of 100 points of a group that is 2/3 right are a third: rounding 2/3 before would make it ...334.</summary>
    [Fact]
    public void A_total_is_made_of_groups_that_are_not_yet_rounded() =>
        Assert.Equal(
            0.333333333333m,
            Conclude(Problem(Aggregation.Sum, Group("1", 50, Aggregation.Sum, 3), Group("2", 50, Aggregation.Sum, 1)), "AWA W").Share
        );

    [Theory]
    [InlineData("AAA", 10, "10")]
    [InlineData("AAW", 10, "6.67")]
    [InlineData("AAW", 9.999, "6.67")]
    [InlineData("hWW", 9.999, "1.67")]
    [InlineData("AAA", 0, "0")]
    public void Marks_that_add_up_to_less_than_the_problem_is_worth_are_spread_over_all_of_it(
        string letters,
        double worth,
        string points
    ) =>
        Assert.Equal(
            Number(points),
            PointsRule.Points(
                Conclude(Problem(Aggregation.Sum, Group("", 9.999m, Aggregation.Sum, 3).WithMarks(3.333m, 3.333m, 3.333m)), letters).Share,
                (decimal)worth
            )
        );

    [Fact]
    public void A_test_without_a_mark_costs_the_verdict_and_no_points()
    {
        var outcome = Conclude(Problem(Aggregation.Sum, Group("", 2, Aggregation.Sum, 2).WithMarks(2, 0)), "AW");
        Assert.Equal((1, Verdict.WrongAnswer), (outcome.Share, outcome.Verdict));
    }

    [Fact]
    public void A_maximum_forgives_its_other_tests()
    {
        var outcome = Conclude(Problem(Aggregation.Sum, Group("1", 10, Aggregation.Max, 3)), "WAT");
        Assert.Equal((1, Verdict.Accepted, Verdict.Accepted), (outcome.Share, outcome.Verdict, outcome.Groups[0].Verdict));
    }

    [Fact]
    public void A_judge_error_is_that_of_the_whole_and_gives_nothing()
    {
        var outcome = Conclude(Problem(Aggregation.Sum, Group("1", 10, Aggregation.Sum, 2), Group("2", 10, Aggregation.Sum, 1)), "WA J");
        Assert.Equal((0, Verdict.JudgeError), (outcome.Share, outcome.Verdict));
    }

    [Theory]
    [InlineData("AA -", Verdict.None)]
    [InlineData("-W A", Verdict.WrongAnswer)]
    [InlineData("AA A", Verdict.Accepted)]
    public void While_nothing_failed_and_more_is_to_be_run_there_is_no_verdict(string letters, Verdict verdict) =>
        Assert.Equal(
            verdict,
            Conclude(Problem(Aggregation.Sum, Group("1", 10, Aggregation.Sum, 2), Group("2", 10, Aggregation.Sum, 1)), letters).Verdict
        );

    [Fact]
    public void Shares_out_of_range_are_cut_to_it()
    {
        var problem = Problem(Aggregation.Sum, Group("1", 10, Aggregation.Sum, 2));
        Assert.Equal(
            0.5m,
            GroupRule
                .Conclude(problem, [Result(problem.Tests[0], 'A')! with { Share = 3 }, Result(problem.Tests[1], 'W')! with { Share = -1 }])
                .Share
        );
    }

    [Fact]
    public void Tests_cannot_be_put_together_in_no_way() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Conclude(Problem(Aggregation.Sum, Group("1", 10, Aggregation.None, 1)), "A"));

    [Fact]
    public void No_subtask_and_no_total_exceeds_its_maximum() =>
        Prop.ForAll(
                Any.ToArbitrary(),
                any =>
                {
                    var outcome = Conclude(any.Problem, any.Letters);
                    Assert.InRange(outcome.Share, 0, 1);
                    Assert.All(outcome.Groups, group => Assert.True(group is { Share: >= 0 and <= 1, Weight: >= 0 and <= 1 }));
                    Assert.True(outcome.Verdict != Verdict.Accepted || outcome.Share == 1);
                }
            )
            .Holds();

    [Fact]
    public void All_right_is_exactly_the_whole() =>
        Prop.ForAll(
                Any.ToArbitrary(),
                any =>
                {
                    var outcome = Conclude(any.Problem, new string('A', any.Problem.Tests.Count));
                    Assert.Equal((1, Verdict.Accepted), (outcome.Share, outcome.Verdict));
                }
            )
            .Holds();

    [Fact]
    public void The_order_in_which_results_come_changes_nothing() =>
        Prop.ForAll(
                Any.SelectMany(any => Gen.Shuffle(Results(any.Problem, any.Letters)).Select(results => (any, results))).ToArbitrary(),
                pair =>
                {
                    var outcome = GroupRule.Conclude(pair.any.Problem, pair.results);
                    var ordered = Conclude(pair.any.Problem, pair.any.Letters);
                    Assert.Equal((ordered.Share, ordered.Verdict), (outcome.Share, outcome.Verdict));
                    Assert.Equal(ordered.Groups, outcome.Groups);
                }
            )
            .Holds();

    [Fact]
    public void A_permutation_of_tests_with_their_marks_changes_no_sum()
    {
        var tests = Gen.Elements(0m, 0.1m, 1 / 3m, 0.5m, 100 / 7m).Zip(Gen.Elements('A', 'h', 'W')).NonEmptyListOf();
        Prop.ForAll(
                tests.SelectMany(list => Gen.Shuffle(list.AsEnumerable()).Select(other => (list, other))).ToArbitrary(),
                pair => Share([.. pair.list]) == Share([.. pair.other])
            )
            .Holds();

        static decimal Share((decimal Mark, char Letter)[] tests) =>
            Conclude(
                Problem(Aggregation.Sum, Group("", 100, Aggregation.Sum, tests.Length).WithMarks([.. tests.Select(test => test.Mark)])),
                new string([.. tests.Select(test => test.Letter)])
            ).Share;
    }

    [Fact]
    public void A_better_test_never_costs_points() =>
        Prop.ForAll(
                Any.SelectMany(any => Gen.Choose(0, any.Letters.Length - 1).Select(at => (any, at))).ToArbitrary(),
                pair =>
                {
                    var better = pair.any.Letters.ToCharArray();
                    better[pair.at] = better[pair.at] is 'A' or 'h' ? 'A' : 'h';
                    Assert.True(Conclude(pair.any.Problem, pair.any.Letters).Share <= Conclude(pair.any.Problem, new string(better)).Share);
                }
            )
            .Holds();

    [Fact]
    public void Another_submission_never_lowers_the_best_of_each_subtask_nor_lifts_it_over_the_full_mark()
    {
        var contest = Facts.Contest(ScoringStyle.Points, counting: Counting.BestPerSubtask);
        var tries = Any.SelectMany(any => AnyLetters(any.Problem).ArrayOf(5).Select(letters => (any.Problem, letters)));
        Prop.ForAll(
                tries.ToArbitrary(),
                some =>
                {
                    Judged[] judged = [.. some.letters.Select((letters, i) => Try(i + 1, Conclude(some.Problem, letters)))];
                    var best = 0m;
                    for (var count = 1; count <= judged.Length; count++)
                    {
                        var share = CountingRule.Of(contest, _ => false, judged[..count]).Share;
                        Assert.InRange(share, Math.Max(best, judged[..count].Max(one => one.Share)), 1);
                        best = share;
                    }
                }
            )
            .Holds();

        static Judged Try(int number, Outcome outcome) =>
            new Judged(new SubmissionId(number), new EntrantId(1), "A", Facts.Start.AddMinutes(number), Verdict.None, 0).With(
                new Judgement
                {
                    Verdict = outcome.Verdict,
                    Share = outcome.Share,
                    Groups = outcome.Groups,
                }
            );
    }

    private static Outcome Conclude(Problem problem, string letters) => GroupRule.Conclude(problem, Results(problem, letters));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
