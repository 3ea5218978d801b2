using FsCheck.Fluent;
using Judge.Problems;
using Judge.Programs.Verdicts;
using Judge.Score;
using static Judge.Tests.Programs.Verdicts.Subtasks;

namespace Judge.Tests.Programs.Verdicts;

public sealed class StopRuleTests
{
    /// <summary>Which of three tests are still to be run after some results.</summary>
    [Theory]
    [InlineData(Aggregation.Sum, "W--", "23")]
    [InlineData(Aggregation.Average, "-W-", "13")]
    [InlineData(Aggregation.Min, "---", "123")]
    [InlineData(Aggregation.Min, "W--", "")]
    [InlineData(Aggregation.Min, "h--", "23")]
    [InlineData(Aggregation.Min, "-W-", "1")]
    [InlineData(Aggregation.Product, "-T-", "1")]
    [InlineData(Aggregation.Product, "-h-", "13")]
    [InlineData(Aggregation.PassFail, "h--", "")]
    [InlineData(Aggregation.PassFail, "--W", "12")]
    [InlineData(Aggregation.Max, "A--", "")]
    [InlineData(Aggregation.Max, "h--", "23")]
    [InlineData(Aggregation.Max, "-A-", "1")]
    [InlineData(Aggregation.Sum, "-J-", "1")]
    [InlineData(Aggregation.Sum, "AhW", "")]
    public void A_group_is_run_as_long_as_its_points_can_change(Aggregation aggregation, string letters, string open)
    {
        var problem = Problem(Aggregation.Sum, Group("1", 10, aggregation, 3));
        Assert.Equal(open, Open(problem, letters));
    }

    [Theory]
    [InlineData("A-- -", "234")]
    [InlineData("hW- -", "4")]
    [InlineData("--W -", "124")]
    public void A_group_that_stops_ends_with_its_first_failure_and_no_other_group_does(string letters, string open) =>
        Assert.Equal(
            open,
            Open(Problem(Aggregation.Sum, Group("1", 10, Aggregation.Sum, 3, stops: true), Group("2", 10, Aggregation.Sum, 1)), letters)
        );

    [Theory]
    [InlineData("-- -- -", "12345")]
    [InlineData("A- -- -", "2345")]
    [InlineData("h- -- -", "25")]
    [InlineData("AA -- -", "345")]
    [InlineData("-W AA A", "1")]
    public void A_group_is_left_out_as_soon_as_one_that_it_requires_cannot_be_full(string letters, string open) =>
        Assert.Equal(
            open,
            Open(
                Problem(
                    Aggregation.Sum,
                    Group("1", 10, Aggregation.Sum, 2),
                    Group("2", 10, Aggregation.Sum, 2, requires: ["1"]),
                    Group("3", 10, Aggregation.Sum, 1)
                ),
                letters
            )
        );

    [Theory]
    [InlineData(Aggregation.PassFail, "h- -", "2")]
    [InlineData(Aggregation.PassFail, "AA -", "3")]
    [InlineData(Aggregation.Min, "h- -", "23")]
    [InlineData(Aggregation.Min, "WW -", "")]
    [InlineData(Aggregation.Min, "W- -", "23")]
    [InlineData(Aggregation.Sum, "WW -", "3")]
    public void All_ends_when_nothing_of_the_total_is_left(Aggregation total, string letters, string open) =>
        Assert.Equal(open, Open(Problem(total, Group("1", 10, Aggregation.Sum, 2), Group("2", 10, Aggregation.Sum, 1)), letters));

    [Fact]
    public void Failed_samples_end_nothing_but_what_requires_them()
    {
        Assert.Equal("234", Open(Problem(Aggregation.PassFail, Samples(2), Group("1", 10, Aggregation.PassFail, 2)), "W- --"));
        Assert.Equal(
            "2",
            Open(Problem(Aggregation.Sum, Samples(2), Group("1", 10, Aggregation.PassFail, 2, requires: ["sample"])), "W- --")
        );
    }

    [Theory]
    [InlineData("-- --", "1234")]
    [InlineData("A- W-", "2")]
    [InlineData("W- --", "")]
    [InlineData("AA h-", "")]
    public void Where_only_the_first_failure_matters_nothing_after_it_is_run(string letters, string open) =>
        Assert.Equal(open, Open(Problem(Aggregation.Sum, Samples(2), Group("", 2, Aggregation.Sum, 2)), letters, stopAtFirstFailure: true));

    [Fact]
    public void What_would_not_have_been_run_is_dropped_and_the_rest_is_in_order()
    {
        var problem = Problem(Aggregation.Sum, Group("1", 10, Aggregation.Min, 3), Group("2", 10, Aggregation.Sum, 2));
        var settled = StopRule.Settled(problem, Results(problem, "AWA hA").Reverse(), stopAtFirstFailure: false);
        Assert.Equal(["1/1", "1/2", "2/1", "2/2"], settled.Select(result => result.Name));
    }

