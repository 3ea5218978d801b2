namespace ArenaWeb.Rosters;

/// <summary>What a column of a list of pupils can hold; each has a word <c>roster.column.{name}</c>.</summary>
internal enum RosterColumn
{
    Sbd,

    /// <summary>The whole name; or the beginning of it, where <see cref="Given"/> is there too.</summary>
    Name,

    /// <summary>The given name alone, the last word of the name.</summary>
    Given,

    Class,
    Grade,
    School,

    /// <summary>A date or a year. Only the year is ever stored.</summary>
    Birth,

    /// <summary>The pupil's key in the education database: kept to tell pupils apart, never shown.</summary>
    Key,

    Pin,
    Publish,
}

/// <summary>What a list is read for.</summary>
/// <param name="Needed">A list without one of these columns is refused.</param>
/// <param name="Optional">Used where they are there. What is in neither is not read.</param>
internal sealed record RosterKind(IReadOnlyList<RosterColumn> Needed, IReadOnlyList<RosterColumn> Optional)
{
    public static readonly RosterKind Entrants = new(
        [RosterColumn.Sbd, RosterColumn.Name, RosterColumn.Class, RosterColumn.School],
        [RosterColumn.Given, RosterColumn.Pin, RosterColumn.Publish]
    );

    public static readonly RosterKind Pupils = new(
        [RosterColumn.Name, RosterColumn.Class],
        [RosterColumn.Given, RosterColumn.Grade, RosterColumn.Birth, RosterColumn.Key]
    );

    public IEnumerable<RosterColumn> Columns => [.. Needed, .. Optional];
}
