using System.Text;
using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;

namespace ArenaWeb.Tests.Rosters;

/// <summary>Finding the heading and the people of lists as school software and people make them.</summary>
public sealed class RosterListTests
{
    private const string Export = """
        SỞ GIÁO DỤC VÀ ĐÀO TẠO;;;;;
        TRƯỜNG THCS BÀN CỜ;;;;;
        DANH SÁCH HỌC SINH, KHỐI 9;;;;;
        ;;;;;
        STT;Họ và tên;;Ngày sinh;Giới tính;Lớp
        (1);(2);;(3);(4);(5)
        1;Lê Văn;An;09/03/2011;Nam;9A1
        2;Trần Thị;Ánh;1/12/11;Nữ;9A1
        STT;Họ và tên;;Ngày sinh;Giới tính;Lớp
        3;Đỗ Minh;Đức;2011;Nam;9A2
        Tổng cộng: 3 học sinh;;;;;
        ;;;TP.HCM, ngày 9 tháng 3 năm 2026;;
        ;;;Hiệu trưởng;;
        """;

    [Fact]
    public void Titles_repeated_headings_numbered_columns_and_totals_are_passed_over_and_said_so()
    {
        var list = Lists.Read(Export);
        Assert.Equal([7, 8, 10], list.Rows.Select(row => row.Line));
        Assert.Equal([new(NoteKind.Titles, "1–3"), new(NoteKind.Repeated, "6, 9"), new(NoteKind.Totals, "11–13")], list.Notes);
        Assert.Equal(["STT", "Giới tính"], list.Unused);
        Assert.Equal(["Lê Văn An", "Trần Thị Ánh", "Đỗ Minh Đức"], Lists.Pupils(list).Lines.Select(line => line.Name));
    }

    [Theory]
    [InlineData("Họ và tên (*);Lớp", "Name 1, Class 2")]
    [InlineData("HỌ VÀ TÊN HỌC SINH;LỚP HỌC", "Name 1, Class 2")]
    [InlineData("ho ten;lop;nam sinh;khoi", "Name 1, Class 2, Birth 3, Grade 4")]
    [InlineData("Họ đệm;Tên;Lớp;Mã định danh Bộ GD&ĐT", "Name 1, Given 2, Class 3, Key 4")]
    [InlineData("Tên;Lớp", "Name 1, Class 2")]
    [InlineData("STT;Họ và tên;Lớp;Số CCCD;Điện thoại;Địa chỉ", "Name 2, Class 3")]
    public void Columns_are_known_by_their_usual_names_and_what_may_not_be_asked_is_not_read(string heading, string columns)
    {
        var list = Lists.Read($"{heading}\nAn;9A");
        Assert.Equal(columns, string.Join(", ", list.Columns.OrderBy(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}")));
    }

    [Fact]
    public void A_heading_of_two_rows_is_one()
    {
        var list = Lists.Read("Danh sách\nSTT;Họ và tên;;Lớp;Sinh\n;Họ đệm;Tên;;Ngày sinh\n1;Lê Văn;An;9A1;1/2/2011");
        Assert.Equal((1, 2), (list.Heading!.First, list.Heading.Rows));
        Assert.Equal("Lê Văn An", Assert.Single(Lists.Pupils(list).Lines).Name);
    }

    [Fact]
    public void A_pupil_whose_name_begins_like_a_total_is_a_pupil()
    {
        var list = Lists.Read("Họ và tên;Lớp\nTống Văn Công;9A1\nTổng Thị Cộng;\n");
        Assert.Equal(2, list.Rows.Count);
        var issues = new List<Issue>();
        PupilLine.ReadAll(list, issues);
        Assert.Equal([new(3, 2, Flaw.Missing)], issues);
    }

    [Fact]
    public void A_total_in_the_middle_is_no_end()
    {
        var list = Lists.Read("Họ và tên;Lớp\nLê An;9A1\nTổng số: 1;\nLê Bình;9A2\nTổng số: 1;");
        Assert.Equal([2, 3, 4], list.Rows.Select(row => row.Line));
    }

    [Fact]
    public void The_heading_stands_among_the_first_fifteen_rows()
    {
        string Below(int titles) => string.Concat(Enumerable.Repeat("tiêu đề\n", titles)) + "Họ và tên;Lớp\nLê An;9A1";
        Assert.Empty(Lists.Read(Below(SheetLimits.MostHeadingRows - 1)).Issues);
        Assert.Equal(Flaw.NoHeading, Assert.Single(Lists.Read(Below(SheetLimits.MostHeadingRows)).Issues).Flaw);
    }

    [Fact]
    public void What_a_person_chose_holds_for_the_heading_it_was_chosen_for()
    {
        const string text = "Mã;Người học;Phòng\n1;Lê An;9A1";
        Assert.Equal(Flaw.NoHeading, Assert.Single(Lists.Read(text).Issues).Flaw);
        var line = RosterChoice.None with { Line = 1 };
        var shape = Lists.Read(text, line).Heading!.Shape;
        var choice = line with { Shape = shape, Columns = [null, RosterColumn.Name, RosterColumn.Class] };
        var list = Lists.Read(text, choice);
        Assert.Equal("Lê An", Assert.Single(Lists.Pupils(list).Lines).Name);

        // The same columns under another heading are found anew.
        Assert.NotEmpty(Lists.Read("A;B;C\n1;Lê An;9A1", choice).Issues);

        // Remembered, the choice needs nobody; and it knows its heading in any letter case.
        var remembered = new Dictionary<string, IReadOnlyList<RosterColumn?>> { [shape] = list.Meanings };
        var next = RosterList.Read(Encoding.UTF8.GetBytes("MÃ;NGƯỜI HỌC;PHÒNG\n2;Lê Bình;9A2"), RosterKind.Pupils, line, remembered);
        Assert.Equal("9A2", Assert.Single(Lists.Pupils(next).Lines).Class);
    }

    [Theory]
    [InlineData("Họ và tên;Lớp;Lớp\nAn;9A;9A", 3, nameof(Flaw.DoubleColumn))]
    [InlineData("Họ và tên;Khối\nAn;9", 0, nameof(Flaw.MissingColumn))]
    [InlineData("Họ và tên;Lớp\n", 0, nameof(Flaw.NoRows))]
    [InlineData("An;9A\nBình;9A", 0, nameof(Flaw.NoHeading))]
    public void A_list_that_cannot_be_read_says_why(string text, int column, string flaw)
    {
        var issue = Assert.Single(Lists.Read(text).Issues);
        Assert.Equal((column, flaw), (issue.Column, issue.Flaw.ToString()));
    }
}
