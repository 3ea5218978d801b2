using Judge.Board;
using Judge.Contests;
using Judge.Score;

namespace Judge.Tests.Board;

public sealed class StandingsTests
{
    private static readonly Contest Points = Facts.Contest(ScoringStyle.Points);
    private static readonly Contest Icpc = Facts.Contest(ScoringStyle.Icpc);

    [Fact]
    public void Every_entrant_is_listed_from_the_start() => Assert.Equal(["1 1 0", "1 2 0", "1 3 0"], Ranks(Points, 3));

    [Fact]
    public void Equals_share_a_rank_and_the_next_rank_is_left_out() =>
        Assert.Equal(["1 4 100", "2 1 50", "2 3 50", "4 2 0"], Ranks(Points, 4, "1 A 5 WA 0.5", "3 A 90 WA 0.5", "4 A 30 AC"));

    [Fact]
    public void The_best_submission_of_a_problem_counts_and_never_the_sum() =>
        Assert.Equal(["1 1 80"], Ranks(Points, 1, "1 A 1 WA 0.7", "1 A 2 WA 0.8", "1 A 3 WA 0.2"));

    [Fact]
    public void Marks_of_problems_are_added_and_decimals_kept_to_two_places() =>
        Assert.Equal(["1 1 35.33"], Ranks(Points, 1, "1 A 1 WA 0.33333333333", "1 B 2 WA 0.3333"));

    [Fact]
    public void Marks_are_added_before_they_are_rounded_so_that_equal_work_shares_a_rank() =>
        Assert.Equal(
            ["1 1 66.67", "1 2 66.67"],
            Ranks(
                Points with
                {
                    Problems = [new("A", "a", 100), new("B", "b", 100)],
                },
                2,
                "1 A 1 WA 0.3333333333333333333333333333",
                "1 B 2 WA 0.3333333333333333333333333333",
                "2 A 1 WA 0.6666666666666666666666666667"
            )
        );

