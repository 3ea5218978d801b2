using Judge.Problems;
using Judge.Score;

namespace Judge.Programs.Verdicts;

/// <summary>
/// Which tests are run: those that a judge would run that takes them one after another, in their order, and leaves out what can no longer
/// change anything. Tests that are run side by side come to the same, once all of <see cref="Runnable"/> are done and the others are
/// dropped by <see cref="Settled"/>.
/// </summary>
/// <remarks>
/// A group of tests ends with a test worth nothing if it stops at failures or is a minimum or a product, with any failed test if it is all
/// or nothing, and with a full one if it is a maximum. What holds groups ends with one that leaves nothing of what they make together. A
/// group is left out if one it requires cannot be passed in full. All ends with a judge error, or, in contests that ask for no more, with
/// the first failed test. Samples are shown to entrants: all of them are run unless all has ended.
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
    internal static List<GroupRun> Walk(Problem problem, IEnumerable<TestOutcome> results, bool stopAtFirstFailure) =>
        new StopWalk(results.ToDictionary(result => (result.IsSample, result.Name)), stopAtFirstFailure).Groups(
            problem.Groups,
            problem.Total,
            isClosed: false
        );

    private static IEnumerable<Step> Steps(Problem problem, IEnumerable<TestOutcome> results, bool stopAtFirstFailure) =>
        Walk(problem, results, stopAtFirstFailure).SelectMany(group => group.Tests);
}

/// <summary>One way through the tests of a problem, group by group and test by test.</summary>
internal sealed class StopWalk(Dictionary<(bool IsSample, string Name), TestOutcome> known, bool stopAtFirstFailure)
{
    private readonly HashSet<string> _failed = [];

    /// <summary>No test is run any more, whatever its group says.</summary>
    private bool _isOver;

    /// <param name="aggregation">From the points of the groups to those of what holds them.</param>
    /// <param name="isClosed">Nothing in it is to be run.</param>
    public List<GroupRun> Groups(IReadOnlyList<TestGroup> groups, Aggregation aggregation, bool isClosed)
    {
        var runs = new List<GroupRun>(groups.Count);
        foreach (var group in groups)
        {
            var isLeftOut = isClosed || group.Requires.Any(_failed.Contains);
            var run =
                group.Groups.Count > 0
                    ? new GroupRun(group, [], Groups(group.Groups, group.Aggregation, isLeftOut))
                    : new GroupRun(group, Steps(group, isLeftOut), []);
            runs.Add(run);
            if (!run.CanBeFull)
            {
                _failed.Add(group.Name);
            }

            isClosed |=
                !group.IsSample
                && aggregation switch
                {
                    Aggregation.PassFail => !run.CanBeFull,
                    Aggregation.Min => group.Max > 0 && run.IsLost,
                    _ => false,
                };
        }

        return runs;
    }

    private List<Step> Steps(TestGroup group, bool isClosed)
    {
        var steps = new List<Step>(group.Tests.Count);
        foreach (var test in group.Tests)
        {
            var isNeeded = !_isOver && !isClosed;
            var result = isNeeded ? known.GetValueOrDefault((test.IsSample, test.Name)) : null;
            steps.Add(new Step(test, result, isNeeded));
            isClosed |= result is not null && Ends(group, result);
            _isOver |= result is { Verdict: Verdict.JudgeError } || (stopAtFirstFailure && result is { Verdict: not Verdict.Accepted });
        }

        return steps;
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
}
