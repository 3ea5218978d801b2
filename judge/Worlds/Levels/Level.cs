using System.Text.Json;

namespace Judge.Worlds.Levels;

/// <summary>A level as its package's <c>level.json</c> says it. Title and story are the package's own name and statement.</summary>
public sealed record Level
{
    /// <summary>Version of the format.</summary>
    public const int Format = 1;

    public const int MostWorlds = 12;

    /// <summary>Most ticks a level may give.</summary>
    public const int MostTicks = 5000;

    /// <summary>Most blocks of any program, whatever the level.</summary>
    public const int MostBlocks = 200;

    /// <summary><c>a</c>: conditions are chosen in their block; <c>b</c>: they are blocks of their own.</summary>
    public required string Strand { get; init; }

    /// <summary>Which pictures draw it, such as <c>market</c>.</summary>
    public required string Theme { get; init; }

    /// <summary>Codes of the CSTA's standards it teaches.</summary>
    public IReadOnlyList<string> Csta { get; init; } = [];

    /// <summary>Grades of the curriculum, 1 to 12.</summary>
    public IReadOnlyList<int> Grades { get; init; } = [];

    /// <summary>To play with; never scored.</summary>
    public bool Free { get; init; }

    /// <summary>Keys of blocks.json that say which blocks there are.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>Which conditions a drop-down offers, by their values in blocks.json; empty: it offers all.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>How many blocks of a tool there are at most; a tool that is not in it is without end.</summary>
    public IReadOnlyDictionary<string, int> Most { get; init; } = new Dictionary<string, int>();

    /// <summary>What lies in the workspace at first, as Blockly saves it; null: the hats alone.</summary>
    public JsonElement? Start { get; init; }

    /// <summary>Whether a procedure may call itself, directly or not.</summary>
    public bool Recursion { get; init; }

    public LevelGoal Goal { get; init; } = new(MostBlocks, []);

    /// <summary>Most blocks that are taken, 1 to 200: for safety, not for stars.</summary>
    public int Cap { get; init; } = MostBlocks;

    /// <summary>Ticks that a run may take.</summary>
    public int Ticks { get; init; } = 500;

    /// <summary>All of them must hold; the first that does not gives the end code. Empty: whatever ends well is right.</summary>
    public IReadOnlyList<WinRule> Win { get; init; } = [];

    /// <summary>The level's own sentences instead of the general ones, by language.</summary>
    public IReadOnlyDictionary<EndCode, IReadOnlyDictionary<string, string>> Sentences { get; init; } =
        new Dictionary<EndCode, IReadOnlyDictionary<string, string>>();

    /// <summary>What helps at first, by language.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Hints { get; init; } = [];

    /// <summary>How the package's wrong programs must end, by the names of their files without extension.</summary>
    public IReadOnlyDictionary<string, WrongEnd> Wrong { get; init; } = new Dictionary<string, WrongEnd>();

    /// <summary>In the order of their numbers, which need not be without gaps; at least one is not hidden.</summary>
    public required IReadOnlyList<World> Worlds { get; init; }

    public int RobotCount => Worlds[0].Robots.Count;
}

/// <summary>What three stars ask for.</summary>
/// <param name="Blocks">Most blocks, as they are counted.</param>
/// <param name="Concepts">Which must have been used while it ran.</param>
public sealed record LevelGoal(int Blocks, IReadOnlyList<string> Concepts);

/// <param name="World">Number of the first world in which it fails.</param>
public sealed record WrongEnd(EndCode End, int World);
