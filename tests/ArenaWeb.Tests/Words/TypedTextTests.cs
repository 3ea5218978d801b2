using ArenaWeb.Words;

namespace ArenaWeb.Tests.Words;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("HS001", "HS001")]
    [InlineData(" hs 001 ", "HS001")]
    [InlineData("tin–2026", "TIN-2026")]
    [InlineData("ＨＳ００１", "HS001")]
    [InlineData("h\u200bs001\t", "HS001")]
    [InlineData("đội 3", "ĐỘI3")]
    [InlineData(null, "")]
    public void Letter_case_spaces_and_wide_forms_do_not_matter(string? typed, string folded) =>
        Assert.Equal(folded, TypedText.Fold(typed));

    [Theory]
    [InlineData("123 456", "123456")]
    [InlineData("123-456", "123456")]
    [InlineData("１２３４５６", "123456")]
    [InlineData("12a456", "12456")]
    public void A_pin_is_its_digits(string typed, string digits) => Assert.Equal(digits, TypedText.Digits(typed));
}
