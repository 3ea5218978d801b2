using System.Text;
using ArenaWeb.Registration;
using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;

namespace ArenaWeb.Tests.Registration;

public sealed class RosterReaderTests
{
    private const string Heading = "SBD,Họ và tên,Lớp,Trường";
    private static readonly HashSet<string> Nobody = [];

    [Theory]
    [InlineData("SBD;Họ và tên;Lớp;Trường\nts01;Đỗ Minh Đức;9A1;THCS Bàn Cờ", ';')]
    [InlineData("SBD,Họ và tên,Lớp,Trường\r\nts01,Đỗ Minh Đức,9A1,THCS Bàn Cờ\r\n", ',')]
    [InlineData("sbd\tho va ten\tlop\ttruong\nTS 01\tĐỗ  Minh Đức \t9A1\tTHCS Bàn Cờ\n", '\t')]
    [InlineData("\uFEFFTrường;LỚP;Họ tên;Số báo danh\nTHCS Bàn Cờ;9A1;Đỗ Minh Đức;TS01\n;;;\n\n", ';')]
    [InlineData("STT,\"Trường\",\"Lớp\",\"Họ và tên\",\"SBD\"\n1,\"THCS Bàn Cờ\",\"9A1\",\"Đỗ Minh Đức\",\"TS01\"", ',')]
    public void The_same_list_is_read_from_any_usual_form(string text, char separator)
    {
        var roster = Read(text);
        Assert.Empty(roster.Issues);
        Assert.Equal(separator, roster.List.Table?.Separator);
        Assert.Equal(new("TS01", "Đỗ Minh Đức", "9A1", "THCS Bàn Cờ"), Assert.Single(roster.Entries.Select(Said)));
        Assert.True(roster.IsSound);
    }

    [Fact]
    public void Names_in_decomposed_letters_are_stored_composed() =>
        Assert.Equal("Đỗ Đức", Assert.Single(Read($"{Heading}\nA1,{"Đỗ Đức".Normalize(NormalizationForm.FormD)},9A,T").Entries).Name);

    [Theory]
    [InlineData("có", true)]
    [InlineData("X", true)]
    [InlineData("1", true)]
    [InlineData("Đồng ý", true)]
    [InlineData("", false)]
    [InlineData("Không", false)]
    [InlineData("0", false)]
    public void Consent_is_yes_only_when_it_says_so(string word, bool publish) =>
        Assert.Equal(publish, Assert.Single(Read($"{Heading},Công bố tên\nA1,An,9A,T,{word}").Entries).Publish);

    [Theory]
    [InlineData("012345", "012345")]
    [InlineData("012 345", "012345")]
    [InlineData("", null)]
    public void A_PIN_is_six_digits_or_left_to_us(string word, string? pin) =>
        Assert.Equal(pin, Assert.Single(Read($"{Heading},Mã PIN\nA1,An,9A,T,{word}").Entries).Pin);

