using System.Globalization;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;

namespace ArenaWeb.Rosters;

/// <summary>The fields of one row by what they hold. What is wrong with one is put down with its line and column.</summary>
internal sealed class RosterFields(RosterList list, SheetRow row, List<Issue> issues)
{
    private const int MostName = 80;
    private const int MostClass = 20;
    private const int MostShown = 40;
    private readonly int _before = issues.Count;

    public int Line => row.Line;

    /// <summary>Nothing was wrong so far.</summary>
    public bool IsSound => issues.Count == _before;

    /// <summary>Composed and without needless spaces; empty: there is none.</summary>
    public string this[RosterColumn column] => list.Columns.TryGetValue(column, out var at) ? Folding.Squeeze(row[at]) : "";

    public void Check(RosterColumn column, Flaw flaw)
    {
        if (flaw != Flaw.None)
        {
            // A key is shown to nobody, not where it is wrong either.
            var text = column == RosterColumn.Key ? "" : this[column];
            issues.Add(
                new(Line, list.Columns.GetValueOrDefault(column), flaw, text.Length <= MostShown ? text : text[..(MostShown - 1)] + "…")
            );
        }
    }

    /// <summary>The whole name, of one column or two.</summary>
    public string Name()
    {
        Check(RosterColumn.Name, OfName(this[RosterColumn.Name]));
        if (list.Columns.ContainsKey(RosterColumn.Given))
        {
            Check(RosterColumn.Given, OfName(this[RosterColumn.Given]));
        }

        var name = Folding.Squeeze($"{this[RosterColumn.Name]} {this[RosterColumn.Given]}");
        Check(RosterColumn.Name, IsSound && name.Length > MostName ? Flaw.TooLong : Flaw.None);
        return list.Table!.Form == TextForm.Tcvn3 ? Capitalised(name) : name;
    }

    public string Class()
    {
        Check(RosterColumn.Class, OfText(this[RosterColumn.Class], MostClass));
        return this[RosterColumn.Class];
    }

    /// <summary>A number with a comma or a dot before its decimals, and nothing between thousands.</summary>
    /// <returns>Null: the field is empty, or it was put down as wrong.</returns>
    public decimal? Number(RosterColumn column)
    {
        if (this[column].Length == 0)
        {
            return null;
        }

        var number = NumberInput.Number(this[column]);
        Check(column, number is null ? Flaw.BadNumber : Flaw.None);
        return number;
    }

    /// <summary>
    /// What is wrong with free text. It may hold no control signs, no signs that turn the direction of writing, no tags, nothing that a
    /// spreadsheet would take for a formula.
    /// </summary>
    public static Flaw OfText(string text, int most) =>
        text.Length == 0 ? Flaw.Missing
        : text.Length > most ? Flaw.TooLong
        : text[0] is '=' or '+' or '-' or '@' ? Flaw.Formula
        : text[0] == '#' ? Flaw.CellError
        : text.Any(sign =>
            char.IsControl(sign)
            || char.IsSurrogate(sign)
            || sign is '<' or '>'
            || char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        )
            ? Flaw.BadSigns
        : Flaw.None;

    /// <summary>Letters with their marks, and the signs that stand in foreign names.</summary>
    private static Flaw OfName(string name)
    {
        var flaw = OfText(name, MostName);
        return flaw == Flaw.None && !name.All(sign => char.IsLetter(sign) || IsMark(sign) || " .-'’".Contains(sign)) ? Flaw.BadSigns : flaw;
    }

    /// <summary>TCVN3 has no capitals with a tone: people set them in a font of capitals, or not at all.</summary>
    private static string Capitalised(string name) =>
        string.Join(' ', name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static bool IsMark(char sign) => char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;
}
