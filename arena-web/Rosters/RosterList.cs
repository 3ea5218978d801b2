using System.Text.RegularExpressions;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;

namespace ArenaWeb.Rosters;

/// <summary>What a person chose about a list; null: it is found out.</summary>
/// <param name="Line">Of the heading.</param>
/// <param name="Columns">What each column holds, null: nothing of use; counts only for a heading of <paramref name="Shape"/>.</param>
internal sealed record RosterChoice(SheetChoice Sheet, int? Line = null, IReadOnlyList<RosterColumn?>? Columns = null, string? Shape = null)
{
    public static readonly RosterChoice None = new(new SheetChoice());
}

/// <summary>A list of people with its heading found: which columns hold what, and which rows are people.</summary>
internal sealed partial record RosterList(RosterKind Kind)
{
    /// <summary>Null: the file is no table.</summary>
    public SheetTable? Table { get; private init; }

    /// <summary>Null: none was found.</summary>
    public RosterHeading? Heading { get; private init; }

    /// <summary>From 1.</summary>
    public IReadOnlyDictionary<RosterColumn, int> Columns { get; private init; } = new Dictionary<RosterColumn, int>();

    public IReadOnlyList<SheetRow> Rows { get; private init; } = [];

    public IReadOnlyList<SheetNote> Notes { get; private init; } = [];

    /// <summary>Empty: its rows can be read.</summary>
    public IReadOnlyList<Issue> Issues { get; private init; } = [];

    /// <summary>Headings of columns that are not read.</summary>
    public IEnumerable<string> Unused => (Heading?.Texts ?? []).Where((text, at) => text.Length > 0 && !Columns.Values.Contains(at + 1));

    /// <summary>What each column holds, as it can be remembered.</summary>
    public IReadOnlyList<RosterColumn?> Meanings =>
        [
            .. (Heading?.Texts ?? []).Select(
                (_, at) => Columns.Where(column => column.Value == at + 1).Select(column => (RosterColumn?)column.Key).FirstOrDefault()
            ),
        ];

    /// <param name="remembered">By the shape of a heading, what somebody chose before.</param>
    public static RosterList Read(
        byte[] file,
        RosterKind kind,
        RosterChoice choice,
        IReadOnlyDictionary<string, IReadOnlyList<RosterColumn?>> remembered
    )
    {
        var (table, refusal) = SheetReader.Read(file, choice.Sheet);
        var list = new RosterList(kind) { Table = table, Notes = table?.Notes ?? [] };
        if (table is null)
        {
            return list with { Issues = [refusal!] };
        }

        if (table.Rows.Count == 0)
        {
            return list with { Issues = [new(0, 0, Flaw.Empty)] };
        }

        if (RosterHeading.Find(table, choice.Line) is not { } heading)
        {
            return list with { Issues = [new(table.Rows[0].Line, 0, Flaw.NoHeading)] };
        }

        var chosen = choice.Shape == heading.Shape ? choice.Columns : remembered.GetValueOrDefault(heading.Shape);
        return (list with { Heading = heading }).WithColumns(chosen).WithRows(isGuessed: chosen is null);
    }

    private RosterList WithColumns(IReadOnlyList<RosterColumn?>? chosen)
    {
        var heading = Heading!;
        var line = Table!.Rows[heading.First].Line;
        var columns = new Dictionary<RosterColumn, int>();
        var issues = new List<Issue>();
        var meanings = chosen is null ? heading.Meanings : chosen.Take(heading.Texts.Count).Select((meaning, at) => (at + 1, meaning));
        foreach (var (column, meaning) in meanings)
        {
            if (meaning is { } known && Kind.Columns.Contains(known) && !columns.TryAdd(known, column))
            {
                issues.Add(new(line, column, Flaw.DoubleColumn, heading.Texts[column - 1]));
            }
        }

        // A list that has the given name alone calls it the name.
        if (!columns.ContainsKey(RosterColumn.Name) && columns.Remove(RosterColumn.Given, out var name))
        {
            columns[RosterColumn.Name] = name;
        }

        issues.AddRange(
            Kind.Needed.Where(column => !columns.ContainsKey(column))
                .Select(column => new Issue(line, 0, Flaw.MissingColumn, column.ToString()))
        );
        return this with { Columns = columns, Issues = issues };
    }

    private RosterList WithRows(bool isGuessed)
    {
        var heading = Heading!;
        var below = Table!.Rows.Skip(heading.First + heading.Rows).ToList();
        var repeated = below.Where((row, at) => IsHeading(row) || at == 0 && IsNumbering(row)).ToList();
        var people = below.Except(repeated).ToList();
        var last = people.FindLastIndex(IsWhole);
        var total = people.FindIndex(last + 1, row => Synonyms.IsTotal(row.Cells.First(cell => !string.IsNullOrWhiteSpace(cell))));
        var totals = total < 0 ? [] : people[total..];
        var list = this with
        {
            Rows = people[..^totals.Count],
            Notes =
            [
                .. Notes,
                .. Note(NoteKind.Titles, Table.Rows.Take(heading.First)),
                .. Note(NoteKind.Repeated, repeated),
                .. Note(NoteKind.Totals, totals),
            ],
        };
        list = isGuessed ? list.WithSplitName() : list;
        return list.Issues.Count > 0 ? list
            : list.Rows.Count == 0 ? list with { Issues = [new(0, 0, Flaw.NoRows)] }
            : list.Rows.Count > SheetLimits.MostPeople
                ? list with
                {
                    Issues = [new(list.Rows[SheetLimits.MostPeople].Line, 0, Flaw.TooManyRows)],
                }
            : list;
    }

    /// <summary>One heading over two columns, the second of which most people have something in: the given name stands apart.</summary>
    private RosterList WithSplitName() =>
        Columns.TryGetValue(RosterColumn.Name, out var name)
        && !Columns.ContainsKey(RosterColumn.Given)
        && name < Heading!.Texts.Count
        && Heading.Texts[name].Length == 0
        && 2 * Rows.Count(row => !string.IsNullOrWhiteSpace(row[name + 1])) > Rows.Count
            ? this with
            {
                Columns = new Dictionary<RosterColumn, int>(Columns) { [RosterColumn.Given] = name + 1 },
            }
            : this;

    private static IEnumerable<SheetNote> Note(NoteKind kind, IEnumerable<SheetRow> rows) =>
        Ranges.Of(rows.Select(row => row.Line)) is { Length: > 0 } lines ? [new(kind, lines)] : [];

    /// <summary>As printed lists repeat it on each page.</summary>
    private bool IsHeading(SheetRow row) =>
        Columns.Count > 1 && Columns.Values.All(column => Folding.Squeeze(row[column]) == Heading!.Texts[column - 1]);

    /// <summary>Printed forms number their columns: (1) (2) (3).</summary>
    private static bool IsNumbering(SheetRow row) =>
        row.Cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) > 2
        && row.Cells.All(cell => string.IsNullOrWhiteSpace(cell) || NumberPattern().IsMatch(cell.Trim()));

    private bool IsWhole(SheetRow row) =>
        Kind.Needed.All(column => !Columns.TryGetValue(column, out var at) || !string.IsNullOrWhiteSpace(row[at]));

    [GeneratedRegex(@"^(?:\(\d{1,2}\)|\d{1,2})$")]
    private static partial Regex NumberPattern();
}
