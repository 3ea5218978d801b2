using System.Globalization;
using ArenaWeb.Accounts;

namespace EndToEnd.Tests.Seed;

/// <summary>Fictional people of fictional schools; names long and short, with all marks of Vietnamese.</summary>
internal static class SeedPeople
{
    private static readonly string[] Names =
    [
        "Nguyễn Thị Minh Anh",
        "Trần Gia Bảo",
        "Lê Hoàng Phúc",
        "Phạm Ngọc Hân",
        "Võ Đức Thịnh",
        "Đặng Khánh Linh",
        "Bùi Quốc Đạt",
        "Hồ Thùy Dương",
        "Đỗ Nhật Nam",
        "Huỳnh Bảo Trân",
        "Lý Tuấn Kiệt",
        "Mai Phương Uyên",
        "Ngô Trọng Nghĩa",
        "Dương Mỹ Duyên",
        "Phan Hữu Phước",
        "Trịnh Khải Hoàn",
        "Vũ Quỳnh Như",
        "Đinh Xuân Trường",
        "Tô Ngọc Bích",
        "Lâm Chí Vĩ",
        "Nguyễn Hoàng Ngọc Thảo Vy",
        "Trương Quang Huy",
        "Cao Thanh Tú",
        "Châu Ánh Tuyết",
        "Tạ Đình Phong",
        "Kiều Diễm Hằng",
        "La Vĩnh Khang",
        "Hà Thu Thủy",
        "Thái Bá Nhân",
        "Quách Mộng Cầm",
        "Ông Ích Khiêm",
        "Nguyễn An",
    ];

    private static readonly (string School, string Class)[] Classes =
    [
        ("THCS Hoa Phượng", "9A1"),
        ("THCS Sông Xanh", "8A3"),
        ("THCS Bến Nghé Mới", "9A5"),
        ("THCS Gò Sao", "8A2"),
        ("Trường Tiểu học, THCS và THPT Cầu Mây", "9A"),
        ("THCS Rừng Sác", "7A4"),
    ];

    private static readonly string[] Teams =
    [
        "Sao Biển",
        "Mây Trắng",
        "Gió Nồm",
        "Đom Đóm",
        "Cá Linh",
        "Lá Dứa Nước",
        "Nắng Hạ",
        "Sóng Đôi",
        "Hạt Phù Sa",
        "Chuồn Chuồn Ớt",
        "Bông Súng",
        "Cánh Diều",
        "Mưa Rào",
        "Ngựa Trời",
    ];

    /// <summary>Pupils <c>HS001</c> and so on; two of three agree to be named in public.</summary>
    public static IReadOnlyList<NewPerson> Pupils(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                {
                    var (school, form) = Classes[i * 5 % Classes.Length];
                    return new NewPerson(Number("HS", i), Names[i % Names.Length], school, form, Publish: i % 3 != 2);
                }),
        ];

    public static IReadOnlyList<NewPerson> Contestants { get; } =
    [.. Teams.Select((name, i) => new NewPerson(Number("DOI", i), $"Đội {name}", Classes[i % Classes.Length].School, "", Publish: true))];

    private static string Number(string letters, int index) => string.Create(CultureInfo.InvariantCulture, $"{letters}{index + 1:000}");
}
