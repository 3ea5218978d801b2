using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;

namespace Judge.Tests.Board;

/// <summary>Which try counts, and what it costs, style by style. Problem A is worth 100, B 6.</summary>
public sealed class CountingRuleTests
{
    private static readonly Contest Last = Facts.Contest(ScoringStyle.Points, counting: Counting.Last);
    private static readonly Contest Subtasks = Facts.Contest(ScoringStyle.Points, counting: Counting.BestPerSubtask);
    private static readonly Contest Penalty = Facts.Contest(ScoringStyle.PointsWithPenalty) with { PenaltyMinutes = 5 };

    [Theory]
    [InlineData("A 40 of 2 waiting 0 m9", "1 A 5 WA 0.7", "1 A 9 WA 0.4")]
    [InlineData("A 0 of 2 waiting 0 m", "1 A 5 WA 0.7", "1 A 9 WA 0")]
    [InlineData("A 70 of 1 waiting 0 m5", "1 A 5 WA 0.7", "1 A 9 CE", "1 A 10 JE")]
    [InlineData("A 70 of 1 waiting 1 m5", "1 A 5 WA 0.7", "1 A 9 ??")]
    [InlineData("A 40 of 2 waiting 0 m9", "1 A 5 AC", "1 A 9 WA 0.4")]
    [InlineData("A 100 solved of 2 waiting 0 m9 first", "1 A 5 WA", "1 A 9 AC")]
    [InlineData("A 100 solved of 2 waiting 1 m9 first", "1 A 5 WA", "1 A 9 AC", "1 A 11 ??")]
    [InlineData("A 0 of 0 waiting 0 m", "1 A 5 CE")]
    public void Last_counts_the_last_try_that_compiled_even_if_it_is_worse(string expected, params string[] tries) =>
        Assert.Equal(expected, CellA(Last, tries));

    [Fact]
    public void Under_last_whoever_spoils_a_right_solution_gives_the_star_away()
    {
        var tries = Facts.Tries("1 A 5 AC", "2 A 9 AC", "1 A 20 WA 0.5");
        Assert.Equal([2], Rows(Last, 2, [.. tries]).Where(row => row.Cells[0].First).Select(row => row.Entrant.Value));
    }

    [Theory]
    [InlineData("A 60 of 3 waiting 0 m6", "1 A 3 WA 0.1+0+0.2", "1 A 6 WA 0+0.3+0", "1 A 9 WA 0.1+0.1+0.2")]
    [InlineData("A 50 of 2 waiting 0 m3", "1 A 3 WA 0.2+0.3+0", "1 A 6 WA 0.1+0+0")]
    [InlineData("A 100 solved of 3 waiting 0 m9 first", "1 A 3 WA 0.2+0+0", "1 A 6 WA 0+0.3+0", "1 A 9 WA 0+0+0.5")]
    [InlineData("A 100 solved of 2 waiting 0 m6 first", "1 A 3 WA 0.2+0.3+0", "1 A 6 WA 0+0+0.5", "1 A 9 WA 0+0+0.1", "1 A 12 ??")]
    [InlineData("A 70 of 2 waiting 1 m7", "1 A 3 WA 0.2+0+0", "1 A 5 CE", "1 A 6 ??", "1 A 7 WA 0+0+0.5", "1 A 8 JE")]
    [InlineData("A 60 of 2 waiting 0 m6", "1 A 3 WA 0.5", "1 A 6 WA 0.6")]
    public void Best_per_subtask_adds_the_best_of_each_group_over_all_tries(string expected, params string[] tries) =>
        Assert.Equal(expected, CellA(Subtasks, tries));

    [Fact]
    public void Tries_that_were_judged_by_other_groups_are_not_mixed() =>
        Assert.Equal("A 60 of 3 waiting 0 m3", CellA(Subtasks, "1 A 3 WA 0.6+0", "1 A 6 WA 0+0+0.4", "1 A 9 WA 0.5"));

    [Fact]
    public void Subtasks_in_thirds_are_the_full_mark() =>
        Assert.Equal(
            "A 100 solved of 3 waiting 0 m9 first",
            CellA(Subtasks, $"1 A 3 WA {1 / 3m}+0+0", $"1 A 6 WA 0+{1 / 3m}+0", $"1 A 9 WA 0+0+{1 / 3m}")
        );

    [Theory]
    [InlineData(0)]
    [InlineData(10, "1 A 10 AC")]
    [InlineData(10, "1 A 10 WA 0.5")]
    [InlineData(0, "1 A 10 WA", "1 A 11 WA")]
    [InlineData(25, "1 A 5 WA", "1 A 8 WA 0.2", "1 A 15 WA 0.6")]
    [InlineData(15, "1 A 3 WA", "1 A 10 WA 0.6", "1 A 40 WA 0.6", "1 A 50 WA 0.1")]
    [InlineData(10, "1 A 3 CE", "1 A 5 JE", "1 A 10 AC")]
    [InlineData(10, "1 A 10 AC", "1 A 11 WA", "1 A 12 AC")]
    [InlineData(10, "1 A 3 ??", "1 A 10 WA 0.5", "1 A 11 ??")]
    [InlineData(35, "1 A 10 WA 0.5", "1 B 14 WA", "1 B 20 AC")]
    [InlineData(10, "1 A 10 WA 0.5", "1 B 14 WA", "1 B 20 WA")]
    public void Penalty_of_points_is_the_minute_of_the_last_gain_and_five_for_each_try_before_it(int penalty, params string[] tries) =>
        Assert.Equal(penalty, Rows(Penalty, 1, [.. Facts.Tries(tries)])[0].Penalty);

