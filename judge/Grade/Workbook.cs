using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;

namespace Judge.Grade;

/// <summary>
/// A spreadsheet as an XLSX file: sheets of texts and numbers with a bold first row that stays in view. Texts are stored as texts, so that
/// nothing in a name is ever taken for a formula.
/// </summary>
internal sealed partial class Workbook
{
    private const uint Bold = 1;
    private const uint Number = 2;

    /// <summary>First of the numbers for formats that are not built in.</summary>
    private const uint UpToTwoPlaces = 164;

    private readonly List<(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<int> Widths)> _sheets = [];

    /// <param name="name">1 to 31 characters, none of <c>[]:*?/\</c>.</param>
    /// <param name="rows">Cells are texts, decimals or integers; null leaves a cell empty. The first row is the head.</param>
    /// <param name="widths">Of the columns, in characters.</param>
    public void Add(string name, IReadOnlyList<IReadOnlyList<object?>> rows, IReadOnlyList<int> widths) =>
        _sheets.Add((name, rows, widths));

    /// <summary>The same sheets give the same bytes.</summary>
    /// <param name="to">Can be read and sought in.</param>
    public void Write(Stream to)
    {
        using (var document = SpreadsheetDocument.Create(to, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "book");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var list = new Sheets.Sheets();
            foreach (var (name, rows, widths) in _sheets)
            {
                var number = (uint)list.ChildElements.Count + 1;
                var id = string.Create(CultureInfo.InvariantCulture, $"sheet{number}");
                book.AddNewPart<WorksheetPart>(id).Worksheet = new(View(), Columns(widths), Data(rows));
                list.Append(
                    new Sheets.Sheet
                    {
                        Name = name,
                        SheetId = number,
                        Id = id,
                    }
                );
            }

            book.Workbook = new(list);
        }

        using var zip = new ZipArchive(to, ZipArchiveMode.Update, leaveOpen: true);
        foreach (var entry in zip.Entries)
        {
            entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        }
    }

    private static Sheets.Stylesheet Styles() =>
        new(
            new Sheets.NumberingFormats(new Sheets.NumberingFormat { NumberFormatId = UpToTwoPlaces, FormatCode = "0.##" }),
            new Sheets.Fonts(Font(), Font(new Sheets.Bold())),
            new Sheets.Fills(Fill(Sheets.PatternValues.None), Fill(Sheets.PatternValues.Gray125)),
            new Sheets.Borders(new Sheets.Border()),
            new Sheets.CellStyleFormats(new Sheets.CellFormat()),
            new Sheets.CellFormats(
                new Sheets.CellFormat(),
                new Sheets.CellFormat { FontId = 1, ApplyFont = true },
                new Sheets.CellFormat { NumberFormatId = UpToTwoPlaces, ApplyNumberFormat = true }
            )
        );

    private static Sheets.Font Font(params OpenXmlElement[] more) =>
        new([.. more, new Sheets.FontSize { Val = 11 }, new Sheets.FontName { Val = "Calibri" }]);

    private static Sheets.Fill Fill(Sheets.PatternValues pattern) => new(new Sheets.PatternFill { PatternType = pattern });

    private static Sheets.SheetViews View() =>
        new(
            new Sheets.SheetView(
                new Sheets.Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = Sheets.PaneValues.BottomLeft,
                    State = Sheets.PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
            }
        );

    private static Sheets.Columns Columns(IReadOnlyList<int> widths) =>
        new(
            widths.Select(
                (width, at) =>
                    new Sheets.Column
                    {
                        Min = (uint)at + 1,
                        Max = (uint)at + 1,
                        Width = width,
                        CustomWidth = true,
                    }
            )
        );

    private static Sheets.SheetData Data(IReadOnlyList<IReadOnlyList<object?>> rows) =>
        new(rows.Select((row, at) => new Sheets.Row(row.Select(cell => Cell(cell, isHead: at == 0)))));

    private static Sheets.Cell Cell(object? value, bool isHead) =>
        value switch
        {
            null => new(),
            string text => new(new Sheets.InlineString(new Sheets.Text(Legal(text)) { Space = SpaceProcessingModeValues.Preserve }))
            {
                DataType = Sheets.CellValues.InlineString,
                StyleIndex = isHead ? Bold : null,
            },
            decimal number => Numeric(number.ToString("0.############", CultureInfo.InvariantCulture)),
            _ => Numeric(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        };

    /// <summary>
    /// Without what XML cannot hold; what looks like the escape of a character (<c>_x0041_</c>; ECMA-376, 22.9.2.19) stays as it is read.
    /// </summary>
    private static string Legal(string text) =>
        EscapePattern()
            .Replace(string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))), "_x005F_");

    private static Sheets.Cell Numeric(string text) => new(new Sheets.CellValue(text)) { StyleIndex = Number };

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapePattern();
}
