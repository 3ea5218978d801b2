using ArenaWeb.Registration;
using ArenaWeb.Schools.Import;

namespace ArenaWeb.Schools;

/// <summary>A file that somebody chose to its rows: the one place that knows how files are read.</summary>
internal static class UnitFile
{
    public const int MostBytes = Roster.MostBytes;

    /// <returns>The rows, or what is wrong with the file as a whole.</returns>
    public static (IReadOnlyList<ListRow> Rows, ListIssue? Refusal) Read(byte[] file)
    {
        var (text, refusal) = RosterText.Decode(file);
        if (refusal is { Issues: [var issue] })
        {
            return ([], new(issue.Line, 0, $"registration.flaw.{issue.Flaw}"));
        }

        var (lines, broken) = RosterReader.Split(text, RosterReader.SeparatorOf(text));
        return broken is { } line ? ([], new(line, 0, $"registration.flaw.{Flaw.BadQuotes}"))
            : lines.Count > Roster.MostRows ? ([], new(lines[Roster.MostRows].Number, 0, "schools.list.TooManyRows"))
            : ([.. lines.Select(row => new ListRow(row.Number, row.Fields))], null);
    }
}
