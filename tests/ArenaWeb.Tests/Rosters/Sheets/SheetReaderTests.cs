using System.Text;
using ArenaWeb.Rosters.Sheets;
using FsCheck;
using FsCheck.Fluent;
using Judge.Tests;

namespace ArenaWeb.Tests.Rosters.Sheets;

/// <summary>Whatever the form of a list, its table is the same; whatever the bytes, there is a table or a refusal.</summary>
public sealed class SheetReaderTests
{
    private static readonly SheetChoice None = new();

    /// <summary>In VN3 no capital has a tone, so the first letters have none.</summary>
    private static readonly string[] Cells =
    [
        "Nguyễn Thị Hồng Ngọc",
        "Đỗ Minh Đức",
        "Trần Ngọc Ân",
        "Hoàng Quốc Khuê",
        "Lưu Phương Quỳnh",
        "Vũ Thuỵ Uyên Nhi",
        "9A1",
        "8,75",
        "8.75",
        "TH, THCS và THPT; cơ sở 2",
        "gọi là \"Tí\"",
        "hai\ndòng",
        "",
        "  ",
        "0012",
    ];

    [Fact]
    public void A_table_is_the_same_in_each_encoding_with_each_separator_and_line_end_and_as_a_workbook() =>
        Prop.ForAll(
                Tables.ToArbitrary(),
                Gen.Elements(Enum.GetValues<TextForm>()).ToArbitrary(),
                Gen.Elements(from separator in ";,\t" from end in (string[])["\r\n", "\n", "\r"] select (separator, end)).ToArbitrary(),
                (rows, form, way) =>
                {
                    var text = string.Concat(rows.Select(row => string.Join(way.separator, row.Select(Quoted)) + way.end));
                    var csv = Read(OldLetters.Bytes(text, form));
                    Assert.Equal((form, way.separator), (csv.Form, csv.Separator));
                    Assert.Equal(rows.Select(Trimmed), csv.Rows.Select(row => row.Cells));

                    var book = Read(new XlsxFile().Add("Lớp 9", rows).ToBytes());
                    Assert.Equal(rows.Select(Trimmed), book.Rows.Select(row => row.Cells));
                    Assert.Equal(Enumerable.Range(1, rows.Length), book.Rows.Select(row => row.Line));
                }
            )
            .Holds();

    [Fact]
    public void Any_bytes_end_in_a_table_or_a_refusal() =>
        Prop.ForAll(Bytes.ToArbitrary(), file => IsOneOfBoth(SheetReader.Read(file, None))).Holds(300);

    [Fact]
    public void Any_damage_to_a_workbook_ends_in_a_table_or_a_refusal()
    {
        var book = new XlsxFile()
            .Share("<t>Họ và tên</t>", "<t>Lớp</t>")
            .AddXml("A", """<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>""")
            .ToBytes();
        Prop.ForAll(
                ArbMap.Default.GeneratorFor<(int At, byte Byte)>().ListOf().ToArbitrary(),
                changes =>
                {
                    var bytes = book.ToArray();
                    foreach (var (at, value) in changes)
                    {
                        bytes[(int)((uint)at % bytes.Length)] = value;
                    }

                    return IsOneOfBoth(SheetReader.Read(bytes, None));
                }
            )
            .Holds(300);
    }

    [Theory]
    [InlineData(nameof(TextForm.Utf8))]
    [InlineData(nameof(TextForm.Tcvn3))]
    [InlineData(nameof(TextForm.Vni))]
    public void Letters_of_old_fonts_are_known_in_Unicode_cells_too(string name)
    {
        var form = Enum.Parse<TextForm>(name);
        var typed = Encoding.Latin1.GetString(OldLetters.Bytes("Nguyễn Thị Hồng", form));
        var shown = form == TextForm.Utf8 ? "Nguyễn Thị Hồng" : typed;
        foreach (
            var file in (byte[][])
                [
                    new XlsxFile()
                        .Add(
                            "A",
                            [
                                [shown],
                            ]
                        )
                        .ToBytes(),
                    Encoding.UTF8.GetBytes(shown),
                ]
        )
        {
            var table = Read(file);
            Assert.Equal((form, "Nguyễn Thị Hồng"), (table.Form, table.Rows[0][1]));
            // What was found, and is sent back with the next step, reads the same.
            Assert.Equal("Nguyễn Thị Hồng", Read(file, new(table.Form)).Rows[0][1]);
        }
    }