    [Theory]
    [InlineData(",An,9A,T,", 1, nameof(Flaw.Missing))]
    [InlineData("A1,,9A,T,", 2, nameof(Flaw.Missing))]
    [InlineData("A1,An,,T,", 3, nameof(Flaw.Missing))]
    [InlineData("A1,An,9A", 4, nameof(Flaw.Missing))]
    [InlineData("A 1!,An,9A,T,", 1, nameof(Flaw.BadSbd))]
    [InlineData("-1,An,9A,T,", 1, nameof(Flaw.BadSbd))]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU,An,9A,T,", 1, nameof(Flaw.TooLong))]
    [InlineData("A1,=HYPERLINK(1),9A,T,", 2, nameof(Flaw.Formula))]
    [InlineData("A1,An,@SUM(1),T,", 3, nameof(Flaw.Formula))]
    [InlineData("A1,An,9A,+84,", 4, nameof(Flaw.Formula))]
    [InlineData("A1,An <b>,9A,T,", 2, nameof(Flaw.BadSigns))]
    [InlineData("A1,An,9A,<script>alert(1)</script>,", 4, nameof(Flaw.BadSigns))]
    [InlineData("A1,An 2,9A,T,", 2, nameof(Flaw.BadSigns))]
    [InlineData("A1,An\u202Egnuhn,9A,T,", 2, nameof(Flaw.BadSigns))]
    [InlineData("A1,An,9A,T\u0007,", 4, nameof(Flaw.BadSigns))]
    [InlineData("A1,An,9A,T,12345", 5, nameof(Flaw.BadPin))]
    public void What_is_wrong_is_named_with_line_and_column(string row, int column, string flaw)
    {
        var roster = Read($"{Heading},PIN\nA0,Bình,9A,T,\n{row}");
        var issue = Assert.Single(roster.Issues);
        Assert.Equal((3, column, flaw), (issue.Line, issue.Column, issue.Flaw.ToString()));
        Assert.Equal("A0", Assert.Single(roster.Entries).Sbd);
        Assert.False(roster.IsSound);
    }

    [Fact]
    public void Every_mistake_of_a_row_is_named_at_once() =>
        Assert.Equal([1, 2, 3, 4], Read($"{Heading}\n!,<,=,@").Issues.Select(issue => issue.Column));

    [Fact]
    public void A_huge_field_is_refused_and_only_its_start_is_shown()
    {
        var issue = Assert.Single(Read($"{Heading}\nA1,{new string('a', 100_000)},9A,T").Issues);
        Assert.Equal(Flaw.TooLong, issue.Flaw);
        Assert.Equal(40, issue.Detail.Length);
    }

    [Fact]
    public void Line_numbers_are_right_after_blank_lines_and_quoted_line_breaks()
    {
        var issue = Assert.Single(Read($"{Heading}\n\nA1,An,9A,\"Trường\nBàn Cờ\"\n\nA2,,9A,T").Issues);
        Assert.Equal((6, 2), (issue.Line, issue.Column));
    }

    [Fact]
    public void Quoted_fields_keep_their_separators_and_quotes() =>
        Assert.Equal("TH, THCS và THPT \"A\"", Assert.Single(Read($"{Heading}\nA1,An,9A,\"TH, THCS và THPT \"\"A\"\"\"").Entries).School);

    [Theory]
    [InlineData("A1,An,9A,T\nA2,\"Bình,9A,T")]
    [InlineData("A1,\"An\"h,9A,T")]
    [InlineData("A1,An\"h,9A,T")]
    public void Quotes_that_make_no_sense_are_refused_as_such(string rows)
    {
        var roster = Read($"{Heading}\n{rows}");
        Assert.Equal(Flaw.BadQuotes, Assert.Single(roster.Issues).Flaw);
        Assert.Empty(roster.Entries);
    }

    [Fact]
    public void The_first_of_two_equal_numbers_stays_and_the_second_is_named()
    {
        var roster = Read($"{Heading}\nts01,An,9A,T\nTS 01,Bình,9A,T");
        Assert.Equal("An", Assert.Single(roster.Entries).Name);
        Assert.Equal(new(3, 1, Flaw.DoubleSbd, "TS01 (2)"), Assert.Single(roster.Issues));
    }

    [Fact]
    public void A_number_that_the_contest_has_already_is_named()
    {
        var roster = Read(Encoding.UTF8.GetBytes($"{Heading}\nts01,An,9A,T"), new HashSet<string> { "TS01" });
        Assert.Equal(Flaw.KnownSbd, Assert.Single(roster.Issues).Flaw);
        Assert.False(roster.IsSound);
    }

    [Fact]
    public void Two_people_who_look_the_same_are_a_warning_only()
    {
        var roster = Read($"{Heading}\nA1,Lê Thị Hòa,9A,T\nA2,lê thị hoà,9a,T");
        Assert.Equal(Flaw.SamePerson, Assert.Single(roster.Issues).Flaw);
        Assert.True(roster.IsSound);
    }

