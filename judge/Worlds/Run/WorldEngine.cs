using Judge.Worlds.Levels;
using Judge.Worlds.Trees;

namespace Judge.Worlds.Run;

/// <summary>
/// The one truth of what programs do in worlds: whole numbers only, no clock, no chance, no order that is not written down. The same
/// program gives the same trace wherever and whenever it is run; problems/worlds/README.md has the rules.
/// </summary>
public static class WorldEngine
{
    /// <summary>Goes up when a rule changes, so that stored programs would end otherwise.</summary>
    public const int Version = 1;

    /// <summary>Runs a program of blocks in one world of a level.</summary>
    public static Trace Run(Level level, World world, BlockProgram program) => Run(level, world, program, log: null);

    /// <summary>Runs whatever drives the robots in one world of a level.</summary>
    /// <param name="minds">One a robot.</param>
    public static Trace Run(Level level, World world, IReadOnlyList<IMind> minds) => WorldRun.Of(world, minds, level.Win, level.Ticks);

    internal static Trace Run(Level level, World world, BlockProgram program, IConceptLog? log) =>
        Run(level, world, [.. world.Robots.Select((_, robot) => new BlockMind(program, robot, log))]);
}
