using System.Text.RegularExpressions;
using ArenaWeb.Words;

namespace ArenaWeb.Rosters;

/// <summary>The one place that knows what headings are called, in any letter case, with or without marks.</summary>
internal static partial class Synonyms
{
    /// <summary>The number of a citizen is not among the keys: it is never asked for.</summary>
    private static readonly Dictionary<string, RosterColumn> Meanings = new (RosterColumn Column, string Words)[]
    {
        (RosterColumn.Sbd, "sbd sobaodanh sobd number"),
        (
            RosterColumn.Name,
            "hovaten hoten hotenthisinh hovatenthisinh hovatenhocsinh hotenhocsinh tenhocsinh thisinh hocsinh name fullname"
        ),
        (RosterColumn.Name, "hodem hovadem hovatendem hotendem hovachulot hochulot holot hovatenlot hovalot ho familyname lastname"),
        (RosterColumn.Given, "ten tengoi givenname firstname"),
        (RosterColumn.Class, "lop tenlop lophoc class"),
        (RosterColumn.Grade, "khoi khoilop khoihoc grade"),
        (RosterColumn.School, "truong tentruong donvi school"),
        (RosterColumn.Birth, "ngaysinh ngaythangnamsinh namsinh sinhngay dateofbirth birthdate dob yearofbirth"),
        (RosterColumn.Key, "madinhdanh madinhdanhhocsinh madinhdanhbogd madinhdanhbogddt madinhdanhmoet mamoet"),
        (RosterColumn.Pin, "mapin pin"),
        (RosterColumn.Publish, "congboten congbo dongycongboten publish publishname"),
    }
        .SelectMany(row => row.Words.Split(' '), (row, word) => (word, row.Column))
        .ToDictionary(row => row.word, row => row.Column);

    /// <summary>How the last rows of a list begin: sums, and who signed.</summary>
    private static readonly string[] Totals =
    [
        "tongcong",
        "tongso",
        "tonghocsinh",
        "tongthisinh",
        "danhsachnay",
        "danhsachco",
        "danhsachgom",
        "nguoilap",
        "hieutruong",
        "phohieutruong",
        "thutruong",
        "giaovienchunhiem",
        "gvcn",
        "xacnhan",
        "kyten",
        "total",
    ];

    /// <summary>Null: it means nothing to us. What stands in brackets explains and names nothing.</summary>
    public static RosterColumn? Of(string heading) =>
        Meanings.TryGetValue(Folding.Plain(BracketsPattern().Replace(heading, "")), out var column) ? column : null;

    public static bool IsTotal(string cell) =>
        Folding.Plain(cell) is var plain
        && (
            plain is "tong" or "cong" || Totals.Any(word => plain.StartsWith(word, StringComparison.Ordinal)) || DayPattern().IsMatch(plain)
        );

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex BracketsPattern();

    /// <summary>"…, ngày 9 tháng 3 năm 2026".</summary>
    [GeneratedRegex(@"ngay\d*thang\d*nam")]
    private static partial Regex DayPattern();
}
