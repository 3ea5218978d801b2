using System.Text;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Judge.Tests;

namespace ArenaWeb.Tests.Rosters.Sheets;

/// <summary>Lists that people take away, as a spreadsheet of theirs opens them.</summary>
public sealed class SheetExportTests
{
    private static readonly SheetExport Marks = new(
        "Kết quả",
        ["SBD", "Họ và tên", "Điểm"],
        [
            ["007", "Trần Thị Ánh", 8.75m],
            ["TS2", "Đỗ; \"Minh\" Đức", 100],
            ["TS3", "", SheetValue.Empty],
        ]
    );

    /// <summary>Acceptance story 4, its second half.</summary>
    [Fact]
    public void A_mark_of_8_comma_75_opens_in_a_Vietnamese_Excel_as_that_number_and_reads_back_as_it()
    {
        var csv = Marks.ToBytes(SheetFormat.Csv);
        Assert.Equal(
            "\uFEFFSBD;Họ và tên;Điểm\r\n007;Trần Thị Ánh;8,75\r\nTS2;\"Đỗ; \"\"Minh\"\" Đức\";100\r\nTS3;;\r\n",
            Encoding.UTF8.GetString(csv)
        );
        Assert.Equal(
            "SBD,Họ và tên,Điểm\r\n007,Trần Thị Ánh,8.75\r\nTS2,\"Đỗ; \"\"Minh\"\" Đức\",100\r\nTS3,,\r\n",
            Encoding.UTF8.GetString(Marks.ToBytes(SheetFormat.MachineCsv))
        );
        var cells = Cells(Marks.ToBytes(SheetFormat.Xlsx));
        Assert.Null(cells["C2"].DataType);
        Assert.Equal("8.75", cells["C2"].CellValue!.Text);
        Assert.Null(cells["C2"].StyleIndex);
        Assert.Equal(("007", CellValues.InlineString), (cells["A2"].InnerText, cells["A2"].DataType!.Value));
        foreach (var format in Enum.GetValues<SheetFormat>())
        {
            Assert.Equal(8.75m, NumberInput.Number(Read(Marks.ToBytes(format))[1].Cells[2]));
        }
    }

    [Fact]
    public void A_workbook_is_as_the_standard_has_it()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Marks.ToBytes(SheetFormat.Xlsx)), isEditable: false);
        var errors = new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken);
        Assert.Empty(errors.Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal("Kết quả", document.WorkbookPart!.Workbook.Descendants<Sheet>().Single().Name!.Value);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+84 90")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    public void A_text_that_looks_like_a_formula_stays_a_text(string text)
    {
        var sheet = new SheetExport(
            "A",
            ["=x"],
            [
                [text],
                [-1],
            ]
        );
        var cells = Cells(sheet.ToBytes(SheetFormat.Xlsx));
        Assert.All(cells.Values, cell => Assert.Null(cell.CellFormula));
        Assert.Equal((text, CellValues.InlineString), (cells["A2"].InnerText, cells["A2"].DataType!.Value));
        Assert.NotEqual(cells["A2"].StyleIndex!.Value, Cells(Marks.ToBytes(SheetFormat.Xlsx))["A2"].StyleIndex!.Value);
        Assert.Equal(["'=x", "'" + text, "-1"], Read(sheet.ToBytes(SheetFormat.Csv)).Select(row => row.Cells[0]));
    }

    [Fact]
    public void Whatever_stands_in_a_list_reads_back_as_it_was() =>
        Prop.ForAll(
                Texts.ArrayOf(3).ArrayOf(4).ToArbitrary(),
                rows =>
                {
                    string[][] all = [.. rows.Select(row => (string[])["x", .. row, "y"])];
                    var sheet = new SheetExport("A", all[0], [.. all[1..].Select(row => (IReadOnlyList<SheetValue>)[.. row])]);
                    Assert.Equal(all, Read(sheet.ToBytes(SheetFormat.Xlsx)).Select(row => row.Cells));
                    Assert.Equal(all.Select(row => row.Select(Marked)), Read(sheet.ToBytes(SheetFormat.Csv)).Select(row => row.Cells));
                }
            )
            .Holds();

    private static Gen<string> Texts =>
        Gen.Elements("Á", "đ", "=", "-", "'", "\"", ";", ",", "\n", "\t", " ", "_x0041_", "_x", "<b>", "&", "\u0001", "😀", "7")
            .ListOf()
            .Select(string.Concat);

    private static string Marked(string cell) => cell is ['=' or '-' or '\t', ..] ? "'" + cell : cell;

    private static IReadOnlyList<SheetRow> Read(byte[] file) => SheetReader.Read(file, new(TextForm.Utf8)).Table!.Rows;

    /// <summary>By their places, such as B2.</summary>
    private static Dictionary<string, Cell> Cells(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return document
            .WorkbookPart!.WorksheetParts.Single()
            .Worksheet.Descendants<Row>()
            .SelectMany((row, at) => row.Elements<Cell>().Select((cell, column) => (Place: $"{(char)('A' + column)}{at + 1}", cell)))
            .ToDictionary(cell => cell.Place, cell => cell.cell);
    }
}