    [Fact]
    public void Side_by_side_in_any_order_comes_to_the_same_as_one_after_another()
    {
        var any = Any.SelectMany(some =>
            Gen.Choose(0, int.MaxValue).Zip(Gen.Elements(true, false)).Select(more => (some, seed: more.Item1, icpc: more.Item2))
        );
        Prop.ForAll(
                any.ToArbitrary(),
                one =>
                {
                    var expected = OneAfterAnother(one.some.Problem, Results(one.some.Problem, one.some.Letters), one.icpc);
                    var came = SideBySide(one.some.Problem, Results(one.some.Problem, one.some.Letters), one.icpc, new Random(one.seed));
                    Assert.Equal(expected, StopRule.Settled(one.some.Problem, came, one.icpc));
                }
            )
            .Holds(cases: 1000);
    }

    [Fact]
    public void What_is_not_run_would_have_changed_no_points()
    {
        var plain = Any.Where(any => any.Problem.Groups.All(group => !group.Stops && group.Requires.Count == 0));
        Prop.ForAll(
                plain.ToArbitrary(),
                any =>
                {
                    var results = Results(any.Problem, any.Letters);
                    var shares = any
                        .Problem.Groups.Where(group => !group.IsSample)
                        .Select(group =>
                            (
                                group.Max,
                                Share: GroupRule.Share(
                                    group,
                                    [.. group.Tests.Select(test => results.Single(result => result.Name == test.Name).Share)]
                                )
                            )
                        )
                        .ToList();
                    var points = any.Problem.Total switch
                    {
                        Aggregation.Min => shares.Min(group => group.Max) is > 0 and var least
                            ? shares.Min(group => group.Share * group.Max) / least
                            : (decimal?)null,
                        Aggregation.PassFail => shares.All(group => group.Share == 1) ? 1 : 0,
                        _ => shares.Sum(group => group.Max) is > 0 and var full
                            ? shares.Sum(group => group.Share * group.Max) / full
                            : null,
                    };
                    if (points is not null)
                    {
                        Assert.Equal(
                            decimal.Round(points.Value, 12),
                            GroupRule.Conclude(any.Problem, StopRule.Settled(any.Problem, results, stopAtFirstFailure: false)).Share
                        );
                    }
                }
            )
            .Holds(known: (18231192957743416632, 10280562000504413667));
    }

    private static string Open(Problem problem, string letters, bool stopAtFirstFailure = false)
    {
        var tests = problem.Tests.ToList();
        return string.Concat(
            StopRule.Runnable(problem, Results(problem, letters), stopAtFirstFailure).Select(test => tests.IndexOf(test) + 1)
        );
    }

    /// <summary>A judge that knows nothing of what is to come.</summary>
    private static List<TestOutcome> OneAfterAnother(Problem problem, TestOutcome[] truth, bool stopAtFirstFailure)
    {
        var (run, full) = (new List<TestOutcome>(), new HashSet<string>());
        foreach (var group in problem.Groups)
        {
            var shares = new decimal[group.Tests.Count];
            for (var at = 0; at < shares.Length && group.Requires.All(full.Contains); at++)
            {
                var result = truth.Single(one => one.Name == group.Tests[at].Name);
                run.Add(result);
                shares[at] = result.Share;
                if (stopAtFirstFailure && result.Verdict != Verdict.Accepted)
                {
                    return run;
                }

                var isDecided =
                    !group.IsSample
                    && (
                        group.Aggregation is Aggregation.Max ? result.Share == 1
                        : group.Aggregation is Aggregation.PassFail ? result.Share < 1
                        : group.Aggregation is Aggregation.Min or Aggregation.Product && result.Share == 0
                    );
                if (isDecided || (group.Stops && result.Share == 0))
                {
                    break;
                }
            }

            var share = GroupRule.Share(group, shares);
            if (share == 1)
            {
                full.Add(group.Name);
            }

            if (
                !group.IsSample
                && (
                    (problem.Total == Aggregation.PassFail && share < 1)
                    || (problem.Total == Aggregation.Min && share == 0 && group.Max > 0)
                )
            )
            {
                return run;
            }
        }

        return run;
    }

    /// <summary>Up to three tests at a time, which end in any order.</summary>
    private static List<TestOutcome> SideBySide(Problem problem, TestOutcome[] truth, bool stopAtFirstFailure, Random random)
    {
        var (done, running) = (new List<TestOutcome>(), new List<string>());
        while (StopRule.Runnable(problem, done, stopAtFirstFailure) is { Count: > 0 } runnable)
        {
            var open = runnable.Select(test => test.Name).Except(running).ToArray();
            random.Shuffle(open);
            running.AddRange(open.Take(3 - running.Count));
            var ended = running[random.Next(running.Count)];
            running.Remove(ended);
            done.Add(truth.Single(result => result.Name == ended));
        }

        return done;
    }
}