    [Fact]
    public void The_price_of_a_try_is_the_contests() =>
        Assert.Equal(
            [10, 12],
            new[] { 0, 2 }.Select(price =>
                Rows(Penalty with { PenaltyMinutes = price }, 1, [.. Facts.Tries("1 A 5 WA", "1 A 10 AC")])[0].Penalty
            )
        );

    [Fact]
    public void Of_equal_points_less_penalty_is_better_then_the_earlier_last_gain_and_then_the_rank_is_shared() =>
        Assert.Equal(
            ["1 5 106 +25", "2 2 106 +60", "3 1 106 +60", "3 3 106 +60", "5 4 100 +1"],
            Rows(
                    Penalty,
                    5,
                    [
                        .. Facts.Tries(
                            "1 A 10 AC",
                            "1 B 50 AC",
                            "2 A 20 AC",
                            "2 B 40 AC",
                            "3 B 10 AC",
                            "3 A 50 AC",
                            "4 A 1 AC",
                            "5 A 10 AC",
                            "5 B 15 AC"
                        ),
                    ]
                )
                .Select(row => FormattableString.Invariant($"{row.Rank} {row.Entrant.Value} {row.Points:0.##} +{row.Penalty}"))
        );

    [Fact]
    public void A_gain_in_another_subtask_moves_the_minute_of_the_penalty() =>
        Assert.Equal(
            22,
            Rows(
                Penalty with
                {
                    Counting = Counting.BestPerSubtask,
                },
                1,
                [.. Facts.Tries("1 A 5 WA 0.5+0", "1 A 8 WA 0.4+0", "1 A 12 WA 0+0.1")]
            )[0].Penalty
        );

    public static TheoryData<ScoringStyle, Counting> Styles => [.. Facts.Styles];

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_frozen_board_tells_nothing_of_later_tries_under_any_style(ScoringStyle scoring, Counting counting)
    {
        var contest = Facts.Contest(scoring, counting: counting);
        var shown = new[] { "AC", "WA", "WA 0.5", "WA 0.2+0.7", "CE", "JE", "??" }.Select(late =>
            string.Join(
                '\n',
                Standings
                    .AsOf(
                        Facts.Start.AddMinutes(100),
                        contest,
                        Facts.Entrants(2),
                        Facts.Tries("1 A 90 WA 0.3+0.1", "1 B 99 AC", $"1 A 100 {late}", $"1 B 101 {late}", $"2 A 110 {late}")
                    )
                    .Select(Facts.Text)
            )
        );
        Assert.Single(shown.Distinct());
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Points_never_pass_the_full_mark_and_the_order_of_facts_never_matters(ScoringStyle scoring, Counting counting)
    {
        var contest = Facts.Contest(scoring, counting: counting);
        var random = new Random(3);
        Verdict[] verdicts =
        [
            Verdict.Accepted,
            Verdict.WrongAnswer,
            Verdict.TimeLimit,
            Verdict.CompileError,
            Verdict.JudgeError,
            Verdict.None,
        ];
        for (var round = 0; round < 200; round++)
        {
            var facts = Enumerable.Range(1, 15).Select(id => Tried(random, id, verdicts[random.Next(verdicts.Length)])).ToArray();
            var rows = Rows(contest, 4, facts);
            var most = scoring == ScoringStyle.Icpc ? 1 : 100;
            Assert.All(rows, row => Assert.InRange(row.Cells[0].Points, 0, most));
            Assert.All(rows, row => Assert.Equal(row.Points, row.Cells.Sum(cell => cell.Points)));
            Assert.True(scoring != ScoringStyle.Points || rows.All(row => row.Penalty == 0));
            random.Shuffle(facts);
            Assert.Equal(rows.Select(Facts.Text), Rows(contest, 4, facts).Select(Facts.Text));
        }
    }

    private static Judged Tried(Random random, int id, Verdict verdict)
    {
        decimal[] groups = verdict == Verdict.Accepted ? [0.25m, 0.75m] : [random.Next(3) / 8m, random.Next(4) / 4m];
        return Facts.Tries("1 A 0 WA")[0] with
        {
            Submission = new(id),
            Entrant = new(random.Next(1, 5)),
            At = Facts.Start.AddMinutes(random.Next(0, 119)),
            Verdict = verdict,
            Share = groups.Sum(),
            Groups = groups,
        };
    }

    private static IReadOnlyList<Row> Rows(Contest contest, int entrants, params Judged[] facts) =>
        Standings.AsOf(DateTimeOffset.MaxValue, contest, Facts.Entrants(entrants), facts);

    private static string CellA(Contest contest, params string[] tries) =>
        Facts.Text(Rows(contest, 1, [.. Facts.Tries(tries)])[0]).Split(" | ")[1];
}
