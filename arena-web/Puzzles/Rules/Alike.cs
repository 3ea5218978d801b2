using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Puzzles.Rules;

/// <summary>A program that solved a level, as the search for copies sees it.</summary>
/// <param name="Group">Whom it may be compared with: the class, and where there are shifts the shift.</param>
/// <param name="Shape">From <see cref="ProgramShape"/>.</param>
/// <param name="Since">From the pupil's start, or the solved level before, to the run; null: not known.</param>
internal sealed record SolvedProgram(
    EntrantId Entrant,
    string Label,
    string Group,
    SubmissionId Submission,
    DateTimeOffset At,
    int Blocks,
    string Shape,
    TimeSpan? Since
);

/// <summary>Programs for a jury to look at. It accuses nobody: whoever reads decides. Pure.</summary>
internal static class Alike
{
    /// <summary>Nobody puts a block in place and thinks about it faster than that.</summary>
    private static readonly TimeSpan ABlock = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Programs of one shape within a group, the largest first, each in the order they were run. Small ones are left out: there everybody's
    /// best is alike.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<SolvedProgram>> Groups(IEnumerable<SolvedProgram> programs) =>
        [
            .. programs
                .Where(one => one.Blocks >= ProgramShape.FewestBlocks)
                .GroupBy(one => (one.Group, one.Label, one.Shape))
                .Select(group => group.DistinctBy(one => one.Entrant).OrderBy(one => one.At).ToList())
                .Where(group => group.Count > 1)
                .OrderByDescending(group => group[0].Blocks)
                .ThenBy(group => group[0].At),
        ];

    /// <summary>Programs that were built faster than hands are, the fastest first.</summary>
    public static IReadOnlyList<SolvedProgram> TooFast(IEnumerable<SolvedProgram> programs) =>
        [
            .. programs
                .Where(one => one.Blocks >= ProgramShape.FewestBlocks && one.Since is { } since && since < one.Blocks * ABlock)
                .OrderBy(one => one.Since!.Value / one.Blocks),
        ];
}
