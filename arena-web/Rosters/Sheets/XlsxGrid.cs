using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>The cells of one sheet that can be seen. Of a formula the value counts that was saved beside it.</summary>
internal sealed class XlsxGrid
{
    private readonly SheetRows _rows = new();
    private readonly IReadOnlyList<string> _strings;
    private readonly XlsxContents _contents;
    private readonly SortedSet<int> _hiddenColumns = [];
    private readonly List<int> _hiddenRows = [];
    private readonly List<string> _cells = [];
    private string? _firstFormula;
    private int _formulas;
    private int _line;
    private int _column;

    private XlsxGrid(IReadOnlyList<string> strings, XlsxContents contents) => (_strings, _contents) = (strings, contents);

    public IReadOnlyList<SheetRow> Rows => _rows.Rows;

    public IReadOnlyList<SheetNote> Notes { get; private set; } = [];

    public static XlsxGrid Of(WorksheetPart part, IReadOnlyList<string> strings, XlsxContents contents)
    {
        var grid = new XlsxGrid(strings, contents);
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Column) && reader.IsTrue("hidden"))
            {
                grid.Hide(reader.Number("min") ?? 0, reader.Number("max") ?? 0);
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(Row))
            {
                grid.ReadRow(reader);
            }
        }

        grid.Notes = [.. grid.NotesOf()];
        return grid;
    }

    private void Hide(int first, int last)
    {
        for (var column = Math.Max(first, 1); column <= Math.Min(last, SheetLimits.MostColumns); column++)
        {
            _hiddenColumns.Add(column);
        }
    }

    private void ReadRow(OpenXmlReader reader)
    {
        _line = reader.Number("r") ?? _line + 1;
        var isHidden = reader.IsTrue("hidden");
        _cells.Clear();
        _column = 0;
        while (reader.Read() && !(reader.IsEndElement && reader.ElementType == typeof(Row)))
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Cell))
            {
                ReadCell(reader);
            }
        }

        if (isHidden && _cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
        {
            _hiddenRows.Add(_line);
        }
        else if (!isHidden)
        {
            _rows.Add(_line, [.. _cells]);
        }
    }

    private void ReadCell(OpenXmlReader reader)
    {
        var place = reader.Text("r");
        _column = XlsxReading.ColumnOf(place) ?? _column + 1;
        var (type, style) = (reader.Text("t"), reader.Number("s") ?? 0);
        var (value, hasFormula) = ("", false);
        while (reader.Read() && !(reader.IsEndElement && reader.ElementType == typeof(Cell)))
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(CellFormula))
            {
                hasFormula = true;
            }
            else if (reader.ElementType == typeof(CellValue))
            {
                value = Shown(reader.GetText(), type, style);
            }
            else if (reader.ElementType == typeof(InlineString))
            {
                value = XlsxStrings.Read(reader, typeof(InlineString));
            }
        }

        if (value.Length == 0 || _hiddenColumns.Contains(_column))
        {
            return;
        }

        if (_column > SheetLimits.MostColumns || _column <= _cells.Count)
        {
            throw new SheetRefusedException(_column > SheetLimits.MostColumns ? Flaw.TooWide : Flaw.Damaged, _line);
        }

        if (hasFormula)
        {
            _formulas++;
            _firstFormula ??= place ?? "";
        }

        _cells.AddRange(Enumerable.Repeat("", _column - 1 - _cells.Count));
        _cells.Add(value);
    }

    /// <summary>A value by the type of its cell (ECMA-376, 18.18.11).</summary>
    private string Shown(string value, string? type, int style) =>
        type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _strings.Count
                ? _strings[at]
                : throw new SheetRefusedException(Flaw.Damaged, _line),
            "str" or "inlineStr" => XlsxReading.Unescape(value),
            "b" or "e" => value,
            "d" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
                : value,
            _ => _contents.Shown(value.Trim(), style),
        };

    private IEnumerable<SheetNote> NotesOf()
    {
        if (_hiddenRows.Count > 0)
        {
            yield return new(NoteKind.HiddenRows, Ranges.Of(_hiddenRows));
        }

        if (_hiddenColumns.Count > 0)
        {
            yield return new(NoteKind.HiddenColumns, Ranges.Of(_hiddenColumns));
        }

        if (_formulas > 0)
        {
            yield return new(NoteKind.Formulas, FormattableString.Invariant($"{_formulas} ({_firstFormula})"));
        }
    }
}
