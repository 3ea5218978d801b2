using ArenaWeb.Words;

namespace ArenaWeb.Tests.Words;

public sealed class NameOrderTests
{
    private static readonly string[] Class =
    [
        "Lê Văn An",
        "Nguyễn Văn An",
        "Nguyễn Thị Minh Anh",
        "Trần Thị Ánh",
        "Hồ Ăn",
        "Phạm Hoài Ân",
        "Vũ Thị Thu Dung",
        "Lý Dũng",
        "Nguyễn Văn Dương",
        "Đặng Tiến Đạt",
        "Đỗ Minh Đức",
        "Nguyễn Minh Đức",
    ];

    private static readonly string[] GivenNames =
    [
        "An",
        "Ánh",
        "Ăn",
        "Ân",
        "Dung",
        "Dũng",
        "Dương",
        "Đào",
        "Đức",
        "Hoa",
        "Hoà",
        "Hoả",
        "Hoã",
        "Hoá",
        "Hoạ",
    ];

    [Fact]
    public void A_class_is_listed_by_given_name_then_middle_names_then_family_name() =>
        Assert.Equal(Class, Class.Reverse().Order(NameOrder.Instance));

    [Fact]
    public void Letters_come_before_tones_and_tones_in_their_Vietnamese_order() =>
        Assert.Equal(GivenNames, GivenNames.Reverse().Order(NameOrder.Instance));

    [Fact]
    public void Letter_case_spaces_and_missing_names_do_not_matter()
    {
        Assert.Equal(0, NameOrder.Instance.Compare("  lê  văn AN ", "Lê Văn An"));
        Assert.Equal(0, NameOrder.Instance.Compare(null, ""));
        Assert.True(NameOrder.Instance.Compare("", "An") < 0);
    }
}
