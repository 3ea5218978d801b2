using System.Text;
using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;

namespace ArenaWeb.Tests.Rosters;

public sealed class PupilLineTests
{
    [Theory]
    [InlineData("Lê An;9A1;;;", 9)]
    [InlineData("Lê An;Lớp 6/3;;;", 6)]
    [InlineData("Lê An;11CT2;;;", 11)]
    [InlineData("Lê An;Chồi 1;Khối 1;;", 1)]
    [InlineData("Lê An;A1;7;;", 7)]
    [InlineData("Lê An;A1;7,0;;", 7)]
    [InlineData("Lê An;A1;K12;;", 12)]
    public void The_grade_is_that_of_its_column_or_of_the_class(string row, int grade) =>
        Assert.Equal(grade, Assert.Single(Read(row).Lines).Grade);

    [Theory]
    [InlineData("Lê An;9A1;;09/03/2011;", 2011, "2011-03-09")]
    [InlineData("Lê An;9A1;;9-3-2011;", 2011, "2011-03-09")]
    [InlineData("Lê An;9A1;;9.3.11;", 2011, "2011-03-09")]
    [InlineData("Lê An;9A1;;2011-03-09 00:00:00;", 2011, "2011-03-09")]
    [InlineData("Lê An;9A1;;40611;", 2011, "2011-03-09")]
    [InlineData("Lê An;9A1;;9/3/99;", 1999, "1999-03-09")]
    [InlineData("Lê An;9A1;;2011;", 2011, null)]
    public void A_birthday_comes_as_text_as_a_serial_number_in_short_or_as_a_year(string row, int year, string? date)
    {
        var birth = Assert.Single(Read(row).Lines).Birth;
        Assert.Equal((year, date), (birth?.Year, birth?.Date?.ToString("yyyy-MM-dd")));
    }

    [Theory]
    [InlineData(";9A1;;;", 1, nameof(Flaw.Missing))]
    [InlineData("Lê An;;9;;", 2, nameof(Flaw.Missing))]
    [InlineData("Lê An 2;9A1;;;", 1, nameof(Flaw.BadSigns))]
    [InlineData("L\u202Eê An;9A1;;;", 1, nameof(Flaw.BadSigns))]
    [InlineData("=1+1;9A1;;;", 1, nameof(Flaw.Formula))]
    [InlineData("Lê An;@A1;9;;", 2, nameof(Flaw.Formula))]
    [InlineData("Lê An;#N/A;9;;", 2, nameof(Flaw.CellError))]
    [InlineData("Lê An;Chồi;;;", 2, nameof(Flaw.BadGrade))]
    [InlineData("Lê An;A1;13;;", 3, nameof(Flaw.BadGrade))]
    [InlineData("Lê An;A1;7,5;;", 3, nameof(Flaw.BadGrade))]
    [InlineData("Lê An;9A1;;31/02/2011;", 4, nameof(Flaw.BadBirth))]
    [InlineData("Lê An;9A1;;03/09/1811;", 4, nameof(Flaw.BadBirth))]
    [InlineData("Lê An;9A1;;;079211012345", 5, nameof(Flaw.PersonalNumber))]
    [InlineData("Lê An;9A1;;;79 11?", 5, nameof(Flaw.BadKey))]
    public void What_is_wrong_is_named_with_line_and_column(string row, int column, string flaw)
    {
        var (lines, issues) = Read($"Trần Bình;9A1;;;\n{row}");
        var issue = Assert.Single(issues);
        Assert.Equal((3, column, flaw), (issue.Line, issue.Column, issue.Flaw.ToString()));
        Assert.Equal("Trần Bình", Assert.Single(lines).Name);
        Assert.False(issue.IsWarning);
    }

    [Fact]
    public void A_key_is_shown_nowhere_not_even_where_it_is_wrong() =>
        Assert.All(
            Read("Lê An;9A1;;;079211012345\nLê Bình;9A1;;;79\nLê Cường;9A1;;;79").Issues,
            issue => Assert.DoesNotContain("79", issue.Detail)
        );

