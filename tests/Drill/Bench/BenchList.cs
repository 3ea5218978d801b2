using System.Globalization;
using System.Text;

namespace Drill.Bench;

/// <summary>Lists of pupils as a school sends them.</summary>
internal static class BenchList
{
    public const string School = "THCS Bàn Cờ";

    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Đặng", "Võ"];
    private static readonly string[] Middles = ["Thị Minh", "Hoàng", "Gia", "Ngọc", "Khánh", "Đức", "Thùy", "Quốc", "Bảo", "Nhật", "Xuân"];
    private static readonly string[] Given =
    [
        "Anh",
        "Ánh",
        "Ân",
        "Dũng",
        "Đức",
        "Hân",
        "Khôi",
        "Linh",
        "Phúc",
        "Quân",
        "Thịnh",
        "Trâm",
        "Uyên",
    ];

    public static string Sbd(int number) => string.Create(CultureInfo.InvariantCulture, $"TS{number:00000}");

    public static string Pin(int number) => (100_000 + number * 7919 % 900_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>For a contest.</summary>
    public static byte[] Entrants(int count) =>
        Bytes(
            "SBD;Họ và tên;Lớp;Trường;Mã PIN;Công bố tên",
            Enumerable.Range(0, count).Select(at => $"{Sbd(at)};{Name(at)};{Class(at)};{School};{Pin(at)};có")
        );

    /// <summary>For a school.</summary>
    public static byte[] Pupils(int count) =>
        Bytes(
            "Họ và tên;Lớp;Mã định danh",
            Enumerable
                .Range(0, count)
                .Select(at => string.Create(CultureInfo.InvariantCulture, $"{Name(at)};{Class(at)};{79_000_000 + at}"))
        );

    private static string Name(int at) => $"{Families[at % 7]} {Middles[at / 7 % 11]} {Given[at / 77 % 13]}";

    private static string Class(int at) => string.Create(CultureInfo.InvariantCulture, $"{6 + at / 900}A{1 + at / 45 % 20}");

    private static byte[] Bytes(string heading, IEnumerable<string> rows) =>
        Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(heading)));
}
