namespace Judge.Kodu.Model;

/// <summary>The packing that a file was found in.</summary>
internal enum WorldPacking
{
    None = 0,
    Zip,
    Cabinet,
}

/// <summary>One file of a world's packing.</summary>
/// <param name="Name">As stored, with <c>/</c> between its parts.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
internal sealed record WorldEntry(string Name, int Bytes, string Sha256);

/// <summary>A file of the game, read: one level, or a chain of linked ones in the order of play.</summary>
/// <param name="Thumbnail">The picture of the first level; null: there is none, or it has no bytes.</param>
internal sealed record World(WorldPacking Packing, IReadOnlyList<WorldEntry> Entries, IReadOnlyList<Level> Levels, byte[]? Thumbnail)
{
    public Level First => Levels[0];
}

/// <summary>A level: what its own file says, its actors, its ways and its ground.</summary>
internal sealed record Level(LevelHead Head, IReadOnlyList<Actor> Actors, IReadOnlyList<Way> Ways, Terrain? Terrain);

/// <summary>What the level's own file says. Empty texts and null: the file does not say it.</summary>
internal sealed record LevelHead
{
    public string Id { get; init; } = "";
    public string Name { get; init; } = "";
    public string Description { get; init; } = "";

    /// <summary>The name that somebody typed into the game: a pupil's, and so never shown to a blind juror.</summary>
    public string Creator { get; init; } = "";

    public string? Version { get; init; }

    /// <summary>The version of the language of tiles; null: older than its counting.</summary>
    public int? LanguageVersion { get; init; }

    public string StuffFile { get; init; } = "";
    public string TerrainFile { get; init; } = "";
    public string? LinkedFrom { get; init; }
    public string? LinkedTo { get; init; }

    /// <summary>What is shown before the game starts, such as <c>World Description</c>.</summary>
    public string BeforeStart { get; init; } = "";

    /// <summary>Simple settings such as <c>glassWalls</c>, by the names of their elements.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ScoreSetting> Scores { get; init; } = [];

    /// <summary>Who saved it, one entry a change of user. Personal data, as <see cref="Creator"/>.</summary>
    public IReadOnlyList<string> Gamertags { get; init; } = [];

    public int Waters { get; init; }
    public IReadOnlyList<TutorialStep> Steps { get; init; } = [];
}

/// <param name="Visibility"><c>Loud</c>, <c>Quiet</c> or <c>Off</c>.</param>
internal sealed record ScoreSetting(string Color, string Visibility, string Label);

/// <summary>A step of a tutorial in a world; empty texts: it asks for nothing before the next.</summary>
internal sealed record TutorialStep(string Test, string Arguments);

/// <summary>A thing in the world, with its program.</summary>
internal sealed record Actor
{
    /// <summary>Such as <c>FastBot</c>.</summary>
    public required string Type { get; init; }

    /// <summary>As the editor shows it, such as "Cycle 1".</summary>
    public string Name { get; init; } = "";

    public string Color { get; init; } = "";
    public double X { get; init; }
    public double Y { get; init; }
    public double Z { get; init; }

    /// <summary>In radians.</summary>
    public double Orientation { get; init; }

    /// <summary>Binds a master and the things made like it; null: it is neither.</summary>
    public string? CreatableId { get; init; }

    /// <summary>It is the mould of others, and leaves the scene when the game starts.</summary>
    public bool IsMaster { get; init; }

    /// <summary>Parameters that the file states, by the names of their elements.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Rules of each page in order; pages without rules are kept, so that the index is the page's number less one.</summary>
    public IReadOnlyList<IReadOnlyList<Rule>> Pages { get; init; } = [];

    public bool IsProgrammed => Pages.Any(page => page.Count > 0);
}

/// <summary>A path that actors follow, and what is built along it.</summary>
/// <param name="Color">Empty: the file does not say it.</param>
/// <param name="Road">The game's name of what is built, such as <c>HiWayGen</c>; empty: it is not seen.</param>
internal sealed record Way(string Color, string Road, IReadOnlyList<WayNode> Nodes, IReadOnlyList<WayEdge> Edges)
{
    /// <summary>Kinds of roads, walls and plants along a path, after the game's own classes.</summary>
    public WayKind Kind =>
        Road switch
        {
            "" => WayKind.Unseen,
            _ when Road.StartsWith("HiWay", StringComparison.Ordinal) => WayKind.Road,
            _ when Road.StartsWith("Veggie", StringComparison.Ordinal) => WayKind.Plants,
            _ => WayKind.Wall,
        };
}

internal enum WayKind
{
    None = 0,
    Unseen,
    Road,
    Wall,
    Plants,
}

internal readonly record struct WayNode(double X, double Y, double Height);

/// <param name="Direction">1: from the first node to the second; 2: back; 3: both.</param>
internal readonly record struct WayEdge(int First, int Second, int Direction);
