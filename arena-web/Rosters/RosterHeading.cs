using System.Security.Cryptography;
using System.Text;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;

namespace ArenaWeb.Rosters;

/// <summary>The row, or two rows, that say what the columns hold.</summary>
/// <param name="First">Its place among the table's rows, from 0.</param>
/// <param name="Rows">1 or 2.</param>
/// <param name="Texts">What stands above each column, empty above the others.</param>
internal sealed record RosterHeading(int First, int Rows, IReadOnlyList<string> Texts)
{
    /// <summary>Names lists with these columns, whatever stands in them: lists of one source are alike.</summary>
    public string Shape =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', Texts.Select(Folding.Plain)))))[..32];

    /// <summary>Which column means what, by its words; a second of the same meaning among them.</summary>
    public IEnumerable<(int Column, RosterColumn? Meaning)> Meanings => Texts.Select((text, at) => (at + 1, Synonyms.Of(text)));

    private int Known => Meanings.Select(pair => pair.Meaning).OfType<RosterColumn>().Distinct().Count();

    /// <summary>
    /// The row with the most words that we know, the upper one of equals. Two rows only where the lower one adds a meaning.
    /// </summary>
    /// <param name="line">What the person chose; null: it is found.</param>
    /// <returns>Null: none of the first rows has any.</returns>
    public static RosterHeading? Find(SheetTable table, int? line)
    {
        var places = Enumerable.Range(0, Math.Min(table.Rows.Count, SheetLimits.MostHeadingRows)).ToList();
        if (line is not null && places.FindIndex(at => table.Rows[at].Line == line) is >= 0 and var chosen)
        {
            return At(table, chosen);
        }

        return places.Select(at => At(table, at)).Where(heading => heading.Known > 0).MaxBy(heading => heading.Known);
    }

    private static RosterHeading At(SheetTable table, int place)
    {
        var width = table.Rows.Max(row => row.Cells.Length);
        var upper = table.Rows[place];
        var one = new RosterHeading(place, 1, [.. Enumerable.Range(1, width).Select(column => Folding.Squeeze(upper[column]))]);
        if (place + 1 == table.Rows.Count)
        {
            return one;
        }

        var lower = table.Rows[place + 1];
        var two = new RosterHeading(
            place,
            2,
            [.. one.Texts.Select((text, at) => Folding.Squeeze(lower[at + 1]) is { Length: > 0 } below ? below : text)]
        );
        // A title above a heading adds nothing to it: then the lower row alone is the heading.
        return two.Known > one.Known && one.Known > 0 && two.Known > At(lower).Known ? two : one;

        RosterHeading At(SheetRow row) => new(place + 1, 1, [.. row.Cells]);
    }
}
