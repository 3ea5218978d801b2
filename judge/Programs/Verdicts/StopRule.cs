using Judge.Problems;
using Judge.Score;

namespace Judge.Programs.Verdicts;

/// <summary>
/// Which tests are run: those that a judge would run that takes them one after another, in their order, and leaves out what can no longer
/// change anything. Tests that are run side by side come to the same, once all of <see cref="Runnable"/> are done and the others are
/// dropped by <see cref="Settled"/>.
/// </summary>
/// <remarks>
/// A group ends with a test worth nothing if it stops at failures or is a minimum or a product, with any failed test if it is all or
/// nothing, and with a full one if it is a maximum. It is left out if a group it requires cannot be passed in full. All ends with a judge
/// error, with a group that leaves nothing of the total, or, in contests that ask for no more, with the first failed test. Samples are
/// shown to entrants: all of them are run unless all has ended.
/// </remarks>
internal static class StopRule
{
    /// <summary>
    /// Tests without a result that are still to be run, in their order; none: neither points nor verdict can change any more.
    /// </summary>
    /// <param name="results">So far, in any order.</param>
    /// <param name="stopAtFirstFailure">Contests of ICPC's kind: only the first failed test matters.</param>
    public static IReadOnlyList<Test> Runnable(Problem problem, IEnumerable<TestOutcome> results, bool stopAtFirstFailure) =>
        [.. Steps(problem, results, stopAtFirstFailure).Where(step => step.IsOpen).Select(step => step.Test)];

    /// <summary>
    /// The results in the order of the tests, without those that would not be there had the tests been run one after another.
    /// </summary>
    public static IReadOnlyList<TestOutcome> Settled(Problem problem, IEnumerable<TestOutcome> results, bool stopAtFirstFailure) =>
        [.. Steps(problem, results, stopAtFirstFailure).Select(step => step.Result).OfType<TestOutcome>()];

    /// <summary>The groups in their order, each with its tests in theirs, as far as they are known.</summary>
    internal static List<GroupRun> Walk(Problem problem, IEnumerable<TestOutcome> results, bool stopAtFirstFailure)
    {
        var known = results.ToDictionary(result => (result.IsSample, result.Name));
        var failed = new HashSet<string>();
        var groups = new List<GroupRun>(problem.Groups.Count);
        var isOver = false;
        foreach (var group in problem.Groups)
        {
            var steps = new List<Step>(group.Tests.Count);
            var isClosed = group.Requires.Any(failed.Contains);
            foreach (var test in group.Tests)
            {
                var isNeeded = !isOver && !isClosed;
                var result = isNeeded ? known.GetValueOrDefault((test.IsSample, test.Name)) : null;
                steps.Add(new Step(test, result, isNeeded));
                isClosed |= result is not null && Ends(group, result);
                isOver |= result is { Verdict: Verdict.JudgeError } || (stopAtFirstFailure && result is { Verdict: not Verdict.Accepted });
            }

            var run = new GroupRun(group, steps);
            groups.Add(run);
            if (run.BestShare < 1)
            {
                failed.Add(group.Name);
            }

            isOver |=
                !group.IsSample
                && problem.Total switch
                {
                    Aggregation.PassFail => run.BestShare < 1,
                    Aggregation.Min => run.BestShare == 0 && group.Max > 0,
                    _ => false,
                };
        }

        return groups;
    }

    private static bool Ends(TestGroup group, TestOutcome result) =>
        (group.Stops && result.Share <= 0)
        || (
            !group.IsSample
            && group.Aggregation switch
            {
                Aggregation.Min or Aggregation.Product => result.Share <= 0,
                Aggregation.PassFail => result.Share < 1,
                Aggregation.Max => result.Share >= 1,
                _ => false,
            }
        );

    private static IEnumerable<Step> Steps(Problem problem, IEnumerable<TestOutcome> results, bool stopAtFirstFailure) =>
        Walk(problem, results, stopAtFirstFailure).SelectMany(group => group.Steps);
}

/// <summary>A test on the way through a problem.</summary>
/// <param name="Result">Null: not yet run, or not to be run.</param>
/// <param name="IsNeeded">Whether it is to be run, by all that is known.</param>
internal readonly record struct Step(Test Test, TestOutcome? Result, bool IsNeeded)
{
    public bool IsOpen => IsNeeded && Result is null;

    public decimal Share => Math.Clamp(Result?.Share ?? 0, 0, 1);
}

/// <summary>A group and what came of its tests so far.</summary>
internal sealed record GroupRun(TestGroup Group, IReadOnlyList<Step> Steps)
{
    /// <summary>0 to 1 of the group's points, if nothing more is run.</summary>
    public decimal Share => GroupRule.Share(Group, [.. Steps.Select(step => step.Share)]);

    /// <summary>The same if all that is still to be run is right.</summary>
    public decimal BestShare => GroupRule.Share(Group, [.. Steps.Select(step => step.IsOpen ? 1 : step.Share)]);

    /// <summary>Of the first test that was not passed; None: none failed, but some are not run.</summary>
    public Verdict Verdict =>
        Group.Aggregation == Aggregation.Max && Share == 1
            ? Verdict.Accepted
            : Steps.FirstOrDefault(step => step.Result is { Verdict: not Verdict.Accepted }).Result?.Verdict
                ?? (Steps.All(step => step.Result is not null) ? Verdict.Accepted : Verdict.None);
}