    [Fact]
    public void One_key_twice_is_a_mistake_and_names_both_classes() =>
        Assert.Equal(new(3, 5, Flaw.DoubleKey, "Lê Bình, 9A2 (2: 9A1)"), Assert.Single(Read("Lê An;9A1;;;77\nLê Bình;9A2;;;77").Issues));

    [Theory]
    [InlineData("Lê Thị Hòa;9A1;;1/2/2011;\nLÊ THỊ HOÀ;9A2;;01/02/2011;", nameof(Flaw.TwoClasses))]
    [InlineData("Lê Thị Hòa;9A1;;;\nLê  thị hoà;9a1;;;", nameof(Flaw.SamePerson))]
    [InlineData("Lê Thị Hòa;9A1;;;\nLê Thị Hoà;9A2;;;", nameof(Flaw.TwoClasses))]
    [InlineData("Lê Thị Hòa;9A1;;1/2/2011;\nLê Thị Hoà;9A2;;2/2/2011;", null)]
    [InlineData("Lê Thị Hòa;9A1;;;\nLê Thị Hoà;8A2;;;", null)]
    [InlineData("Lê Thị Hòa;9A1;;;1\nLê Thị Hoà;9A2;;;2", null)]
    [InlineData("Đỗ Đan;9A1;;;\nDo Dan;9A1;;;", null)]
    public void The_same_pupil_in_two_classes_is_named_and_others_are_not(string rows, string? flaw)
    {
        var (lines, issues) = Read(rows);
        Assert.Equal(2, lines.Count);
        Assert.Equal(flaw, issues.SingleOrDefault()?.Flaw.ToString());
        Assert.All(issues, issue => Assert.True(issue.IsWarning));
    }

    [Fact]
    public void A_name_in_any_Unicode_form_is_kept_composed()
    {
        var apart = "Nguyễn Thị Hồng Ngọc Ẩn".Normalize(NormalizationForm.FormD);
        Assert.Equal("Nguyễn Thị Hồng Ngọc Ẩn", Assert.Single(Read($"{apart};9A1;;;").Lines).Name);
    }

    [Fact]
    public void Of_TCVN3_the_capitals_that_it_does_not_have_are_set()
    {
        byte[] file = [.. "Ho va ten;Lop\nNguy"u8, 0xD4, .. "n Th"u8, 0xDE, .. " "u8, 0xB8, .. "nh;9A1\n"u8];
        Assert.Equal("Nguyễn Thị Ánh", Assert.Single(Lists.Pupils(Lists.Read(file)).Lines).Name);
    }

    /// <summary>Acceptance story 4.</summary>
    [Fact]
    public void A_list_with_8_comma_75_and_with_8_dot_75_gives_the_same_number_and_grouped_thousands_are_refused_with_line_and_column()
    {
        var list = Lists.Read("Họ và tên;Lớp;Khối\nLê An;9A1;8,75\nLê Bình;9A1;8.75\nLê Cường;9A1;1.234,5");
        var issues = new List<Issue>();
        Assert.Equal([8.75m, 8.75m, null], list.Rows.Select(row => new RosterFields(list, row, issues).Number(RosterColumn.Grade)));
        Assert.Equal(new(4, 3, Flaw.BadNumber, "1.234,5"), Assert.Single(issues));
    }

    /// <summary>Acceptance story 5.</summary>
    [Fact]
    public void A_list_sorts_Anh_with_tone_Ăn_Ân_Dũng_Đức()
    {
        string[] names = ["Trần Thị Ánh", "Hồ Ăn", "Phạm Hoài Ân", "Lý Dũng", "Đỗ Minh Đức"];
        var list = Read(string.Join('\n', names.Reverse().Select(name => $"{name};9A1;;;")));
        Assert.Equal(names, list.Lines.Select(line => line.Name).Order(NameOrder.Instance));
    }

    private static (List<PupilLine> Lines, List<Issue> Issues) Read(string rows) =>
        Lists.Pupils($"Họ và tên;Lớp;Khối;Ngày sinh;Mã định danh\n{rows}");
}
