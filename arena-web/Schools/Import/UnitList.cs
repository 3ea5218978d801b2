using ArenaWeb.Schools.Tree;

namespace ArenaWeb.Schools.Import;

internal enum UnitColumn
{
    Kind,
    Name,
    Short,
    Parent,
    ParentFrom,
    Levels,
    First,
    Last,
    Aliases,
    Successors,
}

/// <summary>What a line says of a unit; what it leaves open stays as it is.</summary>
/// <param name="Short">Empty: as usual for the name.</param>
/// <param name="Parent">A name; empty: none is said.</param>
/// <param name="ParentFrom">Null: since both are there.</param>
/// <param name="First">Null: since ever.</param>
/// <param name="Last">Null: no end is said.</param>
/// <param name="Successors">Names.</param>
internal sealed record UnitLine(
    int Line,
    UnitKind Kind,
    string Name,
    string Short,
    string Parent,
    DateOnly? ParentFrom,
    SchoolLevels Levels,
    DateOnly? First,
    DateOnly? Last,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Successors
);

/// <summary>A list as it was read, before it is held against the tree.</summary>
/// <param name="Columns">Which of the file's columns (from 1) holds what.</param>
/// <param name="Unused">Headings that mean nothing to us.</param>
/// <param name="Lines">Those without an error.</param>
internal sealed record UnitList(
    IReadOnlyDictionary<UnitColumn, int> Columns,
    IReadOnlyList<string> Unused,
    IReadOnlyList<UnitLine> Lines,
    IReadOnlyList<ListIssue> Issues
);

/// <summary>What is wrong, and where.</summary>
/// <param name="Line">From 1; 0: the file as a whole.</param>
/// <param name="Column">From 1; 0: the line as a whole.</param>
/// <param name="Key">Of the sentence.</param>
/// <param name="Detail">What stands there.</param>
internal sealed record ListIssue(int Line, int Column, string Key, string Detail = "");
