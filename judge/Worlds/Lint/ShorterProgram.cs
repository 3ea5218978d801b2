using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Lint;

/// <summary>Looks for a program with fewer blocks than a level's goal that solves all its worlds, by trying all there are.</summary>
/// <param name="Found">The first of the shortest; null: there is none among those that were tried.</param>
/// <param name="Blocks">Of the programs that were all tried, the most blocks.</param>
/// <param name="Tried">How many programs.</param>
internal sealed record ShorterProgram(BlockProgram? Found, int Blocks, int Tried)
{
    /// <summary>Longer ones are too many to try.</summary>
    public const int MostBlocks = 5;

    /// <summary>Ticks of all runs together, each with one more: about half a second of one core.</summary>
    public const long MostTicks = 500_000;

    /// <param name="variables">How many the level has.</param>
    /// <param name="mostTicks">After so many the search gives up.</param>
    public static ShorterProgram Than(Level level, int variables, long mostTicks = MostTicks)
    {
        var space = new ProgramSpace(level, variables);
        var most = level.RobotCount > 1 ? 0 : Math.Min(level.Goal.Blocks - 1, MostBlocks);
        IReadOnlyList<string> names = [.. Enumerable.Repeat("", variables)];
        var (tried, ticks) = (0, 0L);
        for (var blocks = 1; blocks <= most; blocks++)
        {
            foreach (var body in space.Bodies(blocks))
            {
                if (ticks > mostTicks)
                {
                    return new ShorterProgram(null, blocks - 1, tried);
                }

                var program = new BlockProgram { Mains = [body], Variables = names };
                tried++;
                if (Solves(level, program, ref ticks))
                {
                    return new ShorterProgram(program, blocks, tried);
                }
            }
        }

        return new ShorterProgram(null, most, tried);
    }

    private static bool Solves(Level level, BlockProgram program, ref long ticks)
    {
        foreach (var world in level.Worlds)
        {
            var trace = WorldEngine.Run(level, world, program);
            ticks += trace.Ticks + 1;
            if (trace.End.Code != EndCode.Ok)
            {
                return false;
            }
        }

        return true;
    }
}
