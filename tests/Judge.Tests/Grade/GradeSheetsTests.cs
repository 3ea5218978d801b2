using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Judge.Grade;
using static Judge.Tests.Grade.Gradings;

namespace Judge.Tests.Grade;

public sealed class GradeSheetsTests
{
    [Fact]
    public void The_spreadsheet_is_valid_and_holds_numbers_as_numbers_and_names_as_texts()
    {
        using var bytes = new MemoryStream();
        GradeSheets.Write(Table(evil: "=cmd|'/c calc'!A0\u0001"), Sentences.InVietnamese, bytes);
        bytes.Position = 0;
        using var book = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(error => error.Description));

        var sheets = book.WorkbookPart!.WorksheetParts.ToList();
        Assert.Equal(["Bảng điểm", "Chi tiết"], book.WorkbookPart.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        var first = sheets[0].Worksheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ToList();
        Assert.Equal(["1", "=cmd|'/c calc'!A0", "2", "5", "7", "1"], first.Select(cell => cell.InnerText));
        Assert.Equal(CellValues.InlineString, first[1].DataType!.Value);
        Assert.Null(first[2].DataType);
        Assert.Empty(sheets.SelectMany(sheet => sheet.Worksheet.Descendants<CellFormula>()));
    }

    [Fact]
    public void A_name_keeps_all_its_letters_and_nothing_in_it_is_read_as_an_escape()
    {
        using var bytes = new MemoryStream();
        GradeSheets.Write(Table(evil: " 𡨸喃 _x0041_ 🎓\ud800"), Sentences.InVietnamese, bytes);
        bytes.Position = 0;
        using var book = SpreadsheetDocument.Open(bytes, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(error => error.Description));
        var name = book.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Row>().ElementAt(1).Elements<Cell>().ElementAt(1);
        Assert.Equal(" 𡨸喃 _x005F_x0041_ 🎓\ufffd", name.InnerText);
    }

    [Fact]
    public void The_same_table_gives_the_same_bytes()
    {
        using MemoryStream one = new(),
            two = new();
        GradeSheets.Write(Table(), Sentences.InVietnamese, one);
        GradeSheets.Write(Table(), Sentences.InVietnamese, two);
        Assert.Equal(one.ToArray(), two.ToArray());
    }
}
