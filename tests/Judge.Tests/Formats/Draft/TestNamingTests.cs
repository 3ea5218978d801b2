using Judge.Formats.Draft;

namespace Judge.Tests.Formats.Draft;

public sealed class TestNamingTests
{
    [Theory]
    [InlineData("Test1 Test2 Test10", "Test01 Test02 Test10")]
    [InlineData("Test01 Test02 Test10", "Test01 Test02 Test10")]
    [InlineData("a b c", "a b c")]
    [InlineData("b a", "1-b 2-a")]
    [InlineData("Đề_1 Đề_2", "De_1 De_2")]
    [InlineData("1 01", "1-1 2-01")]
    [InlineData("a1b9 a1b10 a2b1", "a1b09 a1b10 a2b01")]
    [InlineData("a2b1 a1b1", "1-a2b1 2-a1b1")]
    [InlineData("1 2 x", "1 2 x")]
    [InlineData("test_group", "1-test_group")]
    [InlineData("-a .b", "_-a _.b")]
    public void Names_keep_the_order_given_when_sorted_by_bytes(string names, string expected)
    {
        var ordinal = TestNaming.Ordinal(names.Split(' '));
        Assert.Equal(expected.Split(' '), ordinal);
        Assert.Equal(ordinal.Order(StringComparer.Ordinal), ordinal);
    }

    [Fact]
    public void In_natural_order_numbers_count_by_their_size() =>
        Assert.Equal(
            ["Test1", "test2", "Test10", "test10a"],
            ((string[])["Test10", "test10a", "test2", "Test1"]).Order(TestNaming.Natural)
        );

    [Fact]
    public void Ten_thousand_hostile_names_get_names_that_sort()
    {
        var names = Enumerable.Range(0, 10_000).Select(n => n % 2 == 0 ? "…" : $"{n}").ToList();
        var ordinal = TestNaming.Ordinal(names);
        Assert.Equal(ordinal.Order(StringComparer.Ordinal), ordinal);
        Assert.Equal(10_000, ordinal.Distinct().Count());
    }

    [Theory]
    [InlineData("Đường Đi", "duongdi")]
    [InlineData("BÀI-1", "bai1")]
    [InlineData("数学", "baitap")]
    [InlineData("../../x", "x")]
    [InlineData("", "baitap")]
    public void A_package_is_named_with_plain_letters_and_digits(string name, string expected) =>
        Assert.Equal(expected, ImportNames.OfPackage(name));
}
