namespace Judge.Marking.Assignment;

/// <summary>An entry that wants jurors.</summary>
/// <param name="School">Its school, by number.</param>
public sealed record DrawnEntry(EntryId Id, long School)
{
    /// <summary>Cluster or ward, by number; null: unknown.</summary>
    public long? Cluster { get; init; }

    /// <summary>Bảng thi; jurors must be competent in it. Empty: any juror is.</summary>
    public string Division { get; init; } = "";

    /// <summary>Jurors should know it. Empty: no matter.</summary>
    public string Subject { get; init; } = "";
}

/// <summary>A juror who waits for entries.</summary>
public sealed record DrawnJuror(JurorId Id)
{
    /// <summary>All schools of this school year, by number.</summary>
    public IReadOnlyList<long> Schools { get; init; } = [];

    public long? Cluster { get; init; }

    public IReadOnlyCollection<string> Divisions { get; init; } = [];

    public IReadOnlyCollection<string> Subjects { get; init; } = [];

    /// <summary>The most sheets in all, those that are kept included.</summary>
    public int MostSheets { get; init; } = int.MaxValue;

    /// <summary>Gets no new sheets; what was locked stays.</summary>
    public bool IsGone { get; init; }
}

/// <summary>One juror's mark of one entry, to be or done.</summary>
public readonly record struct PlannedSheet(EntryId Entry, JurorId Juror);

/// <summary>Everything that a draw follows from; the same task gives the same plan.</summary>
public sealed record AssignmentTask
{
    /// <summary>Told apart by number, as jurors are.</summary>
    public required IReadOnlyList<DrawnEntry> Entries { get; init; }

    public required IReadOnlyList<DrawnJuror> Jurors { get; init; }

    public int PerEntry { get; init; } = 3;

    /// <summary>Authors, supervisors, declared conflicts, recusals.</summary>
    public IReadOnlyCollection<PlannedSheet> Conflicts { get; init; } = [];

    /// <summary>Sheets that stay where they are: locked ones, those of a published plan, those set by hand.</summary>
    public IReadOnlyCollection<PlannedSheet> Kept { get; init; } = [];

    /// <summary>Published after the draw; its hash before.</summary>
    public required string Seed { get; init; }
}