    [Theory]
    [InlineData("B\u00B6o Th\u00BEng", "Bảo Thắng")]
    [InlineData("M\u00ADêng Kh\u00AD\u00ACng", "Mường Khương")]
    [InlineData("B\u00B8t X\u00B8t", "Bát Xát")]
    public void TCVN3_reads_as_its_fonts_show_it(string typed, string shown) =>
        Assert.Equal(shown, FontLetters.Read(typed, TextForm.Tcvn3));

    [Theory]
    [InlineData("Xin chaøo caùc baïn", "Xin chào các bạn")]
    [InlineData("Nguyeãn Ñöùc Thònh", "Nguyễn Đức Thịnh")]
    [InlineData("ÑAËNG THÒ NGOÏC AÙNH", "ĐẶNG THỊ NGỌC ÁNH")]
    [InlineData("Lyù Thöôøng Kieät, Myõ Thuaän", "Lý Thường Kiệt, Mỹ Thuận")]
    public void VNI_reads_as_its_fonts_show_it(string typed, string shown) => Assert.Equal(shown, FontLetters.Read(typed, TextForm.Vni));

    [Fact]
    public void A_person_can_choose_another_encoding_than_the_one_that_was_found()
    {
        var file = OldLetters.Bytes("Hà;Lê", TextForm.Vni);
        Assert.Equal("Hà", Read(file, new(TextForm.Vni)).Rows[0][1]);
        Assert.NotEqual("Hà", Read(file, new(TextForm.Tcvn3)).Rows[0][1]);
        Assert.Equal(Flaw.NotUtf8, Refused(file, new(TextForm.Utf8)).Flaw);
    }

    [Fact]
    public void Letters_that_are_Vietnamese_in_no_reading_are_refused_with_their_line() =>
        Assert.Equal(new(2, 0, Flaw.UnknownLetters), Refused([.. "SBD,Ten\nA1,"u8, 0x81, 0x8D, 0x9D, .. "x\n"u8]));

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, nameof(Flaw.OldExcel))]
    [InlineData(new byte[] { 0xFF, 0xFE, 0, 0, 65, 0, 0, 0 }, nameof(Flaw.Utf32))]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 }, nameof(Flaw.NotUtf8))]
    [InlineData(new byte[] { 65, 59, 0, 66, 67, 10 }, nameof(Flaw.Nul))]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, nameof(Flaw.Empty))]
    public void What_is_no_list_is_refused_by_its_kind(byte[] file, string flaw) => Assert.Equal(flaw, Refused(file).Flaw.ToString());

    [Fact]
    public void A_table_wider_or_longer_than_any_list_is_refused_with_its_line()
    {
        Assert.Equal(new(2, 0, Flaw.TooWide), Refused(Encoding.UTF8.GetBytes($"a,b\n{new string(',', SheetLimits.MostColumns)}x")));
        var rows = string.Concat(Enumerable.Repeat("a,b\n", SheetLimits.MostRows + 1));
        Assert.Equal(new(SheetLimits.MostRows + 1, 0, Flaw.TooManyRows), Refused(Encoding.UTF8.GetBytes(rows)));
    }

    /// <summary>A heading and rows that begin with their number, so that none is empty.</summary>
    private static Gen<string[][]> Tables =>
        from rows in (from cells in Gen.Elements(Cells).ArrayOf(3) select cells).NonEmptyListOf()
        select (
            (string[][])
                [
                    ["STT", "Họ và tên", "Lớp", "Trường"],
                    .. rows.Select((cells, at) => (string[])[$"{at + 1}", .. cells]),
                ]
        );

    private static Gen<byte[]> Bytes =>
        from start in Gen.Elements<byte[]>(
            [],
            [0xFF, 0xFE],
            [0xFE, 0xFF],
            [0xEF, 0xBB, 0xBF],
            [.. "PK"u8, 3, 4],
            [.. "a;b\n"u8],
            [.. "\"a"u8]
        )
        from rest in ArbMap.Default.GeneratorFor<byte[]>()
        select ((byte[])[.. start, .. rest]);

    private static bool IsOneOfBoth(SheetReading reading) => reading.Table is null != reading.Refusal is null;

    private static SheetTable Read(byte[] file, SheetChoice? choice = null)
    {
        var (table, refusal) = SheetReader.Read(file, choice ?? None);
        Assert.Null(refusal);
        return table!;
    }

    private static Issue Refused(byte[] file, SheetChoice? choice = null) =>
        Assert.IsType<Issue>(SheetReader.Read(file, choice ?? None).Refusal);

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(";,\t\"\n") ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;

    private static string[] Trimmed(string[] cells) => cells[..(Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1)];
}
