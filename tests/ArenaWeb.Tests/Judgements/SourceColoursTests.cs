using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ArenaWeb.Judgements;

namespace ArenaWeb.Tests.Judgements;

public sealed class SourceColoursTests
{
    [Theory]
    [InlineData(
        "pascal",
        "var x: integer; { số <b> } begin writeln('it''s', 12); end.",
        "keyword:var comment:{ số <b> } keyword:begin string:'it' string:'s' number:12 keyword:end"
    )]
    [InlineData("pascal", "// a\nUSES crt; (* b\nc *) x := $FF", "comment:// a keyword:USES comment:(* b\nc *) number:$FF")]
    [InlineData(
        "python",
        "def f(x):  # cộng\n    return \"a#b\" + 'c' * 2",
        "keyword:def comment:# cộng keyword:return string:\"a#b\" string:'c' number:2"
    )]
    [InlineData("python", "s = '''def\nif''' # x", "string:'''def\nif''' comment:# x")]
    [InlineData(
        "cpp",
        "#include <cstdio>\nint main() { /* <b> */ return 'a' + 0xFF; } // c",
        "keyword:#include string:<cstdio> keyword:int comment:/* <b> */ keyword:return string:'a' number:0xFF comment:// c"
    )]
    [InlineData(
        "c",
        "char *s = \"a//b\\\"\"; if (1.5e3 < x) y <<= 2;",
        "keyword:char string:\"a//b\\\"\" keyword:if number:1.5e3 number:2"
    )]
    [InlineData("", "begin end", "")]
    public void Words_are_told_apart(string mode, string source, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', Document(source, mode).QuerySelectorAll("span").Select(span => $"{span.ClassName![4..]}:{span.TextContent}"))
        );

    [Theory]
    [InlineData("pascal", "{ no end <script>alert(1)</script>")]
    [InlineData("python", "'''\"<img src=x onerror=y>&amp;\n'\\")]
    [InlineData("pascal", "'abc\n'")]
    [InlineData("cpp", "/* \"<img src=x onerror=y>\n'")]
    public void The_text_stays_what_it_is_and_becomes_no_html(string mode, string source)
    {
        var document = Document(source, mode);
        Assert.Equal(source, document.QuerySelector("pre")!.TextContent);
        Assert.Empty(document.QuerySelectorAll("script, img"));
    }

    [Fact]
    public void A_source_of_the_greatest_size_is_coloured_in_time()
    {
        var source = string.Concat(Enumerable.Repeat("if a then 'b' { c } 12 (* ", 10_000));
        Assert.NotEmpty(Html(source, "pascal"));
        Assert.NotEmpty(Html(new string('\'', 200_000), "python"));
        Assert.NotEmpty(Html(new string('#', 100_000) + new string(' ', 100_000) + '<', "cpp"));
    }

    [Fact]
    public void What_cannot_be_coloured_in_time_stays_plain()
    {
        var source = "if " + new string('a', 40) + "!";
        var pattern = new Regex("(?<keyword>if|(a+)+$)", RegexOptions.None, TimeSpan.FromMilliseconds(20));
        using var writer = new StringWriter();
        SourceColours.Of(source, pattern).WriteTo(writer, HtmlEncoder.Default);
        Assert.Equal("<span class=\"tok-keyword\">if</span>" + source[2..], writer.ToString());
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Document(string source, string mode) =>
        new HtmlParser().ParseDocument($"<pre>{Html(source, mode)}</pre>");

    private static string Html(string source, string mode)
    {
        using var writer = new StringWriter();
        SourceColours.Of(source, mode).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
