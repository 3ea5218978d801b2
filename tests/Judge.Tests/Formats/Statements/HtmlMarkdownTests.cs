using Judge.Formats.Draft;
using Judge.Formats.Statements;

namespace Judge.Tests.Formats.Statements;

public sealed class HtmlMarkdownTests
{
    [Theory]
    [InlineData("<p>a</p><p>b</p>", "a\n\nb")]
    [InlineData("a<br>b<br/>c", "a\\\nb\\\nc")]
    [InlineData("<h1>Đề</h1>x<h3>y</h3>", "## Đề\n\nx\n\n### y")]
    [InlineData("<b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <u>e</u>", "**a** **b** *c* *d* e")]
    [InlineData("<ul><li>a<li>b</ul>", "* a\n* b")]
    [InlineData("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1. a\n2. b\n   \n   * c")]
    [InlineData("<code>a*b</code>", "`a*b`")]
    [InlineData("<pre>1 2\n3</pre>", "```\n1 2\n3\n```")]
    [InlineData("<pre>``` x</pre>", "````\n``` x\n````")]
    [InlineData("<table><tr><th>a<th>b<tr><td>1|2<td>3</table>", "| a | b |\n|---|---|\n| 1\\|2 | 3 |")]
    [InlineData("<a href=\"https://a.vn/x y\">b</a>", "[b](<https://a.vn/x%20y>)")]
    [InlineData("<a href=\"javascript:alert(1)\">b</a>", "b")]
    [InlineData("<a href=\"data:text/html,x\">b</a>", "b")]
    [InlineData("<img src=\"x.png\" alt=\"hình\">", "hình")]
    [InlineData("<img src=\"data:image/png;base64,AAAA\" alt=\"hình\">", "hình")]
    [InlineData("<script>x</script><style>y</style><iframe src=z></iframe>a<svg><script>b</script></svg>", "a")]
    [InlineData("<div onclick=\"x\">a</div>", "a")]
    [InlineData("a &lt;b&gt; * _c_ # [d](e) `f` \\", "a \\<b\\> \\* \\_c\\_ \\# \\[d\\](e) \\`f\\` \\\\")]
    [InlineData("$a_1*b_2$ và $$x_i$$ giá $5", "$a_1*b_2$ và $$x_i$$ giá $5")]
    [InlineData("10<sup>9</sup>", "10^9")]
    [InlineData("a&nbsp;&nbsp;b\n   c", "a b c")]
    [InlineData("<blockquote>a<p>b</blockquote>", "> a\n> \n> b")]
    [InlineData("<p></p><div><span></span></div>", "")]
    [InlineData("", "")]
    public void HTML_becomes_Markdown_that_says_the_same(string html, string markdown) =>
        Assert.Equal(markdown, HtmlMarkdown.Of(html, _ => null));

    [Theory]
    [InlineData("<div>", true)]
    [InlineData("<b>", true)]
    [InlineData("<b></p>", true)]
    [InlineData("<table><tr><td>", true)]
    [InlineData("<ul><li>", true)]
    [InlineData("<p>", true)]
    [InlineData("<br/>", true)]
    [InlineData("<<", false)]
    [InlineData("$", false)]
    [InlineData("`", false)]
    [InlineData("*", false)]
    [InlineData("a\n\n\n", false)]
    [InlineData("data:image/png;base64,", false)]
    public void Hostile_parts_take_bounded_time(string part, bool isRefused)
    {
        ThreadCpu.GrowsNearlyLinearly(
            1 << 16,
            letters =>
            {
                var html = string.Concat(Enumerable.Repeat(part, letters / part.Length));
                return isRefused
                    ? () => Assert.Throws<ImportException>(() => HtmlMarkdown.Of(html, _ => null))
                    : () => HtmlMarkdown.Of(html, _ => null);
            }
        );
    }

    [Fact]
    public void Many_short_elements_are_well()
    {
        var rows = string.Concat(Enumerable.Repeat("<tr><td>a<td><b>b</b></tr>", 1000));
        Assert.Equal(1002, HtmlMarkdown.Of($"<table>{rows}</table>", _ => null).Split('\n').Length + 1);
    }

    [Fact]
    public void A_part_that_is_too_long_is_refused() =>
        Assert.Throws<ImportException>(() => HtmlMarkdown.Of(new string('a', (1 << 18) + 1), _ => null));
}