    [Theory]
    [InlineData("", nameof(Flaw.Empty))]
    [InlineData(" \r\n\r\n", nameof(Flaw.Empty))]
    [InlineData("TS01,An,9A,T", nameof(Flaw.NoHeading))]
    [InlineData("SBD,Họ và tên,Lớp\nTS01,An,9A", nameof(Flaw.MissingColumn))]
    [InlineData("SBD,Họ và tên,Lớp,Trường,Họ tên\nTS01,An,9A,T,An", nameof(Flaw.DoubleColumn))]
    [InlineData("SBD,Họ và tên,Lớp,Trường\n", nameof(Flaw.NoRows))]
    [InlineData("SBD,Họ và tên,Lớp,Trường\nTS01,A\0n,9A,T", nameof(Flaw.Nul))]
    public void A_file_that_is_no_list_is_refused_with_one_reason(string text, string flaw)
    {
        var roster = Read(text);
        Assert.Equal(flaw, Assert.Single(roster.Issues).Flaw.ToString());
        Assert.False(roster.IsSound);
    }

    [Fact]
    public void Other_encodings_are_read_as_what_they_are()
    {
        const string text = $"{Heading}\nTS01,Đỗ Minh Đức,9A,T";
        Assert.Equal("Đỗ Minh Đức", OnlyName(Encoding.Unicode.GetBytes(text)));
        Assert.Equal("Đỗ Minh Đức", OnlyName([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal("Đỗ Minh Đức", OnlyName([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]));
        byte[] windows1258 = [.. "SBD,Ho va ten,Lop,Truong\nTS01,"u8, 0xD0, (byte)'o', 0xF2, .. " Minh,9A,T"u8];
        Assert.Equal("Đọ Minh", OnlyName(windows1258));
        Assert.Equal(Flaw.Damaged, Only([.. "PK"u8, 3, 4, 0, 0, 0]));
    }

    [Fact]
    public void A_list_with_titles_above_and_the_name_in_two_columns_is_read_too()
    {
        var roster = Read(
            "THCS Bàn Cờ;;;;\nDANH SÁCH DỰ THI;;;;\n\nSBD;Họ đệm;Tên;Lớp;Trường\nts01;Đỗ Minh;Đức;9A1;THCS Bàn Cờ\nTổng số: 1;;;;"
        );
        Assert.Equal(("TS01", "Đỗ Minh Đức", "9A1", "THCS Bàn Cờ"), Said(Assert.Single(roster.Entries)));
        Assert.True(roster.IsSound);
    }

    [Fact]
    public void More_than_the_limits_is_refused_before_it_is_read()
    {
        Assert.Equal(Flaw.TooLarge, Only(new byte[SheetLimits.MostBytes + 1]));
        var rows = string.Concat(Enumerable.Range(0, SheetLimits.MostPeople + 1).Select(number => $"\nA{number},An,9A,T{number}"));
        Assert.Equal(new(SheetLimits.MostPeople + 2, 0, Flaw.TooManyRows), Assert.Single(Read(Heading + rows).Issues));
    }

    private static Flaw Only(byte[] file) => Assert.Single(Read(file, Nobody).Issues).Flaw;

    private static string OnlyName(byte[] file) => Assert.Single(Read(file, Nobody).Entries).Name;

    private static Roster Read(string text) => Read(Encoding.UTF8.GetBytes(text), Nobody);

    private static Roster Read(byte[] file, IReadOnlySet<string> known) =>
        RosterReader.Read(
            RosterList.Read(file, RosterKind.Entrants, RosterChoice.None, new Dictionary<string, IReadOnlyList<RosterColumn?>>()),
            known
        );

    private static (string, string, string, string) Said(RosterEntry entry) => (entry.Sbd, entry.Name, entry.Class, entry.School);
}
