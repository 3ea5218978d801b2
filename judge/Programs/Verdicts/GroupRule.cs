using Judge.Problems;
using Judge.Score;

namespace Judge.Programs.Verdicts;

/// <summary>
/// From tests to groups, from groups to groups around them, and to the whole: one rule at every height, in fractions. What is told is
/// rounded to 12 places, each number once: three thirds are exactly 1, and no order of tests makes another sum.
/// </summary>
internal static class GroupRule
{
    private const int Places = 12;

    /// <summary>Weights are multiplied by shares and full marks, so they are told as finely as a decimal holds them.</summary>
    private const int WeightPlaces = 24;

    /// <summary>Tests that were not run, or need not have been, give nothing.</summary>
    /// <param name="results">All or some, in any order.</param>
    public static Outcome Conclude(Problem problem, IEnumerable<TestOutcome> results)
    {
        var runs = StopRule.Walk(problem, results, stopAtFirstFailure: false);
        var parts = Scoring(runs);
        var full = Most(problem.Total, parts);
        var points = Points(problem.Total, parts, full);
        var verdict = OfAll(runs, forgives: problem.Total == Aggregation.Max && points >= full ? parts : []);
        return new Outcome(
            verdict == Verdict.JudgeError ? 0 : (points / full).Rounded(Places),
            verdict,
            parts.ConvertAll(part => Told(part.Run, part.Most, full))
        );
    }

    /// <summary>0 to 1 of the points of a group of tests. Marks count in sums only, and only beside each other.</summary>
    /// <param name="shares">Of the group's tests, in their order, 0 to 1.</param>
    public static Fraction Share(TestGroup group, IReadOnlyList<decimal> shares)
    {
        if (shares.Count == 0)
        {
            return 0;
        }

        return group.IsSample
            ? Average(shares)
            : group.Aggregation switch
            {
                Aggregation.Sum when Sum(group.Tests.Select(test => (Fraction)test.Mark)) is var marks && marks > 0 => Sum(
                    group.Tests.Zip(shares, (test, share) => (Fraction)test.Mark * share)
                ) / marks,
                Aggregation.Sum or Aggregation.Average => Average(shares),
                Aggregation.Min => shares.Min(),
                Aggregation.Max => shares.Max(),
                Aggregation.Product => shares.Aggregate(Fraction.One, (product, share) => product * share),
                Aggregation.PassFail => shares.All(share => share >= 1) ? 1 : 0,
                _ => throw new ArgumentOutOfRangeException(nameof(group), group.Aggregation, "Tests cannot be put together in this way."),
            };
    }

    /// <summary>0 to 1 of the points of a group of groups; of one without points, whether all in it is right.</summary>
    public static Fraction Share(TestGroup group, IReadOnlyList<GroupRun> inner, Func<GroupRun, Fraction> shareOf)
    {
        var parts = inner.Select(run => new Part(run, Most(run.Group), shareOf(run))).ToList();
        var full = Most(group.Aggregation, parts);
        return full > 0 ? Points(group.Aggregation, parts, full) / full
            : parts.TrueForAll(part => part.Share >= 1) ? 1
            : 0;
    }

    /// <summary>Greatest number of points of a group; of a group of groups, what these make of theirs.</summary>
    private static Fraction Most(TestGroup group) =>
        group.Groups.Count == 0 ? group.Max : Most(group.Aggregation, [.. group.Groups.Select(Most)]);

    private static Fraction Most(Aggregation aggregation, List<Part> parts) => Most(aggregation, parts.ConvertAll(part => part.Most));

    private static Fraction Most(Aggregation aggregation, List<Fraction> most) =>
        aggregation switch
        {
            Aggregation.Min => most.Where(points => points > 0).DefaultIfEmpty().Min(),
            Aggregation.Max => most.DefaultIfEmpty().Max(),
            Aggregation.Average => Sum(most) / most.Count,
            _ => Sum(most),
        };

    /// <summary>
    /// Points of groups together. A minimum is one of points, as Kattis has it: a small group bounds what a large one gives.
    /// </summary>
    private static Fraction Points(Aggregation aggregation, List<Part> parts, Fraction full)
    {
        var points = parts.ConvertAll(part => part.Share * part.Most);
        return aggregation switch
        {
            Aggregation.Sum => Sum(points),
            Aggregation.Average => Sum(points) / points.Count,
            Aggregation.Min => parts.Zip(points).Where(one => one.First.Most > 0).Select(one => one.Second).DefaultIfEmpty().Min(),
            Aggregation.Max => points.Max(),
            Aggregation.PassFail => parts.TrueForAll(part => part.Share >= 1) ? full : 0,
            _ => throw new ArgumentOutOfRangeException(nameof(aggregation), aggregation, "Groups cannot be put together in this way."),
        };
    }

    /// <summary>The secret groups; samples only where there is nothing else. Without any points every test weighs the same.</summary>
    private static List<Part> Scoring(List<GroupRun> runs)
    {
        var scoring = runs.FindAll(run => !run.Group.IsSample && run.Tests.Any()) is { Count: > 0 } secret ? secret : runs;
        var hasPoints = scoring.Exists(run => run.Group.Max > 0);
        return scoring.ConvertAll(run => new Part(run, hasPoints ? Most(run.Group) : run.Tests.Count(), run.Share));
    }

    private static GroupResult Told(GroupRun run, Fraction most, Fraction full) =>
        new(
            run.Group.Name,
            run.Share.Rounded(Places),
            full > 0 && most < full ? (most / full).Rounded(WeightPlaces)
                : most > 0 ? 1
                : 0,
            run.Verdict
        )
        {
            Groups = [.. run.Inner.Select(inner => Told(inner, Most(inner.Group), full))],
        };

    /// <param name="forgives">Groups whose failures cost nothing, because another has all points there are.</param>
    private static Verdict OfAll(List<GroupRun> runs, List<Part> forgives)
    {
        if (runs.Exists(run => run.Tests.Any(step => step.Result is { Verdict: Verdict.JudgeError })))
        {
            return Verdict.JudgeError;
        }

        var counting = runs.FindAll(run => !forgives.Exists(part => part.Run == run));
        var failed = counting.Find(run => run.Verdict is not (Verdict.Accepted or Verdict.None));
        return failed?.Verdict
            ?? (
                counting.TrueForAll(run => run.Verdict == Verdict.Accepted) ? Verdict.Accepted
                : counting.Exists(run => run.Tests.Any(step => step.IsOpen)) ? Verdict.None
                : Verdict.WrongAnswer
            );
    }

    private static Fraction Average(IReadOnlyList<decimal> shares) => Sum(shares.Select(share => (Fraction)share)) / shares.Count;

    private static Fraction Sum(IEnumerable<Fraction> numbers) => numbers.Aggregate(default(Fraction), (sum, number) => sum + number);

    /// <summary>Something of the groups of the problem, or of a group of groups.</summary>
    /// <param name="Most">Greatest number of points.</param>
    /// <param name="Share">Of them, 0 to 1.</param>
    private readonly record struct Part(GroupRun Run, Fraction Most, Fraction Share);
}

/// <summary>What the tests of a submission come to.</summary>
/// <param name="Share">Of the full mark, 0 to 1; 0 after a judge error.</param>
/// <param name="Verdict">JudgeError if there is one, else that of the first group that was not passed; None: nothing failed, but more is to
/// be run.</param>
/// <param name="Groups">In the problem's order; samples only if there is nothing else.</param>
internal sealed record Outcome(decimal Share, Verdict Verdict, IReadOnlyList<GroupResult> Groups);
