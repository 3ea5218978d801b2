namespace ArenaWeb.Registration;

/// <summary>A list of pupils as it was understood, before anything is stored.</summary>
/// <param name="Separator">Between fields: semicolon, comma or tab.</param>
/// <param name="Columns">Which of the file's columns (from 1) holds what.</param>
/// <param name="Unused">Headings that mean nothing to us.</param>
/// <param name="Entries">Rows without an error, in the order of the file.</param>
internal sealed record Roster(
    char Separator,
    IReadOnlyDictionary<RosterColumn, int> Columns,
    IReadOnlyList<string> Unused,
    IReadOnlyList<RosterEntry> Entries,
    IReadOnlyList<RosterIssue> Issues
)
{
    public const int MostBytes = 2 * 1024 * 1024;
    public const int MostRows = 5000;

    /// <summary>Nothing stands in the way of storing it.</summary>
    public bool IsSound => Entries.Count > 0 && Issues.All(issue => issue.IsWarning);

    /// <summary>A file that cannot be read as a list at all.</summary>
    public static Roster Refused(Flaw flaw, int line = 0, string detail = "") =>
        new(',', new Dictionary<RosterColumn, int>(), [], [], [new(line, 0, flaw, detail)]);
}

/// <summary>One pupil of the list.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Sbd">In the form in which it is stored and compared.</param>
/// <param name="Pin">Six digits; null: to be drawn.</param>
/// <param name="Publish">Pupil and representative agreed that the name is shown in public.</param>
internal sealed record RosterEntry(int Line, string Sbd, string Name, string Class, string School, string? Pin, bool Publish);

internal enum RosterColumn
{
    Sbd,
    Name,
    Class,
    School,
    Pin,
    Publish,
}

/// <summary>What is wrong, and where.</summary>
/// <param name="Line">From 1; 0: the file as a whole.</param>
/// <param name="Column">From 1; 0: the line as a whole.</param>
/// <param name="Detail">What stands there, or what it clashes with.</param>
internal sealed record RosterIssue(int Line, int Column, Flaw Flaw, string Detail = "")
{
    /// <summary>Worth a look, but no reason to refuse.</summary>
    public bool IsWarning => Flaw == Flaw.SamePerson;
}

/// <summary>What can be wrong with a list of pupils; each has a sentence <c>registration.flaw.{name}</c>.</summary>
internal enum Flaw
{
    None,
    Empty,
    TooLarge,
    Spreadsheet,
    Utf16,
    NotUtf8,
    Nul,
    BadQuotes,
    NoHeading,
    MissingColumn,
    DoubleColumn,
    NoRows,
    TooManyRows,
    Missing,
    TooLong,
    BadSbd,
    BadSigns,
    Formula,
    BadPin,
    BadConsent,
    DoubleSbd,
    KnownSbd,
    SamePerson,
}
