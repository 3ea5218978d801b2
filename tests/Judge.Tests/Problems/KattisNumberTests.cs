using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using Judge.Problems;

namespace Judge.Tests.Problems;

public sealed class KattisNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", -0.0)]
    [InlineData("+12", 12)]
    [InlineData("007", 7)]
    [InlineData("5.", 5)]
    [InlineData(".5", 0.5)]
    [InlineData("-.5e1", -5)]
    [InlineData("5.E+1", 50)]
    [InlineData("1e-999", 0)]
    [InlineData("-1e-99999999999999999999", -0.0)]
    [InlineData("0e99999999999999999999", 0)]
    [InlineData("4.9e-324", 4.9e-324)]
    [InlineData("2.4e-324", 0)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("9007199254740993", 9007199254740992)]
    [InlineData("9007199254740993.00000000000000000000000000000000001", 9007199254740994)]
    public void Numbers_are_read_to_the_nearest_double(string token, double value)
    {
        Assert.True(Read(token, out var read));
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("e5")]
    [InlineData(".e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e5.")]
    [InlineData("1e5e5")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1_000")]
    [InlineData("0x10")]
    [InlineData("1p3")]
    [InlineData("1f")]
    [InlineData("--1")]
    [InlineData("+-1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\0")]
    [InlineData("nan")]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("１")]
    [InlineData("1e309")]
    [InlineData("-1e99999999999999999999")]
    public void All_else_is_no_number(string token) => Assert.False(Read(token, out _));

    [Fact]
    public void An_exponent_makes_up_for_a_million_digits()
    {
        var zeros = new string('0', 1_000_000);
        Assert.True(Read($"1{zeros}e-1000000", out var one));
        Assert.True(Read($"0.{zeros}1e1000001", out var other));
        Assert.Equal((1, 1), (one, other));
    }

    [Fact]
    public void Whatever_a_double_is_written_as_is_read_back()
    {
        var formats = Gen.Elements("R", "E17", "e20", "F30");
        var numbers = ArbMap.Default.GeneratorFor<long>().Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite);
        Prop.ForAll(
                numbers.ToArbitrary(),
                formats.ToArbitrary(),
                (number, format) =>
                {
                    var text = number.ToString(format, CultureInfo.InvariantCulture);
                    return Read(text, out var read) && (format == "F30" ? Math.Abs(read - number) <= 1e-30 : read.Equals(number));
                }
            )
            .Holds();
    }

    private static bool Read(string token, out double value) => KattisNumber.TryRead(Encoding.UTF8.GetBytes(token), out value);
}
