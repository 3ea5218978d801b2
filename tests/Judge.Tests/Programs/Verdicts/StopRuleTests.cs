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
                    var alone = new OneAfterAnother(Results(one.some.Problem, one.some.Letters), one.icpc);
                    alone.Judge(one.some.Problem.Groups, one.some.Problem.Total);
                    var came = SideBySide(one.some.Problem, Results(one.some.Problem, one.some.Letters), one.icpc, new Random(one.seed));
                    Assert.Equal(alone.Run, StopRule.Settled(one.some.Problem, came, one.icpc));
                }
            )
            .Holds(cases: 1000);
    }

    [Fact]
    public void What_is_not_run_would_have_changed_no_points() =>
        Prop.ForAll(
                Any.ToArbitrary(),
                any =>
                {
                    var results = Results(any.Problem, any.Letters);
                    if (Reference.ShareOf(any.Problem, results) is { } share)
                    {
                        var settled = StopRule.Settled(any.Problem, results, stopAtFirstFailure: false);
                        Assert.Equal(share, GroupRule.Conclude(any.Problem, settled).Share);
                    }
                }
            )
            .Holds(cases: 1000);

    /// <summary>
    /// A quarter of a third of 100, of 33.3: 0.250250250250250…. Rounded before it was divided, it once was told as …2503 or …2502, by
    /// what was run. Seed (18231192957743416632, 10280562000504413667) of an earlier generator found it.
    /// </summary>
    [Fact]
    public void A_quarter_of_a_third_is_rounded_once()
    {
        var problem = Problem(
            Aggregation.Min,
            Samples(2),
            Group("1", 100 / 3m, Aggregation.Average, 2).WithMarks(1 / 3m, 1 / 3m),
            Group("2", 33.3m, Aggregation.Average, 3).WithMarks(1, 1 / 3m, 0)
        );
        Assert.Equal(0.250250250250m, Conclude(problem, "WA hW AAA"));
        Assert.Equal(0.250250250250m, GroupRule.Conclude(problem, Results(problem, "WA hW AAA")).Share);
        Assert.Equal(0.250250250250m, Reference.ShareOf(problem, Results(problem, "WA hW AAA")));
    }

    [Theory]
    [InlineData(Aggregation.PassFail, "h- - -", "24")]
    [InlineData(Aggregation.Min, "h- - -", "234")]
    [InlineData(Aggregation.Min, "WW - -", "4")]
    [InlineData(Aggregation.Sum, "WW - -", "34")]
    [InlineData(Aggregation.Max, "AA - -", "34")]
    public void A_group_of_groups_ends_as_the_whole_does(Aggregation aggregation, string letters, string open) =>
        Assert.Equal(
            open,
            Open(
                Problem(
                    Aggregation.Sum,
                    Nest("1", aggregation, Group("1/1", 10, Aggregation.Sum, 2), Group("1/2", 10, Aggregation.Sum, 1)),
                    Group("2", 10, Aggregation.Sum, 1)
                ),
                letters
            )
        );

    [Theory]
    [InlineData("W - - -", "23")]
    [InlineData("A W - -", "3")]
    [InlineData("A A W -", "")]
    [InlineData("A A A -", "4")]
    public void A_group_in_a_group_is_left_out_with_what_holds_it_and_for_what_it_requires(string letters, string open) =>
        Assert.Equal(
            open,
            Open(
                Problem(
                    Aggregation.Sum,
                    Group("1", 10, Aggregation.PassFail, 1),
                    Nest("2", Aggregation.Sum, Group("2/1", 10, Aggregation.Sum, 1), Group("2/2", 10, Aggregation.Sum, 1)),
                    Nest("3", Aggregation.Sum, Group("3/1", 10, Aggregation.Sum, 1)) with
                    {
                        Requires = ["1", "2"],
                    }
                ),
                letters
            )
        );

    [Fact]
    public void Whether_a_group_can_still_be_full_is_what_its_best_share_says() =>
        Prop.ForAll(
                Any.SelectMany(any => Gen.Choose(0, any.Letters.Length).Select(known => (any.Problem, any.Letters, known))).ToArbitrary(),
                some =>
                {
                    var results = Results(some.Problem, some.Letters).Take(some.known);
                    foreach (var run in StopRule.Walk(some.Problem, results, stopAtFirstFailure: false).SelectMany(Whole))
                    {
                        Assert.Equal(run.BestShare >= 1, run.CanBeFull);
                    }
                }
            )
            .Holds();

    private static IEnumerable<GroupRun> Whole(GroupRun run) => run.Inner.SelectMany(Whole).Prepend(run);

    private static decimal Conclude(Problem problem, string letters) =>
        GroupRule.Conclude(problem, StopRule.Settled(problem, Results(problem, letters), stopAtFirstFailure: false)).Share;

    private static string Open(Problem problem, string letters, bool stopAtFirstFailure = false)
    {
        var tests = problem.Tests.ToList();
        return string.Concat(
            StopRule.Runnable(problem, Results(problem, letters), stopAtFirstFailure).Select(test => tests.IndexOf(test) + 1)
        );
    }

    /// <summary>A judge that knows nothing of what is to come.</summary>
    private sealed class OneAfterAnother(TestOutcome[] truth, bool stopAtFirstFailure)
    {
        private readonly HashSet<string> _full = [];
        private bool _isOver;

        public List<TestOutcome> Run { get; } = [];

        /// <summary>Judges groups until nothing of what they make together is left.</summary>
        /// <returns>The share of each group.</returns>
        public List<Fraction> Judge(IReadOnlyList<TestGroup> groups, Aggregation total, bool isClosed = false)
        {
            var shares = new List<Fraction>();
            foreach (var group in groups)
            {
                var isLeftOut = isClosed || !group.Requires.All(_full.Contains);
                var share =
                    group.Groups.Count > 0
                        ? OfGroups(group, Judge(group.Groups, group.Aggregation, isLeftOut))
                        : GroupRule.Share(group, OfTests(group, isLeftOut));
                shares.Add(share);
                if (share >= 1)
                {
                    _full.Add(group.Name);
                }

                isClosed |=
                    !group.IsSample
                    && ((total == Aggregation.PassFail && share < 1) || (total == Aggregation.Min && share <= 0 && group.Max > 0));
            }

            return shares;
        }

        private decimal[] OfTests(TestGroup group, bool isLeftOut)
        {
            var shares = new decimal[group.Tests.Count];
            for (var at = 0; at < shares.Length && !isLeftOut && !_isOver; at++)
            {
                var result = truth.Single(one => one.Name == group.Tests[at].Name);
                Run.Add(result);
                shares[at] = result.Share;
                _isOver = stopAtFirstFailure && result.Verdict != Verdict.Accepted;
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

            return shares;
        }

        private static Fraction OfGroups(TestGroup group, List<Fraction> shares)
        {
            var at = 0;
            return GroupRule.Share(group, [.. group.Groups.Select(inner => new GroupRun(inner, [], []))], _ => shares[at++]);
        }
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
