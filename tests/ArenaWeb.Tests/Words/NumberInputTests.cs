using ArenaWeb.Words;

namespace ArenaWeb.Tests.Words;

public sealed class NumberInputTests
{
    [Theory]
    [InlineData("8,75", 8.75)]
    [InlineData("8.75", 8.75)]
    [InlineData(" 100 ", 100)]
    [InlineData("８，７５", 8.75)]
    public void A_number_has_a_comma_or_a_dot(string text, double number) => Assert.Equal((decimal)number, NumberInput.Number(text));

    [Theory]
    [InlineData("1.234,5")]
    [InlineData("1,234.5")]
    [InlineData("-5")]
    [InlineData("1e3")]
    [InlineData("1.000")]
    [InlineData("8,750")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_number(string? text) => Assert.Null(NumberInput.Number(text));

    [Theory]
    [InlineData("15", 15)]
    [InlineData(" １５ ", 15)]
    [InlineData("1,5", null)]
    [InlineData("+5", null)]
    [InlineData("99999999999", null)]
    public void A_whole_number_is_digits_alone(string text, int? number) => Assert.Equal(number, NumberInput.Whole(text));
}
