using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>
/// A list as a workbook (ECMA-376) of one sheet. Numbers are numbers and show as the reader's Excel writes them; texts stay texts, also
/// 007, and also what looks like a formula.
/// </summary>
internal static partial class XlsxExport
{
    private const uint HeadingStyle = 1;
    private const uint TextStyle = 2;

    /// <summary>A text behind the apostrophe that people type before what is no formula.</summary>
    private const uint QuotedStyle = 3;

    /// <summary>The built-in format of texts (ECMA-376, 18.8.30).</summary>
    private const uint TextFormat = 49;

    private const int LeastWidth = 6;
    private const int MostWidth = 48;

    public static byte[] Write(SheetExport sheet)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var part = book.AddNewPart<WorksheetPart>();
            Write(part, sheet);
            book.Workbook = new(
                new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                    new Sheet
                    {
                        Name = sheet.Name,
                        SheetId = 1,
                        Id = book.GetIdOfPart(part),
                    }
                )
            );
        }

        return stream.ToArray();
    }

    private static void Write(WorksheetPart part, SheetExport sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(HeadingStays()) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Heading.Select((_, at) => Width(sheet, at))));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(sheet.Heading.Select(text => TextCell(text, HeadingStyle))));
        foreach (var row in sheet.Rows)
        {
            writer.WriteElement(new Row(row.Select(CellOf)));
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Pane HeadingStays() =>
        new()
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        };

    private static Column Width(SheetExport sheet, int at)
    {
        var longest = sheet.Rows.Select(row => row[at].Text?.Length ?? 0).Append(sheet.Heading[at].Length).Max();
        return new()
        {
            Min = (uint)at + 1,
            Max = (uint)at + 1,
            Width = Math.Clamp(longest + 2, LeastWidth, MostWidth),
            CustomWidth = true,
        };
    }

    private static Cell CellOf(SheetValue value) =>
        value.Text is null ? new Cell(new CellValue(value.Number.ToString(CultureInfo.InvariantCulture)))
        : value.Text.Length == 0 ? new Cell()
        : TextCell(value.Text, value.Text[0] is '=' or '+' or '-' or '@' ? QuotedStyle : TextStyle);

    private static Cell TextCell(string text, uint style) =>
        new(new InlineString(new Text(Escape(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };

    /// <summary>The way back of <see cref="XlsxReading.Unescape"/>; half a surrogate pair is no sign.</summary>
    private static string Escape(string text) =>
        string.Concat(
            EscapePattern()
                .Replace(text, "_x005F_x$1_")
                .EnumerateRunes()
                .Select(sign =>
                    sign.IsBmp && !XmlConvert.IsXmlChar((char)sign.Value)
                        ? string.Create(CultureInfo.InvariantCulture, $"_x{sign.Value:X4}_")
                        : sign.ToString()
                )
        );

    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
                new CellFormat
                {
                    NumberFormatId = TextFormat,
                    ApplyNumberFormat = true,
                    QuotePrefix = true,
                }
            )
        );

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex EscapePattern();
}
