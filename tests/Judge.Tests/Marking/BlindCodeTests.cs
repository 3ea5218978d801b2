using FsCheck;
using FsCheck.Fluent;
using Judge.Marking;

namespace Judge.Tests.Marking;

public sealed class BlindCodeTests
{
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static readonly Arbitrary<int> Lots = Gen.Choose(0, BlindCode.Count - 1).ToArbitrary();

    [Theory]
    [InlineData("K7M-4QP")]
    [InlineData("AAA-AAA")]
    [InlineData("ZZ9-295")]
    public void A_code_is_five_characters_and_one_that_checks_them(string code)
    {
        Assert.Equal(code, BlindCode.Read(code));
        var lot = code.Where(letter => letter != '-').Take(5).Aggregate(0, (sum, letter) => sum * 31 + Alphabet.IndexOf(letter));
        Assert.Equal(code, BlindCode.Of(lot));
    }

    [Fact]
    public void A_code_is_read_however_it_is_typed() => Assert.Equal("K7M-4QP", BlindCode.Read(" k7m 4qp "));

    [Fact]
    public void One_wrong_character_is_found() =>
        Prop.ForAll(
                Lots,
                lot =>
                    Enumerable
                        .Range(0, 7)
                        .Where(at => at != 3)
                        .All(at =>
                            Alphabet
                                .Where(letter => letter != BlindCode.Of(lot)[at])
                                .All(letter => BlindCode.Read(BlindCode.Of(lot).Remove(at, 1).Insert(at, $"{letter}")) is null)
                        )
            )
            .Holds();

    [Fact]
    public void Neighbours_that_changed_places_are_found() =>
        Prop.ForAll(
                Lots,
                lot =>
                {
                    var code = BlindCode.Of(lot).Replace("-", "");
                    return Enumerable
                        .Range(0, 5)
                        .All(at =>
                            code[at] == code[at + 1] || BlindCode.Read($"{code[..at]}{code[at + 1]}{code[at]}{code[(at + 2)..]}") is null
                        );
                }
            )
            .Holds();
}
