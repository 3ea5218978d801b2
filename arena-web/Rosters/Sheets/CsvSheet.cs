using CsvHelper;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>A text with separators between its fields, to a table.</summary>
internal static class CsvSheet
{
    private static readonly char[] Separators = [';', ',', '\t'];

    /// <summary>Lines that are looked at to find the separator.</summary>
    private const int Looked = 50;

    /// <exception cref="SheetRefusedException">Its quotes make no sense, or it is too large.</exception>
    public static SheetTable Read(string text, TextForm form)
    {
        if (text.Contains('\0'))
        {
            throw new SheetRefusedException(Flaw.Nul);
        }

        var separator = SeparatorOf(text);
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
        var rows = new SheetRows();
        while (broken is null && reader.Read())
        {
            rows.Add((int)reader.LineNumber, reader.Current.ToArray());
        }

        return broken is { } line ? throw new SheetRefusedException(Flaw.BadQuotes, line) : new(rows.Rows, form) { Separator = separator };
    }

    /// <summary>
    /// The one that stands equally often in most lines: titles have none, and commas of numbers come now and then. Of two such the one that
    /// stands there more often.
    /// </summary>
    private static char SeparatorOf(string text)
    {
        var lines = new List<int[]>();
        var counts = new int[Separators.Length];
        var quoted = false;
        foreach (var sign in text)
        {
            quoted ^= sign == '"';
            if (!quoted && sign is '\r' or '\n')
            {
                lines.Add(counts);
                counts = new int[Separators.Length];
                if (lines.Count == Looked)
                {
                    break;
                }
            }
            else if (!quoted && Array.IndexOf(Separators, sign) is >= 0 and var at)
            {
                counts[at]++;
            }
        }

        lines.Add(counts);
        return Separators.Index().MaxBy(separator => Weight(lines.Select(line => line[separator.Index]))).Item;
    }

    private static (int Lines, int Times) Weight(IEnumerable<int> counts) =>
        counts.Where(count => count > 0).CountBy(count => count).Select(times => (times.Value, times.Key)).DefaultIfEmpty().Max();
}
