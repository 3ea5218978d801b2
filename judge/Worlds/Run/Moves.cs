using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>Why a robot cannot do what it wants; Ok: it can.</summary>
/// <param name="Number">What the sentence needs, such as the robot it met.</param>
internal readonly record struct Mishap(EndCode Code, int Number = 0);

/// <summary>Decides which of the robots that go ahead in one tick can do so.</summary>
internal static class Moves
{
    /// <summary>
    /// A robot fails at a wall, a closed gate and the end of the map; where two want the same cell or change places, both do. Who wants the
    /// cell of another that stays or fails, fails too; a cell that is left in the same tick is free.
    /// </summary>
    /// <returns>By robot; those that do not go ahead have Ok.</returns>
    public static Mishap[] Resolve(WorldState state, ReadOnlySpan<Intent> intents)
    {
        var mishaps = new Mishap[intents.Length];
        for (var robot = 0; robot < intents.Length; robot++)
        {
            mishaps[robot] = intents[robot].Deed == Deed.Forward ? OfPlace(state, Target(state, robot)) : default;
        }

        var obstacles = mishaps.ToArray();
        for (var robot = 0; robot < intents.Length; robot++)
        {
            if (IsMoving(intents, obstacles, robot) && Meets(state, intents, obstacles, robot) is >= 0 and var other)
            {
                mishaps[robot] = new Mishap(EndCode.Collision, other);
            }
        }

        while (Blocked(state, intents, mishaps) is { } blocked)
        {
            mishaps[blocked.Robot] = new Mishap(EndCode.Collision, blocked.Standing);
        }

        return mishaps;
    }

    private static Mishap OfPlace(WorldState state, Place target) =>
        !state.World.Has(target) ? new Mishap(EndCode.LeftMap)
        : state.World[target].Terrain == Terrain.Wall ? new Mishap(EndCode.HitWall)
        : !state.IsOpen(target) ? new Mishap(EndCode.GateClosed)
        : default;

    /// <summary>The first other moving robot that wants the same cell or changes places with this one; -1: none.</summary>
    private static int Meets(WorldState state, ReadOnlySpan<Intent> intents, Mishap[] mishaps, int robot)
    {
        for (var other = 0; other < intents.Length; other++)
        {
            if (
                other != robot
                && IsMoving(intents, mishaps, other)
                && (
                    Target(state, other) == Target(state, robot)
                    || Target(state, other) == state.Robots[robot].Place && Target(state, robot) == state.Robots[other].Place
                )
            )
            {
                return other;
            }
        }

        return -1;
    }

    /// <summary>The first robot that goes to a cell whose robot stays, and that robot; null: there is none.</summary>
    private static (int Robot, int Standing)? Blocked(WorldState state, ReadOnlySpan<Intent> intents, Mishap[] mishaps)
    {
        for (var robot = 0; robot < intents.Length; robot++)
        {
            for (var other = 0; other < intents.Length; other++)
            {
                if (
                    other != robot
                    && IsMoving(intents, mishaps, robot)
                    && !IsMoving(intents, mishaps, other)
                    && state.Robots[other].Place == Target(state, robot)
                )
                {
                    return (robot, other);
                }
            }
        }

        return null;
    }

    private static bool IsMoving(ReadOnlySpan<Intent> intents, Mishap[] mishaps, int robot) =>
        intents[robot].Deed == Deed.Forward && mishaps[robot].Code == EndCode.Ok;

    private static Place Target(WorldState state, int robot) => state.Robots[robot].Place.Next(state.Robots[robot].Direction);
}
