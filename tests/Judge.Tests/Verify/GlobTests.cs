using Judge.Verify;

namespace Judge.Tests.Verify;

public sealed class GlobTests
{
    [Theory]
    [InlineData("secret/*-big", "secret/01-big", true)]
    [InlineData("secret/*-big", "secret/g/01-big", false)]
    [InlineData("secret/g1", "secret/g1/01", true)]
    [InlineData("secret/g1", "secret/g10/01", false)]
    [InlineData("{simple,complex}.py", "complex.py", true)]
    [InlineData("author.{py,cpp}", "author.pas", false)]
    [InlineData("secret/*{ 4 }{ 2 }", "secret/0042", true)]
    [InlineData("secret/*{ 4 , 5 }{ 2 }", "secret/52", true)]
    [InlineData("secret/*{4}{2}", "secret/43", false)]
    [InlineData("{a,b{c,d}e}x", "bdex", true)]
    [InlineData("{,x}y", "y", true)]
    [InlineData("a,b", "a,b", true)]
    [InlineData("a,b", "a", false)]
    [InlineData("a+b.[c]", "a+b.[c]", true)]
    [InlineData("", "anything", false)]
    public void A_pattern_is_read_as_the_format_says(string pattern, string path, bool matches) =>
        Assert.Equal(matches, Glob.Matches(pattern, path));

    [Theory]
    [InlineData("{a")]
    [InlineData("a}")]
    [InlineData("}a{")]
    [InlineData("{a,{b}")]
    public void Braces_without_a_partner_are_no_pattern(string pattern) => Assert.Throws<FormatException>(() => Glob.Matches(pattern, "a"));
}
