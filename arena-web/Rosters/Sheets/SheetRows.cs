namespace ArenaWeb.Rosters.Sheets;

/// <summary>Gathers the rows of a table within the limits; rows without any text are left out.</summary>
internal sealed class SheetRows
{
    private readonly List<SheetRow> _rows = [];
    private long _letters;

    public IReadOnlyList<SheetRow> Rows => _rows;

    /// <exception cref="SheetRefusedException">The table is larger than any list.</exception>
    public void Add(int line, string[] cells)
    {
        var used = Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1;
        if (used == 0)
        {
            return;
        }

        _letters += cells.Sum(cell => (long)cell.Length);
        if (used > SheetLimits.MostColumns)
        {
            throw new SheetRefusedException(Flaw.TooWide, line);
        }

        if (_rows.Count == SheetLimits.MostRows)
        {
            throw new SheetRefusedException(Flaw.TooManyRows, line);
        }

        if (_letters > SheetLimits.MostLetters)
        {
            throw new SheetRefusedException(Flaw.TooLarge, line);
        }

        _rows.Add(new(line, cells[..used]));
    }
}
