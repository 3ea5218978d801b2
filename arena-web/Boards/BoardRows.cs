using System.Globalization;
using System.Text.Encodings.Web;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Html;

namespace ArenaWeb.Boards;

/// <summary>
/// The body of a board's table as HTML, written straight to the stream: it is made once for each change, kept as bytes and sent to
/// everyone, so it knows nothing of a request or a viewer. <c>spriteAddress</c> is where the icons are.
/// </summary>
internal sealed class BoardRows(BoardView board, Phrases words, string spriteAddress) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<tbody>");
        foreach (var row in board.Rows)
        {
            WriteRow(writer, encoder, row);
        }
        writer.Write("</tbody>");
    }

    private void WriteRow(TextWriter writer, HtmlEncoder encoder, BoardRow row)
    {
        Write(writer, encoder, $"<tr data-id=\"{row.Id}\" data-school=\"{row.School}\"><td class=\"board-rank\">{row.Rank}</td>");
        var school = row.Class.Length > 0 ? $"{row.School} · {row.Class}" : row.School;
        Write(writer, encoder, $"<th scope=\"row\" class=\"board-entrant\"><span>{row.Entrant}</span><small>{school}</small></th>");
        foreach (var cell in row.Cells)
        {
            WriteCell(writer, encoder, cell);
        }
        Write(writer, encoder, $"<td class=\"board-total\">{row.Total}</td>");
        if (board.HasPenalty)
        {
            Write(writer, encoder, $"<td class=\"board-penalty\">{row.Penalty}</td>");
        }
        writer.Write("</tr>");
    }

    private void WriteCell(TextWriter writer, HtmlEncoder encoder, BoardCell cell)
    {
        if (cell.State == BoardCellState.Untouched)
        {
            Write(writer, encoder, $"<td class=\"cell\"><span class=\"unseen\">{words["board.untouched"]}</span></td>");
            return;
        }
        var state = cell.State.ToString().ToLowerInvariant();
        Write(writer, encoder, $"<td class=\"cell cell-{state}\"><span class=\"unseen\">{words[$"board.{state}"]} </span>");
        if (cell.First)
        {
            Write(writer, encoder, $"<svg class=\"icon cell-first\" role=\"img\" aria-label=\"{words["board.first"]}\">");
            Write(writer, encoder, $"<use href=\"{spriteAddress}#star\"></use></svg>");
        }
        Write(writer, encoder, $"<b>{(cell.Text.Length > 0 ? cell.Text : Sign(cell.State))}</b>");
        if (cell.Attempts > 0)
        {
            writer.Write("<small>");
            if (cell.Minute is { } minute)
            {
                Write(writer, encoder, $"<span class=\"cell-minute\">{words["board.minute", minute]}</span>");
            }
            Write(writer, encoder, $"{words["board.attempts", cell.Attempts]}</small>");
        }
        writer.Write("</td>");
    }

    private static string Sign(BoardCellState state) =>
        state switch
        {
            BoardCellState.Solved => "+",
            BoardCellState.Wrong => "−",
            _ => "?",
        };

    /// <summary>Writes the literal parts as they are and every value encoded.</summary>
    private static void Write(TextWriter writer, HtmlEncoder encoder, FormattableString html)
    {
        var values = html.GetArguments()
            .Select(value => (object)encoder.Encode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""))
            .ToArray();
        writer.Write(html.Format, values);
    }
}
