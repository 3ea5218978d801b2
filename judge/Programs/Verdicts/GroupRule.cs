using Judge.Problems;
using Judge.Score;

namespace Judge.Programs.Verdicts;

/// <summary>
/// From tests to groups to the whole, in decimals of 28 places. What is told is rounded to 12, each number once and from unrounded ones:
/// three thirds are exactly 1, and no order of tests makes another sum.
/// </summary>
internal static class GroupRule
{
    private const int Places = 12;

    /// <summary>Tests that were not run, or need not have been, give nothing.</summary>
    /// <param name="results">All or some, in any order.</param>
    public static Outcome Conclude(Problem problem, IEnumerable<TestOutcome> results)
    {
        var runs = StopRule.Walk(problem, results, stopAtFirstFailure: false);
        var verdict = OfAll(runs);
        var parts = Scoring(runs);
        var most = parts.Select(part => part.Most);
        var full = problem.Total == Aggregation.Min ? most.Where(points => points > 0).Min() : most.Sum();
        return new Outcome(
            verdict == Verdict.JudgeError ? 0 : Told(Total(problem.Total, parts, full)),
            verdict,
            parts.ConvertAll(part => new GroupResult(
                part.Run.Group.Name,
                Told(part.Run.Share),
                Math.Min(1, part.Most / full),
                part.Run.Verdict
            ))
        );
    }

    /// <summary>0 to 1 of a group's points, not rounded. Marks count in sums only, and only beside each other.</summary>
    /// <param name="shares">Of the group's tests, in their order, 0 to 1.</param>
    public static decimal Share(TestGroup group, IReadOnlyList<decimal> shares)
    {
        if (shares.Count == 0)
        {
            return 0;
        }

        var share = group.IsSample
            ? shares.Average()
            : group.Aggregation switch
            {
                Aggregation.Sum when group.Tests.Sum(test => test.Mark) is > 0 and var marks => group
                    .Tests.Zip(shares, (test, share) => test.Mark * share)
                    .Sum() / marks,
                Aggregation.Sum or Aggregation.Average => shares.Average(),
                Aggregation.Min => shares.Min(),
                Aggregation.Max => shares.Max(),
                Aggregation.Product => shares.Aggregate(1m, (product, share) => product * share),
                Aggregation.PassFail => shares.All(share => share >= 1) ? 1 : 0,
                _ => throw new ArgumentOutOfRangeException(nameof(group), group.Aggregation, "Tests cannot be put together in this way."),
            };
        return Math.Clamp(share, 0, 1);
    }

    /// <summary>
    /// 0 to 1 of the full mark, not rounded. A minimum is one of points, as Kattis has it: a small subtask bounds what a large one gives.
    /// </summary>
    private static decimal Total(Aggregation total, List<Part> parts, decimal full) =>
        total switch
        {
            Aggregation.Sum => parts.Sum(part => part.Points) / full,
            Aggregation.Min => parts.Where(part => part.Most > 0).Min(part => part.Points) / full,
            Aggregation.PassFail => parts.TrueForAll(part => part.Run.Share == 1) ? 1 : 0,
            _ => throw new ArgumentOutOfRangeException(nameof(total), total, "Groups cannot be put together in this way."),
        };

    private static decimal Told(decimal share) => decimal.Round(Math.Clamp(share, 0, 1), Places);

    /// <summary>The secret groups; samples only where there is nothing else. Without any points every test weighs the same.</summary>
    private static List<Part> Scoring(List<GroupRun> runs)
    {
        var scoring = runs.FindAll(run => !run.Group.IsSample && run.Steps.Count > 0) is { Count: > 0 } secret ? secret : runs;
        var hasPoints = scoring.Exists(run => run.Group.Max > 0);
        return scoring.ConvertAll(run => new Part(run, hasPoints ? run.Group.Max : run.Steps.Count));
    }

    private static Verdict OfAll(List<GroupRun> runs)
    {
        if (runs.Exists(run => run.Steps.Any(step => step.Result is { Verdict: Verdict.JudgeError })))
        {
            return Verdict.JudgeError;
        }

        var failed = runs.Find(run => run.Verdict is not (Verdict.Accepted or Verdict.None));
        return failed?.Verdict
            ?? (
                runs.TrueForAll(run => run.Verdict == Verdict.Accepted) ? Verdict.Accepted
                : runs.Exists(run => run.Steps.Any(step => step.IsOpen)) ? Verdict.None
                : Verdict.WrongAnswer
            );
    }

    /// <param name="Most">Greatest number of points.</param>
    private readonly record struct Part(GroupRun Run, decimal Most)
    {
        public decimal Points => Run.Share * Most;
    }
}

/// <summary>What the tests of a submission come to.</summary>
/// <param name="Share">Of the full mark, 0 to 1; 0 after a judge error.</param>
/// <param name="Verdict">JudgeError if there is one, else that of the first group that was not passed; None: nothing failed, but more is to
/// be run.</param>
/// <param name="Groups">In the problem's order; samples only if there is nothing else.</param>
internal sealed record Outcome(decimal Share, Verdict Verdict, IReadOnlyList<GroupResult> Groups);
