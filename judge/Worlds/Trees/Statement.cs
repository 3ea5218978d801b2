namespace Judge.Worlds.Trees;

/// <summary>Something to do. One statement of those with an action takes one tick.</summary>
/// <param name="Block">Number of its block.</param>
public abstract record Statement(int Block);

/// <summary>One of the actions without a number.</summary>
public sealed record Act(int Block, ActKind Kind) : Statement(Block);

public enum ActKind
{
    Forward,
    Left,
    Right,
    Around,
    Pick,
    Drop,
}

/// <param name="Colour">0 to 7; 0 takes the colour off.</param>
public sealed record Paint(int Block, int Colour) : Statement(Block);

/// <summary>Stands still for so many ticks; none where the number is not above 0.</summary>
public sealed record Wait(int Block, Number Ticks) : Statement(Block);

public sealed record Say(int Block, Number Value) : Statement(Block);

/// <summary>Ends the whole program of its robot; no action.</summary>
public sealed record Stop(int Block) : Statement(Block);

/// <summary>What runs its body again and again.</summary>
public abstract record Loop(int Block, IReadOnlyList<Statement> Body) : Statement(Block);

/// <summary>The number is read once; no turn where it is not above 0.</summary>
public sealed record Repeat(int Block, Number Times, IReadOnlyList<Statement> Body) : Loop(Block, Body);

public sealed record Until(int Block, Condition Condition, IReadOnlyList<Statement> Body) : Loop(Block, Body);

public sealed record While(int Block, Condition Condition, IReadOnlyList<Statement> Body) : Loop(Block, Body);

/// <summary>
/// Both bounds are read once. The variable is set before each turn; what the body makes of it does not change the number of turns.
/// </summary>
/// <param name="Variable">Index in <see cref="BlockProgram.Variables"/>.</param>
public sealed record For(int Block, int Variable, Number From, Number To, IReadOnlyList<Statement> Body) : Loop(Block, Body);

/// <param name="Else">Null: the block has no such part.</param>
public sealed record If(int Block, Condition Condition, IReadOnlyList<Statement> Then, IReadOnlyList<Statement>? Else) : Statement(Block);

/// <param name="Variable">Index in <see cref="BlockProgram.Variables"/>.</param>
public sealed record Set(int Block, int Variable, Number Value) : Statement(Block);

/// <inheritdoc cref="Set"/>
public sealed record Add(int Block, int Variable, Number Value) : Statement(Block);

/// <param name="Procedure">Index in <see cref="BlockProgram.Procedures"/>.</param>
/// <param name="Arguments">As many as the procedure has parameters; read from the left before it begins.</param>
public sealed record Call(int Block, int Procedure, IReadOnlyList<Number> Arguments) : Statement(Block);
