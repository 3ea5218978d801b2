using Judge.Messages;
using Judge.Worlds.Levels;

namespace Judge.Score;

/// <summary>How a program of blocks did in the worlds of its level. What happened on the way is not kept: it can be run again.</summary>
/// <param name="Stars">0 to 3, which are the points.</param>
/// <param name="Almost">No star, but all worlds that can be seen are solved.</param>
/// <param name="Blocks">Number of blocks as they are counted.</param>
/// <param name="Missing">Concepts of the goal that were not used.</param>
/// <param name="Worlds">One a world of the level, in its order; empty: the program was refused.</param>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record PuzzleReport(int Stars, bool Almost, int Blocks, IReadOnlyList<string> Missing, IReadOnlyList<WorldEnd> Worlds)
{
    public bool Equals(PuzzleReport? other) =>
        other is not null
        && (Stars, Almost, Blocks) == (other.Stars, other.Almost, other.Blocks)
        && Missing.SequenceEqual(other.Missing)
        && Worlds.SequenceEqual(other.Worlds);

    public override int GetHashCode() => HashCode.Combine(Stars, Almost, Blocks, Missing.Count, Worlds.Count);
}

/// <summary>How a program ended in one world.</summary>
/// <param name="Id">Of the world.</param>
/// <param name="Code">As <see cref="EndCodes.Key"/> writes it.</param>
/// <param name="Tick">Ticks that were done.</param>
/// <param name="Robot">Which robot it is about, from 0.</param>
/// <param name="X">Column of the cell it is about, from 0.</param>
/// <param name="Y">Row, from 0.</param>
/// <param name="Block">Number of the block to look at; -1: none.</param>
/// <param name="Number">What the sentence needs: how many are left, what was said; 0: nothing.</param>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record WorldEnd(int Id, bool Hidden, string Code, int Tick, int Robot, int X, int Y, int Block, int Number)
{
    public bool IsSolved => Code == EndCode.Ok.Key();

    /// <summary>Nothing was said where a number was to be told.</summary>
    private bool ToldNothing => Code == EndCode.ToldWrong.Key() && Block < 0;

    /// <summary>The general sentence: {0} tick, {1} number, {2} row and {3} column from 1. A level may have one of its own.</summary>
    public Said Said => new($"world.end.{(ToldNothing ? "told_nothing" : Code)}", Tick, Number, Y + 1, X + 1);
}
