using CsvHelper;

namespace ArenaWeb.Registration;

/// <summary>A CSV list of pupils to what it says and what is wrong with it. Pure: nothing is stored, whatever comes in.</summary>
internal static class RosterReader
{
    private static readonly char[] Separators = [';', ',', '\t'];

    /// <summary>More are of no use to anybody: the file needs another look as a whole.</summary>
    private const int MostIssues = 200;

    /// <param name="known">Numbers (SBD) that the contest has already.</param>
    public static Roster Read(ReadOnlySpan<byte> file, IReadOnlySet<string> known)
    {
        var (text, refusal) = RosterText.Decode(file);
        if (refusal is not null)
        {
            return refusal;
        }

        var separator = SeparatorOf(text);
        var (lines, broken) = Split(text, separator);
        if (broken is not null)
        {
            return Roster.Refused(Flaw.BadQuotes, broken.Value);
        }

        var (columns, unused, issues) = RosterHeading.Read(lines[0].Fields, lines[0].Number);
        if (issues.Count > 0)
        {
            return new(separator, columns, unused, [], issues);
        }

        var rows = lines[1..];
        if (rows.Count == 0)
        {
            return new(separator, columns, unused, [], [new(0, 0, Flaw.NoRows)]);
        }

        if (rows.Count > Roster.MostRows)
        {
            return new(separator, columns, unused, [], [new(rows[Roster.MostRows].Number, 0, Flaw.TooManyRows)]);
        }

        var entries = rows.Select(row => RosterRow.Read(row.Number, row.Fields, columns, issues)).OfType<RosterEntry>().ToList();
        entries = RosterClashes.Remove(entries, known, columns, issues);
        return new(
            separator,
            columns,
            unused,
            entries,
            [.. issues.OrderBy(issue => issue.Line).ThenBy(issue => issue.Column).Take(MostIssues)]
        );
    }

    /// <summary>The separator that the first line has most of, outside quotes.</summary>
    public static char SeparatorOf(string text)
    {
        var quoted = false;
        var counts = new int[Separators.Length];
        foreach (var sign in text.TrimStart('\r', '\n').TakeWhile(sign => quoted || sign is not ('\r' or '\n')))
        {
            if (sign == '"')
            {
                quoted = !quoted;
            }

            var at = quoted ? -1 : Array.IndexOf(Separators, sign);
            if (at >= 0)
            {
                counts[at]++;
            }
        }
        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    /// <summary>Records with anything in them, each by its first line; or the line at which the quotes stop making sense.</summary>
    public static (List<(int Number, string[] Fields)> Lines, int? Broken) Split(string text, char separator)
    {
        var broken = (int?)null;
        using var reader = CsvReader.FromText(
            text,
            new()
            {
                Separator = separator,
                HasHeader = false,
                TrackLineNumbers = true,
                OnMalformedRecord = bad => broken ??= (int)bad.LineNumber,
            }
        );
        var lines = new List<(int, string[])>();
        while (broken is null && reader.Read())
        {
            var fields = reader.Current.ToArray();
            if (fields.Any(field => !string.IsNullOrWhiteSpace(field)))
            {
                lines.Add(((int)reader.LineNumber, fields));
            }
        }
        return (lines, broken);
    }
}
