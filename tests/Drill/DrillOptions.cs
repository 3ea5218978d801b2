namespace Drill;

/// <summary>How large a drill is, how long, and which of all possible ones.</summary>
internal sealed record DrillOptions
{
    public int Arenas { get; init; } = 3;

    /// <summary>At least 3: one is killed, one is cut off, one is left.</summary>
    public int Nodes { get; init; } = 20;

    /// <summary>Submissions that a node judges at once.</summary>
    public int Slots { get; init; } = 4;

    public int Handins { get; init; } = 5_000;

    /// <summary>From the first hand-in to the last, with all faults in between.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>What the judging of a submission takes.</summary>
    public TimeSpan JudgingTime { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Nodes that are killed, each once.</summary>
    public int Killed => Math.Max(1, Nodes / 4);

    public TimeSpan DatabaseAway { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a node is cut off, and a silo is stopped; longer than either's silence is borne.</summary>
    public TimeSpan Away { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a killed arena is away before somebody starts it again.</summary>
    public TimeSpan ArenaDown { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>After the last hand-in, until all have their verdicts.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(120);

    public int Seed { get; init; }

    /// <summary>Each may have 30 waiting.</summary>
    public int Pupils => Math.Max(4, Handins / 20);
}
