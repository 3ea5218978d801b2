using FsCheck.Fluent;
using Judge.Programs.Verdicts;

namespace Judge.Tests.Programs.Verdicts;

public sealed class FractionTests
{
    [Fact]
    public void Three_thirds_are_one_and_the_default_is_nothing()
    {
        var third = Fraction.One / 3;
        Assert.Equal(0, (third + third + third).CompareTo(1));
        Assert.Equal(0, default(Fraction).CompareTo(0));
        Assert.Equal(0, (default(Fraction) + third).CompareTo(third));
        Assert.Throws<DivideByZeroException>(() => third / 0);
    }

    [Theory]
    [InlineData("0.5", 0, "0")]
    [InlineData("1.5", 0, "2")]
    [InlineData("2.5000000001", 0, "3")]
    [InlineData("-1.25", 1, "-1.2")]
    [InlineData("0.125", 2, "0.12")]
    public void Halves_are_rounded_to_the_even_digit(string number, int places, string rounded) =>
        Assert.Equal(Number(rounded), ((Fraction)Number(number)).Rounded(places));

    [Fact]
    public void Decimals_are_taken_as_they_are()
    {
        var numbers = Gen.Choose(-1_000_000, 1_000_000).Zip(Gen.Choose(0, 12)).Select(one => one.Item1 / (decimal)Math.Pow(10, one.Item2));
        Prop.ForAll(
                numbers.Zip(numbers).ToArbitrary(),
                two =>
                {
                    var (one, other) = two;
                    Assert.Equal(one, ((Fraction)one).Rounded(20));
                    Assert.Equal(one + other, ((Fraction)one + other).Rounded(20));
                    Assert.Equal(one.CompareTo(other), ((Fraction)one).CompareTo(other));
                    Assert.True(other == 0 || ((Fraction)one / other * other).CompareTo(one) == 0);
                }
            )
            .Holds();
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