    [Theory]
    [InlineData("0.833333333333", "0.63")]
    [InlineData("0.166666666667", "0.13")]
    [InlineData("0.8333333", "0.62")]
    public void A_half_that_the_rounding_of_a_share_has_made_less_is_rounded_up_on_the_board_as_everywhere(string share, string points)
    {
        var row = Row(Points with { Problems = [new("A", "a", 0.75m), new("B", "b", 1)] }, $"1 A 1 WA {share}");
        Assert.Equal(
            (points, points),
            (FormattableString.Invariant($"{row.Points}"), FormattableString.Invariant($"{row.Cells[0].Points}"))
        );
        Assert.Equal(row.Points, PointsRule.Points(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), 0.75m));
    }

    [Fact]
    public void A_problem_that_is_worth_nothing_can_be_solved() =>
        Assert.Equal(
            "1. #1 0 +0 | A 0 solved of 1 waiting 0 m5 first",
            Facts.Text(Row(Points with { Problems = [new("A", "a", 0)] }, "1 A 5 AC"))
        );

    [Fact]
    public void Of_two_tries_at_the_same_moment_the_one_with_the_smaller_number_came_first()
    {
        var tries = Facts.Tries("2 A 5 AC", "1 A 5 AC", "3 B 7 AC", "3 B 7 WA");
        var rows = Standings.AsOf(DateTimeOffset.MaxValue, Icpc, Facts.Entrants(3), tries.Reverse());
        Assert.Equal(
            ["2 A", "3 B"],
            rows.SelectMany(row => row.Cells.Where(cell => cell.First).Select(cell => $"{row.Entrant.Value} {cell.Label}")).Order()
        );
        Assert.Equal(
            (1, 7),
            (rows.Single(row => row.Entrant.Value == 3).Cells[1].Attempts, rows.Single(row => row.Entrant.Value == 3).Penalty)
        );
    }

    [Fact]
    public void No_share_gives_more_than_the_full_mark() => Assert.Equal(["1 1 100"], Ranks(Points, 1, "1 A 1 WA 1.7"));

    [Fact]
    public void The_minute_of_points_is_that_of_the_first_try_with_the_best_mark() =>
        Assert.Equal(20, Row(Points, "1 A 10 WA 0.1", "1 A 20 WA 0.6", "1 A 30 WA 0.6").Cells[0].Minute);

    [Fact]
    public void Icpc_counts_solved_problems_then_penalty() =>
        Assert.Equal(["1 2 2", "2 3 1", "3 1 1"], Ranks(Icpc, 3, "1 A 10 WA", "1 A 12 AC", "2 A 50 AC", "2 B 60 AC", "3 A 30 AC"));

    [Theory]
    [InlineData(10, "1 A 10 AC")]
    [InlineData(50, "1 A 3 WA", "1 A 5 TLE", "1 A 10 AC")]
    [InlineData(10, "1 A 3 CE", "1 A 5 JE", "1 A 10 AC")]
    [InlineData(10, "1 A 10 AC", "1 A 11 WA", "1 A 12 AC")]
    [InlineData(0, "1 A 10 WA", "1 A 11 WA")]
    [InlineData(45, "1 A 10 AC", "1 B 14 WA", "1 B 15 AC")]
    public void Penalty_is_the_minute_of_the_solving_try_and_twenty_for_each_rejected_one_before_it(int penalty, params string[] tries) =>
        Assert.Equal(penalty, Row(Icpc, tries).Penalty);

    [Fact]
    public void Seconds_of_a_minute_are_cut_off() =>
        Assert.Equal(
            0,
            Standings
                .AsOf(
                    DateTimeOffset.MaxValue,
                    Icpc,
                    Facts.Entrants(1),
                    [Facts.Tries("1 A 0 AC")[0] with { At = Facts.Start.AddSeconds(59.999) }]
                )[0]
                .Penalty
        );

    [Fact]
    public void Of_equal_penalty_the_earlier_last_solved_problem_is_better_and_then_the_rank_is_shared() =>
        Assert.Equal(
            ["1 2 2", "2 1 2", "2 3 2"],
            Ranks(Icpc, 3, "1 A 10 AC", "1 B 50 AC", "2 A 20 AC", "2 B 40 AC", "3 B 10 AC", "3 A 50 AC")
        );

    [Fact]
    public void A_removed_interval_takes_its_minutes_from_later_penalties_and_leaves_earlier_ones_and_what_was_solved_in_it()
    {
        string[] tries = ["1 A 10 AC", "1 B 50 AC", "2 A 25 WA", "2 A 35 AC"];
        Assert.Equal(["#1 2 +60", "#2 1 +55"], Penalties(Icpc, tries));
        var removed = Icpc with
        {
            Times =
            [
                new TimeFact
                {
                    Kind = TimeKind.Removal,
                    From = Facts.Start.AddMinutes(20),
                    To = Facts.Start.AddMinutes(40),
                    At = Facts.Start.AddMinutes(60),
                },
            ],
        };
        Assert.Equal(["#1 2 +40", "#2 1 +40"], Penalties(removed, tries));
    }

    [Fact]
    public void The_first_to_solve_a_problem_has_the_star_and_nobody_else()
    {
        var rows = Standings.AsOf(
            DateTimeOffset.MaxValue,
            Icpc,
            Facts.Entrants(3),
            Facts.Tries("1 A 20 AC", "2 A 10 AC", "3 B 60 AC", "2 A 5 WA")
        );
        Assert.Equal(
            ["2 A", "3 B"],
            rows.SelectMany(row => row.Cells.Where(cell => cell.First).Select(cell => $"{row.Entrant.Value} {cell.Label}")).Order()
        );
    }

    [Fact]
    public void Tries_that_wait_are_counted_apart_and_those_after_the_solution_are_not()
    {
        var cell = Row(Icpc, "1 A 5 ??", "1 A 6 WA", "1 A 10 AC", "1 A 11 ??", "1 A 12 WA").Cells[0];
        Assert.Equal((2, 1, true), (cell.Attempts, cell.Waiting, cell.Solved));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(120)]
    [InlineData(500)]
    public void A_try_before_the_start_or_from_the_end_on_never_counts(int minute) =>
        Assert.Equal(
            "1. #1 0 +0 | A 0 of 0 waiting 0 m | B 0 of 0 waiting 0 m",
            Facts.Text(Row(Icpc, $"1 A {minute} AC", $"1 B {minute} ??"))
        );

    [Fact]
    public void A_try_in_the_last_moment_counts() =>
        Assert.True(
            Standings
                .AsOf(
                    DateTimeOffset.MaxValue,
                    Icpc,
                    Facts.Entrants(1),
                    [Facts.Tries("1 A 0 AC")[0] with { At = Icpc.End.AddMilliseconds(-1) }]
                )[0]
                .Cells[0]
                .Solved
        );

    [Theory]
    [InlineData("AC")]
    [InlineData("WA")]
    [InlineData("CE")]
    [InlineData("??")]
    public void The_frozen_board_looks_the_same_whatever_came_of_later_tries(string verdict)
    {
        var freeze = Facts.Start.AddMinutes(100);
        var rows = Standings.AsOf(freeze, Icpc, Facts.Entrants(1), Facts.Tries("1 A 99 WA", $"1 A 100 {verdict}", $"1 B 110 {verdict}"));
        Assert.Equal("1. #1 0 +0 | A 0 of 1 waiting 1 m | B 0 of 0 waiting 1 m", Facts.Text(rows[0]));
    }

    [Fact]
    public void A_try_from_before_the_freeze_that_is_judged_after_it_is_shown() =>
        Assert.True(Standings.AsOf(Facts.Start.AddMinutes(100), Icpc, Facts.Entrants(1), Facts.Tries("1 A 99 AC"))[0].Cells[0].Solved);

    private static IEnumerable<string> Ranks(Contest contest, int entrants, params string[] tries) =>
        Standings
            .AsOf(DateTimeOffset.MaxValue, contest, Facts.Entrants(entrants), Facts.Tries(tries))
            .Select(row => FormattableString.Invariant($"{row.Rank} {row.Entrant.Value} {row.Points:0.##}"));

    private static IEnumerable<string> Penalties(Contest contest, string[] tries) =>
        Standings
            .AsOf(DateTimeOffset.MaxValue, contest, Facts.Entrants(2), Facts.Tries(tries))
            .Select(row => FormattableString.Invariant($"#{row.Entrant.Value} {row.Points:0.##} +{row.Penalty}"));

    private static Row Row(Contest contest, params string[] tries) =>
        Standings.AsOf(DateTimeOffset.MaxValue, contest, Facts.Entrants(1), Facts.Tries(tries))[0];
}
