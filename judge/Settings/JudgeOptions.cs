namespace Judge.Settings;

/// <summary>Settings of a judge, embedded or apart; checked at start.</summary>
public sealed record JudgeOptions
{
    /// <summary>Empty: SQLite in the data folder; else a PostgreSQL connection string (<c>Host=…</c>).</summary>
    public string Database { get; init; } = "";

    /// <summary>One folder for database, sources, keys and logs; to be backed up as a whole.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of problem packages that this program only reads.</summary>
    public required string ProblemsFolder { get; init; }

    /// <summary>Folder of the levels of puzzles, beside the other packages; it need not exist.</summary>
    public string LevelsFolder => Path.Combine(ProblemsFolder, "worlds");

    /// <summary>Folder of the packages that were imported here; it need not exist yet.</summary>
    public string ImportedFolder => Path.Combine(DataFolder, "problems");

    /// <summary>Folder of what came of packages' own solutions; it need not exist yet.</summary>
    public string ProofsFolder => Path.Combine(DataFolder, "proofs");

    /// <summary>What is being typed, where no PostgreSQL is set.</summary>
    public string LiveFile => Path.Combine(DataFolder, "live.db");

    /// <summary>Folder with a folder a language (<c>language.json</c>).</summary>
    public required string LanguagesFolder { get; init; }

    /// <summary>Folder with the unpacked root file systems.</summary>
    public required string ImagesFolder { get; init; }

    /// <summary>Name of this node on the organiser's page; must differ between nodes.</summary>
    public string Node { get; init; } = Environment.MachineName;

    /// <summary>Submissions judged at once; 0: one a core.</summary>
    public int Slots { get; init; }

    /// <summary>How this arena works with others.</summary>
    public ClusterSettings Cluster { get; init; } = new();

    /// <summary>What is wrong with the settings of an arena, in a sentence with the cure; null: nothing.</summary>
    public string? Flaw() =>
        NodeFlaw()
        ?? this switch
        {
            _ when !Directory.Exists(ProblemsFolder) => $"The folder of problems {ProblemsFolder} does not exist: set ProblemsFolder.",
            _ when Database.Length > 0 && !Database.Contains("Host=", StringComparison.OrdinalIgnoreCase) =>
                "The setting Database must be empty (SQLite) or a PostgreSQL connection string such as Host=…;Username=…;Database=….",
            _ => Cluster.Flaw(Database),
        };

    /// <summary>What is wrong for a judge node, which needs neither a database nor packages of its own; null: nothing.</summary>
    public string? NodeFlaw() =>
        this switch
        {
            { DataFolder: "" } => "The setting DataFolder is empty: name a folder that this program may write to.",
            { Slots: < 0 or > 256 } => $"The setting Slots is {Slots}: it must be from 0 (one a core) to 256.",
            { Node: not { Length: > 0 and <= 100 } } => "The setting Node must be a name of 1 to 100 characters.",
            _ when !Directory.Exists(LanguagesFolder) => $"The folder of languages {LanguagesFolder} does not exist: set LanguagesFolder.",
            _ => null,
        };
}
