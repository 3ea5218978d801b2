using System.Globalization;
using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>
/// What happened in one world, so that it can be drawn without knowing a rule. problems/worlds/README.md lists its bytes.
/// </summary>
/// <param name="World">Number of the world.</param>
/// <param name="Ticks">How many were done.</param>
/// <param name="Hashes">Of the state after each 64th tick, and of the last state.</param>
/// <param name="Steps">One record a robot and tick.</param>
public sealed record Trace(int World, int Ticks, RunEnd End, IReadOnlyList<ulong> Hashes, ReadOnlyMemory<byte> Steps)
{
    /// <summary>Of the format.</summary>
    public const int Version = 1;

    /// <summary>Ticks from one hash to the next.</summary>
    public const int HashEvery = 64;

    /// <summary>A hash as traces write it: 16 hexadecimal digits.</summary>
    public static string Written(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);
}

/// <summary>How and where a run ended.</summary>
/// <param name="Tick">How many ticks were done then.</param>
/// <param name="Robot">Which robot it is about, from 0.</param>
/// <param name="Cell">Where to look.</param>
/// <param name="Block">Which block to look at; -1: none.</param>
/// <param name="Number">What the sentence needs; 0: nothing.</param>
public readonly record struct RunEnd(EndCode Code, int Tick, int Robot, Place Cell, int Block, int Number = 0);
