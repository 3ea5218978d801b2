using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Puzzles.Rules;

/// <summary>Pupils whose programs are compared: they sat beside each other.</summary>
/// <param name="Shift">Its name; empty: there are no shifts.</param>
internal sealed record Bench(string Shift, string School, string Class);

/// <summary>A program that solved a level, as the search for copies sees it.</summary>
/// <param name="Shape">From <see cref="ProgramShape"/>.</param>
/// <param name="Built">Blocks that the pupil put in place: those of the program without those that the level gave.</param>
/// <param name="Within">From <see cref="SolveTimes"/>; null: not known.</param>
internal sealed record SolvedProgram(
    EntrantId Entrant,
    string Label,
    Bench Bench,
    SubmissionId Submission,
    DateTimeOffset At,
    int Blocks,
    int Built,
    string Shape,
    TimeSpan? Within
);

/// <summary>Programs for a jury to look at. It accuses nobody: whoever reads decides. Pure.</summary>
internal static class Alike
{
    /// <summary>Nobody puts a block in place and thinks about it faster than that.</summary>
    private static readonly TimeSpan ABlock = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Programs of one shape within a class and shift, the largest first, each in the order they were run. Small ones are left out:
    /// there everybody's best is alike.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<SolvedProgram>> Groups(IEnumerable<SolvedProgram> programs) =>
        [
            .. programs
                .Where(one => one.Blocks >= ProgramShape.FewestBlocks)
                .GroupBy(one => (one.Bench, one.Label, one.Shape))
                .Select(group => group.DistinctBy(one => one.Entrant).OrderBy(one => one.At).ToList())
                .Where(group => group.Count > 1)
                .OrderByDescending(group => group[0].Blocks)
                .ThenBy(group => group[0].At),
        ];

    /// <summary>Programs that were built faster than hands are, the fastest first.</summary>
    public static IReadOnlyList<SolvedProgram> TooFast(IEnumerable<SolvedProgram> programs) =>
        [
            .. programs
                .Where(one => one.Built >= ProgramShape.FewestBlocks && one.Within is { } within && within < one.Built * ABlock)
                .OrderBy(one => one.Within!.Value / one.Built),
        ];
}
