using System.IO.Compression;
using ArenaWeb.Rosters.Sheets;

namespace ArenaWeb.Tests.Rosters.Sheets;

/// <summary>Workbooks as school software and people make them, and as nobody honest does.</summary>
public sealed class XlsxSheetTests
{
    private static readonly string[][] People =
    [
        ["Họ và tên", "Lớp"],
        ["Lê Văn An", "9A1"],
    ];

    [Fact]
    public void What_is_hidden_is_not_read_and_said_so()
    {
        var table = Read(
            new XlsxFile()
                .Add(
                    "Mật",
                    [
                        ["Mã PIN"],
                    ],
                    "hidden"
                )
                .Add(
                    "Rất mật",
                    [
                        ["Mã PIN"],
                    ],
                    "veryHidden"
                )
                .AddXml(
                    "Lớp 9",
                    $"<row r=\"1\">{XlsxFile.Text("A")}{XlsxFile.Text("B")}{XlsxFile.Text("C")}</row>"
                        + $"<row r=\"3\" hidden=\"1\">{XlsxFile.Text("ẩn")}</row><row r=\"4\" hidden=\"true\"/>"
                        + $"<row r=\"7\">{XlsxFile.Text("D")}{XlsxFile.Text("E")}{XlsxFile.Text("F")}</row>",
                    before: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
                )
        );
        Assert.Equal(
            [
                ["A", "", "C"],
                ["D", "", "F"],
            ],
            table.Rows.Select(row => row.Cells)
        );
        Assert.Equal([1, 7], table.Rows.Select(row => row.Line));
        Assert.Equal(("Lớp 9", 1), (table.Sheet, table.Sheets.Count));
        Assert.Equal(
            [new(NoteKind.HiddenSheets, "Mật, Rất mật"), new(NoteKind.HiddenRows, "3"), new(NoteKind.HiddenColumns, "2")],
            table.Notes
        );
    }

    [Fact]
    public void Of_several_sheets_the_first_with_anything_in_it_is_read_or_the_chosen_one()
    {
        var book = new XlsxFile()
            .Add("Bìa", [])
            .Add(
                "9A",
                [
                    ["An"],
                ]
            )
            .Add(
                "9B",
                [
                    ["Bình"],
                ]
            );
        Assert.Equal("An", Read(book).Rows[0][1]);
        Assert.Equal("Bình", Read(book, new(Sheet: "9B")).Rows[0][1]);
        Assert.Equal("An", Read(book, new(Sheet: "không có")).Rows[0][1]);
        Assert.Equal(["Bìa", "9A", "9B"], Read(book).Sheets);
    }

    [Fact]
    public void Of_a_formula_the_saved_value_is_taken_and_said_so_and_nothing_is_computed()
    {
        var table = Read(
            new XlsxFile().AddXml(
                "A",
                """<row><c r="A1" t="str"><f>A2&amp;A3</f><v>Lê An</v></c>"""
                    + """<c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>WEBSERVICE("http://x")</f></c>"""
                    + """<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>"""
            )
        );
        Assert.Equal(["Lê An", "2", "", "#DIV/0!"], table.Rows[0].Cells);
        Assert.Equal(new(NoteKind.Formulas, "3 (A1)"), Assert.Single(table.Notes));
    }

    [Theory]
    [InlineData("""<c s="1"><v>40246</v></c>""", "09/03/2010")]
    [InlineData("""<c s="1"><v>40246.75</v></c>""", "09/03/2010")]
    [InlineData("""<c s="0"><v>40246</v></c>""", "40246")]
    [InlineData("""<c t="d"><v>2010-03-09T00:00:00</v></c>""", "09/03/2010")]
    [InlineData("""<c><v>8.75</v></c>""", "8.75")]
    [InlineData("""<c><v>0.30000000000000004</v></c>""", "0.3")]
    [InlineData("""<c><v>7.9123456789E9</v></c>""", "7912345678.9")]
    [InlineData("""<c t="b"><v>1</v></c>""", "1")]
    [InlineData("""<c t="inlineStr"><is><r><t>Lê </t></r><r><t>An</t></r><rPh sb="0" eb="1"><t>le</t></rPh></is></c>""", "Lê An")]
    [InlineData("""<c t="inlineStr"><is><t>a_x0041_b_x005F_c</t></is></c>""", "aAb_c")]
    [InlineData("""<c t="s"><v>1</v></c>""", "Đức")]
    public void A_cell_reads_as_a_person_would_write_it(string cell, string text) =>
        Assert.Equal(text, Read(new XlsxFile().Share("<t>Lê</t>", "<t>Đức</t>").AddXml("A", $"<row>{cell}</row>")).Rows[0][1]);

