using Judge.Problems;
using Judge.Score;

namespace Judge.Programs.Verdicts;

/// <summary>A test on the way through a problem.</summary>
/// <param name="Result">Null: not yet run, or not to be run.</param>
/// <param name="IsNeeded">Whether it is to be run, by all that is known.</param>
internal readonly record struct Step(Test Test, TestOutcome? Result, bool IsNeeded)
{
    public bool IsOpen => IsNeeded && Result is null;

    public decimal Share => Math.Clamp(Result?.Share ?? 0, 0, 1);

    /// <summary>The same if it is right where it is still to be run.</summary>
    public decimal BestShare => IsOpen ? 1 : Share;
}

/// <summary>A group and what came of it so far.</summary>
/// <param name="Steps">Its own tests; empty where it holds groups.</param>
/// <param name="Inner">The groups in it.</param>
internal sealed record GroupRun(TestGroup Group, IReadOnlyList<Step> Steps, IReadOnlyList<GroupRun> Inner)
{
    /// <summary>All tests in their order, those of groups in it too.</summary>
    public IEnumerable<Step> Tests => Inner.Count == 0 ? Steps : Inner.SelectMany(run => run.Tests);

    /// <summary>0 to 1 of the group's points, if nothing more is run.</summary>
    public Fraction Share =>
        Inner.Count == 0 ? GroupRule.Share(Group, [.. Steps.Select(step => step.Share)]) : GroupRule.Share(Group, Inner, run => run.Share);

    /// <summary>The same if all that is still to be run is right.</summary>
    public Fraction BestShare =>
        Inner.Count == 0
            ? GroupRule.Share(Group, [.. Steps.Select(step => step.BestShare)])
            : GroupRule.Share(Group, Inner, run => run.BestShare);

    /// <summary>Whether <see cref="BestShare"/> is 1; asked after every test, so plain groups are not reckoned out.</summary>
    public bool CanBeFull =>
        Inner.Count > 0 ? BestShare >= 1
        : Steps.Count == 0 ? false
        : Group.IsSample || Group.Aggregation is not (Aggregation.Sum or Aggregation.Max) ? Steps.All(step => step.BestShare >= 1)
        : Group.Aggregation == Aggregation.Max ? Steps.Any(step => step.BestShare >= 1)
        : Steps.All(step => step.BestShare >= 1 || step.Test.Mark <= 0) && (Steps.Any(step => step.Test.Mark > 0) || BestShare >= 1);

    /// <summary>Whether it can have no points any more.</summary>
    public bool IsLost => BestShare <= 0;

    /// <summary>Of the first test that was not passed; None: none failed, but some are not run.</summary>
    public Verdict Verdict =>
        Group.Aggregation == Aggregation.Max && Share >= 1 ? Verdict.Accepted
        : Inner.Count > 0 ? OfInner
        : Steps.FirstOrDefault(step => step.Result is { Verdict: not Verdict.Accepted }).Result?.Verdict
            ?? (Steps.All(step => step.Result is not null) ? Verdict.Accepted : Verdict.None);

    /// <summary>Each group is asked once: groups may lie deep in each other.</summary>
    private Verdict OfInner =>
        Inner.Select(run => run.Verdict).ToList() is var verdicts
        && verdicts.Find(verdict => verdict is not (Verdict.Accepted or Verdict.None)) is var failed and not Verdict.None
            ? failed
        : verdicts.TrueForAll(verdict => verdict == Verdict.Accepted) ? Verdict.Accepted
        : Verdict.None;
}
