namespace Judge.Worlds.Texts;

/// <summary>The languages in which a program of blocks can be read as text.</summary>
public enum TextKind
{
    Pascal,
    Python,

    /// <summary>The words on the blocks themselves.</summary>
    Blocks,
}

/// <summary>A line of a program's text.</summary>
/// <param name="Text">Indented, without its end of line.</param>
/// <param name="Block">Number of the block that it says; -1: it belongs to no block.</param>
public readonly record struct TextLine(string Text, int Block);