    [Fact]
    public void Days_may_be_counted_as_the_first_Macintosh_did() =>
        Assert.Equal(
            "09/03/2010",
            Read(new XlsxFile { CountsFrom1904 = true }.AddXml("A", """<row><c s="1"><v>38784</v></c></row>""")).Rows[0][1]
        );

    [Fact]
    public void A_workbook_with_macros_is_refused_with_the_cure() =>
        Assert.Equal(Flaw.Macros, Refused(new XlsxFile().Add("A", People).WithMacros()));

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        Assert.Equal(
            Flaw.TooLarge,
            Refused(new XlsxFile().Add("A", People).Put("xl/media/a.png", new byte[SheetLimits.MostUnpackedBytes + 1]))
        );
        var parts = new XlsxFile().Add("A", People);
        foreach (var part in Enumerable.Range(0, SheetLimits.MostParts))
        {
            parts.Put($"xl/media/{part}.png", []);
        }

        Assert.Equal(Flaw.TooLarge, Refused(parts));
    }

    [Fact]
    public void A_million_rows_are_refused_at_the_first_that_is_too_many()
    {
        var file = new XlsxFile().AddXml("A", string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 1_000_000)));
        var refusal = SheetReader.Read(file.ToBytes(), new()).Refusal;
        Assert.Equal(new(SheetLimits.MostRows + 1, 0, Flaw.TooManyRows), refusal);
    }

    [Fact]
    public void A_text_that_stands_once_in_the_file_and_in_every_cell_is_counted_each_time()
    {
        var cells = string.Concat(Enumerable.Repeat("<row><c t=\"s\"><v>0</v></c></row>", 1000));
        Assert.Equal(Flaw.TooLarge, Refused(new XlsxFile().Share($"<t>{new string('a', 20_000)}</t>").AddXml("A", cells)));
    }

    [Theory]
    [InlineData(
        """<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/group">]><worksheet xmlns="M"><sheetData><row><c><v>&b;</v></c></row></sheetData>"""
            + "</worksheet>"
    )]
    [InlineData(
        """<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]><worksheet xmlns="M"><sheetData><row><c><v>&c;</v></c></row></sheetData>"""
            + "</worksheet>"
    )]
    [InlineData("""<worksheet xmlns="M"><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>""")]
    [InlineData("""<worksheet xmlns="M"><sheetData><row><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>""")]
    [InlineData("""<worksheet xmlns="M"><sheetData><row>""")]
    public void A_part_that_is_not_as_it_should_be_makes_the_file_damaged(string xml) =>
        Assert.Equal(
            Flaw.Damaged,
            Refused(new XlsxFile().AddRaw("A", xml.Replace("\"M\"", "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")))
        );

    [Fact]
    public void A_far_away_column_is_too_wide() =>
        Assert.Equal(Flaw.TooWide, Refused(new XlsxFile().AddXml("A", """<row><c r="XFD1"><v>1</v></c></row>""")));

    [Fact]
    public void A_zip_of_anything_else_is_damaged()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("a.txt");
        }

        Assert.Equal(Flaw.Damaged, SheetReader.Read(stream.ToArray(), new()).Refusal?.Flaw);
    }

    private static SheetTable Read(XlsxFile file, SheetChoice? choice = null)
    {
        var (table, refusal) = SheetReader.Read(file.ToBytes(), choice ?? new());
        Assert.Null(refusal);
        return table!;
    }

    private static Flaw Refused(XlsxFile file) => Assert.IsType<Issue>(SheetReader.Read(file.ToBytes(), new()).Refusal).Flaw;
}
