namespace Judge.Worlds.Trees;

/// <summary>What gives a whole number of 32 bits.</summary>
/// <param name="Block">Number of its block.</param>
public abstract record Number(int Block);

public sealed record Literal(int Block, int Value) : Number(Block);

/// <param name="Index">In <see cref="BlockProgram.Variables"/>.</param>
public sealed record Variable(int Block, int Index) : Number(Block);

/// <param name="Index">In the parameters of the procedure that it stands in.</param>
public sealed record Parameter(int Block, int Index) : Number(Block);

/// <summary>The left one is read first.</summary>
public sealed record Arithmetic(int Block, ArithmeticKind Kind, Number Left, Number Right) : Number(Block);

/// <summary>Div and Mod cut towards zero, as Pascal and C# do.</summary>
public enum ArithmeticKind
{
    Plus,
    Minus,
    Times,
    Div,
    Mod,
}

/// <summary>How many things lie here, are carried, or how much power is left; power without end counts as 0.</summary>
public sealed record Reading(int Block, ReadingKind Kind) : Number(Block);

public enum ReadingKind
{
    Pile,
    Bag,
    Power,
}

/// <summary>How many cells in a row are free on that side.</summary>
public sealed record Distance(int Block, Side Side) : Number(Block);
