using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArenaWeb.Rosters.Sheets;

/// <param name="Id">Of the part that holds it.</param>
internal sealed record XlsxSheetName(string Name, string Id, bool IsHidden);

/// <summary>What a workbook says of all its sheets.</summary>
/// <param name="DateStyles">Which of the cell styles, from 0, show a number as a date.</param>
/// <param name="CountsFrom1904">Days are counted as the first Macintosh did (ECMA-376, 18.17.4.1).</param>
internal sealed partial record XlsxContents(IReadOnlyList<XlsxSheetName> Sheets, IReadOnlySet<int> DateStyles, bool CountsFrom1904)
{
    /// <summary>Days between the two systems of counting.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>31 December 9999.</summary>
    private const double LastDay = 2_958_465;

    public static XlsxContents Of(WorkbookPart book)
    {
        var sheets = new List<XlsxSheetName>();
        var from1904 = false;
        using var reader = OpenXmlReader.Create(book);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(Sheet))
            {
                sheets.Add(new(reader.Text("name") ?? "", reader.Text("id") ?? "", reader.Text("state") is not (null or "visible")));
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(WorkbookProperties))
            {
                from1904 = reader.IsTrue("date1904");
            }
        }

        return new(sheets, book.WorkbookStylesPart is { } styles ? DatesOf(styles) : new HashSet<int>(), from1904);
    }

    /// <summary>A number as people would write it: a date as dd/MM/yyyy, anything else with a dot before its decimals.</summary>
    public string Shown(string number, int style)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return number;
        }

        var day = Math.Floor(value) + (CountsFrom1904 ? DaysTo1904 : 0);
        return DateStyles.Contains(style) && day is >= 1 and <= LastDay
                ? DateTime.FromOADate(day).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
            : Math.Abs(value) < 1e15 ? ((decimal)value).ToString(CultureInfo.InvariantCulture)
            : number;
    }

    private static HashSet<int> DatesOf(WorkbookStylesPart styles)
    {
        var formats = new HashSet<int>();
        var dates = new HashSet<int>();
        var (inCells, count) = (false, 0);
        using var reader = OpenXmlReader.Create(styles);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(CellFormats))
            {
                inCells = reader.IsStartElement;
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(NumberingFormat))
            {
                _ = IsDate(reader.Text("formatCode") ?? "") && formats.Add(reader.Number("numFmtId") ?? 0);
            }
            else if (reader.IsStartElement && inCells && reader.ElementType == typeof(CellFormat))
            {
                var format = reader.Number("numFmtId") ?? 0;
                _ = (formats.Contains(format) || IsBuiltInDate(format)) && dates.Add(count);
                count++;
            }
        }

        return dates;
    }

    /// <summary>ECMA-376, 18.8.30; those of East Asia among them.</summary>
    private static bool IsBuiltInDate(int format) => format is >= 14 and <= 17 or 22 or >= 27 and <= 36 or >= 50 and <= 58;

    private static bool IsDate(string format) => DatePattern().IsMatch(QuotedPattern().Replace(format, ""));

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.")]
    private static partial Regex QuotedPattern();

    [GeneratedRegex("[dy]", RegexOptions.IgnoreCase)]
    private static partial Regex DatePattern();
}
