using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ArenaWeb.Problems;

namespace ArenaWeb.Tests.Problems;

public sealed class StatementsTests
{
    [Fact]
    public void Html_in_a_statement_is_text()
    {
        var body = Parsed("<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> b");
        Assert.Empty(body.QuerySelectorAll("script, img"));
        Assert.Contains("<script>alert(1)</script>", body.TextContent);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](data:text/html,y)")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x](/btc)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x][1]\n\n[1]: vbscript:y")]
    public void A_link_that_does_not_lead_to_the_web_is_only_its_words(string markdown) =>
        Assert.Empty(Parsed(markdown).QuerySelectorAll("a"));

    [Fact]
    public void A_link_to_the_web_gives_nothing_away()
    {
        var link = Assert.Single(Parsed("[Pascal](https://www.freepascal.org/)").QuerySelectorAll("a"));
        Assert.Equal("noopener noreferrer", link.GetAttribute("rel"));
    }

    [Fact]
    public void An_image_gives_way_to_its_words()
    {
        var body = Parsed("Xem ![hình vuông](https://example.org/x.png).");
        Assert.Empty(body.QuerySelectorAll("img"));
        Assert.Equal("Xem hình vuông.", body.TextContent.Trim());
    }

    [Theory]
    [InlineData("Cho $a_1 * b_2 * c_3$ và $x_i < y_i$.", 2, "inline")]
    [InlineData("$$\n\\sum_{i=1}^n a_i\n$$", 1, "block")]
    public void Mathematics_is_typeset_before_emphasis_can_touch_it(string markdown, int formulas, string display)
    {
        var body = Parsed(markdown);
        Assert.Equal(formulas, body.QuerySelectorAll("math").Length);
        Assert.Empty(body.QuerySelectorAll("em, strong"));
        Assert.Equal(display == "block", body.QuerySelector("math")!.GetAttribute("display") == "block");
    }

    [Fact]
    public void What_is_beyond_school_stays_as_it_is_written() =>
        Assert.Equal("Cho $\\unknown_a * b$.", Parsed("Cho $\\unknown_a * b$.").TextContent.Trim());

    [Fact]
    public void The_title_of_the_page_stays_its_only_first_heading()
    {
        var body = Parsed("# Một\n\n## Hai\n\n### Ba");
        Assert.Equal(["H2", "H2", "H3"], body.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.TagName));
    }

    [Fact]
    public void Tables_are_tables() => Assert.Equal(2, Parsed("| a | b |\n|---|---|\n| 1 | 2 |").QuerySelectorAll("td").Length);

    [Theory]
    [InlineData("Giải thích")]
    [InlineData("Explanation")]
    public void What_explains_the_samples_stands_apart(string heading)
    {
        var statement = Statements.Render($"Đề.\n\n## Giới hạn\n\n$n \\le 5$\n\n## {heading}\n\nVì *thế*.");
        Assert.EndsWith("</p>\n", statement.Body.Value, StringComparison.Ordinal);
        Assert.Contains("Giới hạn", statement.Body.Value, StringComparison.Ordinal);
        Assert.Equal($"<h2>{heading}</h2>\n<p>Vì <em>thế</em>.</p>\n", statement.Notes.Value);
    }

    [Theory]
    [InlineData("Đề.\n\nGiải thích")]
    [InlineData("> ## Giải thích\n>\n> Vì thế.")]
    [InlineData("## Giải thích thêm\n\nVì thế.")]
    public void Without_such_a_heading_all_is_one_piece(string markdown)
    {
        var statement = Statements.Render(markdown);
        Assert.Equal("", statement.Notes.Value);
        Assert.Contains("Giải thích", statement.Body.Value, StringComparison.Ordinal);
    }

    private static IElement Parsed(string markdown) => new HtmlParser().ParseDocument(Shown(Statements.Render(markdown))).Body!;

    private static string Shown(Statement statement) => $"{statement.Body}{statement.Notes}";
}
