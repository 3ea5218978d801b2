namespace Judge.Worlds.Trees;

/// <summary>
/// A program of blocks as a tree that can be run. Each node names its block by a number: blocks are counted in reading order from the first
/// hat, which is 0, and procedures follow in the order of their file. A condition that is chosen in a block has that block's number.
/// </summary>
public sealed record BlockProgram
{
    /// <summary>What each robot does, by its number; empty lists for robots without a hat.</summary>
    public required IReadOnlyList<IReadOnlyList<Statement>> Mains { get; init; }

    public IReadOnlyList<Procedure> Procedures { get; init; } = [];

    /// <summary>Names of the variables. Each robot has its own set of them, all 0 at first.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];
}

/// <param name="Block">Of its hat.</param>
/// <param name="Parameters">Their names; 0 to 4 of them.</param>
public sealed record Procedure(int Block, string Name, IReadOnlyList<string> Parameters, IReadOnlyList<Statement> Body);
