using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ArenaWeb.Boards;
using ArenaWeb.Words;

namespace ArenaWeb.Tests.Boards;

public sealed class BoardRowsTests
{
    [Fact]
    public void A_row_bears_its_id_and_school_and_shows_rank_name_and_total()
    {
        var row = Rows(Row([])).Single();
        Assert.Equal("e1", row.GetAttribute("data-id"));
        Assert.Equal("THCS A", row.GetAttribute("data-school"));
        Assert.Equal(["1", "Hồ ĂnTHCS A", "300"], row.Children.Select(cell => cell.TextContent));
    }

    [Fact]
    public void What_people_wrote_cannot_become_markup()
    {
        var row = Rows(new BoardRow("\"x", "1", "<b>A</b>", "\"><script>", "1", null, [])).Single();
        Assert.Equal("<b>A</b>", row.QuerySelector("th span")!.TextContent);
        Assert.Equal("\"><script>", row.GetAttribute("data-school"));
        Assert.Equal("\"x", row.GetAttribute("data-id"));
    }

    [Theory]
    [InlineData(BoardCellState.Solved, "100", "Đúng: 1002 lần")]
    [InlineData(BoardCellState.Wrong, "", "Chưa đúng: −2 lần")]
    [InlineData(BoardCellState.Frozen, "", "Đã đóng băng: ?2 lần")]
    internal void A_cell_says_its_state_in_words(BoardCellState state, string text, string said)
    {
        var cell = Rows(Row([new BoardCell(state, text, 2)])).Single().Children[2];
        Assert.Equal(said, cell.TextContent);
        Assert.Contains($"cell-{state.ToString().ToLowerInvariant()}", cell.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_to_solve_has_a_star_with_a_name()
    {
        var cell = Rows(Row([new BoardCell(BoardCellState.Solved, "100", 1, First: true)])).Single().Children[2];
        Assert.Equal("Giải đúng đầu tiên", cell.QuerySelector("svg")!.GetAttribute("aria-label"));
    }

    private static BoardRow Row(IReadOnlyList<BoardCell> cells) => new("e1", "1", "Hồ Ăn", "THCS A", "300", null, cells);

    private static IHtmlCollection<IElement> Rows(params BoardRow[] rows)
    {
        using var html = new StringWriter();
        new BoardRows(new BoardView([], rows), new Phrases(new Lexicon(), SiteLanguage.Vietnamese), "/icons.svg").WriteTo(
            html,
            HtmlEncoder.Default
        );
        return new HtmlParser().ParseDocument($"<table>{html}</table>").QuerySelectorAll("tr");
    }
}
