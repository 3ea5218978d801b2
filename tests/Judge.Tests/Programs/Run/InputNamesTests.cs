using System.Text;
using Judge.Programs.Run;

namespace Judge.Tests.Programs.Run;

public sealed class InputNamesTests
{
    [Theory]
    [InlineData("assign(f, 'BAI1.INP');", "BAI1.INP")]
    [InlineData("assign(f, 'bai1.inp');", "BAI1.INP bai1.inp")]
    [InlineData("assign(f, 'Bai1.Inp'); { bai1.inp }", "BAI1.INP Bai1.Inp bai1.inp")]
    [InlineData("bBaI1.InPbai1.in", "BAI1.INP BaI1.InP")]
    [InlineData("bai1.inp bai1.inp BAI1.INP", "BAI1.INP bai1.inp")]
    public void The_file_lies_under_its_own_name_and_as_the_source_spells_it(string source, string names) =>
        Assert.Equal(names.Split(' '), InputNames.For("BAI1.INP", Encoding.UTF8.GetBytes(source)));

    [Theory]
    [InlineData("open(name + '.inp')")]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("bai1.in")]
    public void A_name_put_together_at_run_time_is_met_in_upper_and_lower_case(string source) =>
        Assert.Equal(["Bai1.inp", "BAI1.INP", "bai1.inp"], InputNames.For("Bai1.inp", Encoding.UTF8.GetBytes(source)));

    [Fact]
    public void A_source_full_of_spellings_does_not_fill_the_box()
    {
        var all = Enumerable
            .Range(0, 256)
            .Select(bits => string.Concat("bai1.inp".Select((c, i) => (bits >> i & 1) == 1 ? char.ToUpperInvariant(c) : c)));
        Assert.InRange(InputNames.For("BAI1.INP", Encoding.UTF8.GetBytes(string.Join(' ', all))).Count, 2, 5);
    }

    [Fact]
    public void Sources_in_old_code_pages_are_searched_too() =>
        Assert.Contains("bai1.inp", InputNames.For("BAI1.INP", [0xE9, 0xFF, .. "bai1.inp"u8]));
}
