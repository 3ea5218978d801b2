using Judge.Score;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Trees;

namespace Judge.Worlds;

/// <summary>What came of a program of blocks. One of the two says why there is no report, or is null.</summary>
/// <param name="Reading">Where it was refused, its sentence is in it.</param>
/// <param name="Report">Null: the program was refused.</param>
public sealed record PuzzleJudged(BlockReading Reading, PuzzleReport? Report);

/// <summary>From a program of blocks to its stars: a pure function, the same for contest, practice and proof of a level.</summary>
public static class PuzzleJudge
{
    private const int AllStars = 3;

    /// <param name="program">As the editor saves it; any bytes.</param>
    public static PuzzleJudged Judge(Level level, ReadOnlyMemory<byte> program)
    {
        var reading = BlockReader.Read(program, level);
        return new PuzzleJudged(reading, reading.Program is { } read ? Judge(level, read) : null);
    }

    /// <summary>How many stars: the fewest blocks bring three, all concepts two, all worlds one.</summary>
    internal static int Stars(LevelGoal goal, bool solved, bool conceptsUsed, int blocks) =>
        !solved ? 0
        : !conceptsUsed ? 1
        : blocks > goal.Blocks ? 2
        : AllStars;

    /// <summary>The end of a run as a judgement keeps it.</summary>
    internal static WorldEnd EndOf(World world, RunEnd end) =>
        new(world.Id, world.Hidden, end.Code.Key(), end.Tick, end.Robot, end.Cell.X, end.Cell.Y, end.Block, end.Number);

    private static PuzzleReport Judge(Level level, ReadProgram read)
    {
        var use = new ConceptUse();
        IReadOnlyList<WorldEnd> ends = [.. level.Worlds.Select(world => EndOf(world, Run(level, world, read.Program, use)))];
        List<string> missing = [.. level.Goal.Concepts.Where(concept => !use.Used.Contains(concept))];
        var solved = ends.All(end => end.IsSolved);
        return new PuzzleReport(
            Stars(level.Goal, solved, missing.Count == 0, read.Blocks),
            !solved && ends.Where(end => !end.Hidden).All(end => end.IsSolved),
            read.Blocks,
            missing,
            ends
        );
    }

    private static RunEnd Run(Level level, World world, BlockProgram program, ConceptUse use)
    {
        use.NextRun();
        return WorldEngine.Run(level, world, program, use).End;
    }
}
