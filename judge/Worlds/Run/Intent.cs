using Judge.Worlds.Levels;

namespace Judge.Worlds.Run;

/// <summary>What a robot does in one tick. The numbers stand in traces.</summary>
public enum Deed
{
    /// <summary>Nothing any more: its program has ended.</summary>
    Ended,
    Forward,
    Left,
    Right,
    Around,
    Pick,
    Drop,
    Paint,
    Wait,
    Say,

    /// <summary>Its program can go no further; never in a trace.</summary>
    Failed,
}

/// <summary>What a robot wants next.</summary>
/// <param name="Block">Number of the block, or line of a source; -1: there is none.</param>
/// <param name="Number">The colour, or what is said.</param>
/// <param name="Failure">Why it can go no further, where the deed is Failed.</param>
public readonly record struct Intent(Deed Deed, int Block = -1, int Number = 0, EndCode Failure = EndCode.Ok);

/// <summary>What drives one robot: a program of blocks, or a program in a box.</summary>
public interface IMind
{
    /// <summary>Runs until it wants an action, has ended, or can go no further. It is not asked again after that.</summary>
    /// <param name="senses">The world as the tick begins.</param>
    Intent Next(Senses senses);

    /// <summary>Blocks that the last wanted action lies in, the outermost first: loops, choices, calls.</summary>
    IReadOnlyList<int> Chain { get; }
}
