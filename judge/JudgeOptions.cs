namespace Judge;

/// <summary>Settings of a judge, embedded or apart; checked at start.</summary>
public sealed record JudgeOptions
{
    /// <summary>Empty: SQLite in the data folder; else a PostgreSQL connection string (<c>Host=…</c>).</summary>
    public string Database { get; init; } = "";

    /// <summary>One folder for database, sources, keys and logs; to be backed up as a whole.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of problem packages.</summary>
    public required string ProblemsFolder { get; init; }

    /// <summary>Folder with a folder a language (<c>language.json</c>).</summary>
    public required string LanguagesFolder { get; init; }

    /// <summary>Folder with the unpacked root file systems.</summary>
    public required string ImagesFolder { get; init; }

    /// <summary>Name of this node on the organiser's page; must differ between nodes.</summary>
    public string Node { get; init; } = Environment.MachineName;

    /// <summary>Submissions judged at once; 0: one a core.</summary>
    public int Slots { get; init; }
}
