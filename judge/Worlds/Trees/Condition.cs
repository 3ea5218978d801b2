namespace Judge.Worlds.Trees;

/// <summary>What is true or false.</summary>
/// <param name="Block">Number of its block.</param>
public abstract record Condition(int Block);

/// <summary>The left one is read first.</summary>
public sealed record Compare(int Block, CompareKind Kind, Number Left, Number Right) : Condition(Block);

public enum CompareKind
{
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// <summary>The right one is read only where the left one is true.</summary>
public sealed record And(int Block, Condition Left, Condition Right) : Condition(Block);

/// <summary>The right one is read only where the left one is false.</summary>
public sealed record Or(int Block, Condition Left, Condition Right) : Condition(Block);

public sealed record Not(int Block, Condition Inner) : Condition(Block);

public sealed record Fixed(int Block, bool Value) : Condition(Block);

/// <summary>What the robot feels in its own cell.</summary>
public sealed record Here(int Block, HereKind Kind) : Condition(Block);

public enum HereKind
{
    /// <summary>Something lies here.</summary>
    Thing,

    /// <summary>The house here still needs something.</summary>
    House,

    Goal,
}

/// <param name="Number">The colour, 0 to 7.</param>
public sealed record Colour(int Block, int Number) : Condition(Block);

/// <summary>What the robot sees in the next cell on a side.</summary>
public sealed record Look(int Block, LookKind Kind, Side Side) : Condition(Block);

public enum LookKind
{
    /// <summary>It could go there: no wall, water, hole, closed gate, robot, nor the end of the map.</summary>
    Free,

    /// <summary>The line goes on there.</summary>
    Line,

    /// <summary>Another robot is there.</summary>
    Robot,
}

/// <summary>A side of a robot, as turns to the right.</summary>
public enum Side
{
    Front,
    Right,
    Back,
    Left,
}
