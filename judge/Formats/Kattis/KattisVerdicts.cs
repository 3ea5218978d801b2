using Judge.Problems;

namespace Judge.Formats.Kattis;

/// <summary>What it costs when a submission is not accepted.</summary>
internal enum Rejected
{
    None,

    /// <summary>Its points count all the same, or it has none.</summary>
    CostsNothing,

    /// <summary>All points, with any test.</summary>
    CostsAll,

    /// <summary>Points hang on verdicts of groups in a way that groups with points of their own cannot say.</summary>
    CannotBeSaid,
}

/// <summary>
/// Verdicts of groups in "legacy" (spec/legacy.md, "Default Grader Specification"): points of a group that is rejected count in the group
/// around it, and only those of a root that is accepted count in the end.
/// </summary>
internal sealed class KattisVerdicts(KattisFolder root, KattisFolder secret)
{
    private bool HasSamples => root.Folders.Any(part => part.Name == "sample" && part.All.Any());

    /// <summary>Whether a submission that fails a sample has no points.</summary>
    public bool NeedsSamples => HasSamples && !root.Grading.IgnoresSample && root.Grading.NeedsAll;

    public Rejected Rejected =>
        root.Grading.AcceptsAlways || (root.Grading.AcceptsAny && HasSamples && !root.Grading.IgnoresSample) || !CanBeRejected(secret)
            ? Rejected.CostsNothing
        : IsStrict(secret) ? Rejected.CostsAll
        : IsWorthless(secret) ? Rejected.CostsNothing
        : Rejected.CannotBeSaid;

    /// <summary>Whether it is accepted just where every test in it is.</summary>
    public static bool IsStrict(KattisFolder folder) => folder.Grading.NeedsAll && (folder.IsLeaf || folder.Folders.All(IsStrict));

    private static bool CanBeRejected(KattisFolder folder) =>
        !folder.Grading.AcceptsAlways
        && (folder.IsLeaf || (folder.Grading.AcceptsAny ? folder.Folders.All(CanBeRejected) : folder.Folders.Any(CanBeRejected)));

    /// <summary>Whether it has no points where it is rejected.</summary>
    private static bool IsWorthless(KattisFolder folder) =>
        !CanBeRejected(folder)
        || (
            folder.Grading.AcceptsAny ? folder.IsLeaf || folder.Folders.All(IsWorthless)
            : folder.Grading.Score == Aggregation.Min ? folder.IsLeaf || folder.Folders.All(IsWorthless)
            : folder.IsLeaf && folder.All.Count() == 1
        );
}
