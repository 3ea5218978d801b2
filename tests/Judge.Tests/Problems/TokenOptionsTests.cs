using Judge.Problems;

namespace Judge.Tests.Problems;

public sealed class TokenOptionsTests
{
    [Fact]
    public void Without_flags_there_are_no_options() => Assert.Equal(TokenOptions.None, TokenOptions.Parse([]));

    [Fact]
    public void Every_flag_is_known()
    {
        Assert.Equal(
            new TokenOptions { CaseSensitive = true, SpaceSensitive = true },
            Parse("case_sensitive space_change_sensitive case_sensitive")
        );
        Assert.Equal(new TokenOptions { RelativeTolerance = 1e-6 }, Parse("float_relative_tolerance 1e-6"));
        Assert.Equal(new TokenOptions { AbsoluteTolerance = 0 }, Parse("float_absolute_tolerance 0"));
        Assert.Equal(new TokenOptions { RelativeTolerance = .5, AbsoluteTolerance = .5 }, Parse("float_tolerance .5"));
        Assert.Equal(
            new TokenOptions { RelativeTolerance = 1, AbsoluteTolerance = 2 },
            Parse("float_relative_tolerance 1 float_absolute_tolerance 2")
        );
    }

    [Theory]
    [InlineData("float_tolerance 1 float_tolerance 1", "'float_tolerance' comes after another tolerance.")]
    [InlineData("float_relative_tolerance 1 float_relative_tolerance 1", "'float_relative_tolerance' comes after another tolerance.")]
    [InlineData("float_absolute_tolerance 1 float_tolerance 1", "'float_tolerance' comes after another tolerance.")]
    [InlineData("float_tolerance 1 float_relative_tolerance 1", "'float_relative_tolerance' comes after another tolerance.")]
    [InlineData("float_tolerance", "'float_tolerance' needs a number from 0, such as 1e-6.")]
    [InlineData("float_tolerance case_sensitive", "'float_tolerance' needs a number from 0, such as 1e-6.")]
    [InlineData("float_tolerance -1", "'float_tolerance' needs a number from 0, such as 1e-6.")]
    [InlineData("float_tolerance 1e999", "'float_tolerance' needs a number from 0, such as 1e-6.")]
    [InlineData("float_tolerance nan", "'float_tolerance' needs a number from 0, such as 1e-6.")]
    [InlineData("float_tolerance 1,5", "'float_tolerance' needs a number from 0, such as 1e-6.")]
    [InlineData("ignore_case", "the checker does not know the flag 'ignore_case'.")]
    [InlineData("Case_Sensitive", "the checker does not know the flag 'Case_Sensitive'.")]
    public void What_cannot_be_meant_is_refused_with_a_sentence(string flags, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<FormatException>(() => Parse(flags)).Message);

    [Fact]
    public void In_old_packages_the_last_tolerance_wins()
    {
        Assert.Equal(
            new TokenOptions { RelativeTolerance = 2, AbsoluteTolerance = 2 },
            Parse("float_relative_tolerance 1 float_tolerance 2", lastWins: true)
        );
        Assert.Equal(
            new TokenOptions { RelativeTolerance = 3, AbsoluteTolerance = 1 },
            Parse("float_tolerance 1 float_relative_tolerance 3", lastWins: true)
        );
        Assert.Throws<FormatException>(() => Parse("unknown", lastWins: true));
    }

    private static TokenOptions Parse(string flags, bool lastWins = false) => TokenOptions.Parse(flags.Split(' '), lastWins);
}
