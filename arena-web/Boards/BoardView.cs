namespace ArenaWeb.Boards;

/// <summary>
/// A board ready to be shown: every text is final, nothing is computed here. <c>Frozen</c> hatches what is hidden since the freeze.
/// </summary>
internal sealed record BoardView(
    IReadOnlyList<BoardColumn> Problems,
    IReadOnlyList<BoardRow> Rows,
    bool Frozen = false,
    bool HasPenalty = false
);

/// <summary>A problem's column: its letter and its name.</summary>
internal sealed record BoardColumn(string Label, string Name);

/// <summary>
/// An entrant's row. <c>Id</c> stays the same while ranks change, so that rows can glide and a viewer's own row can be found.
/// </summary>
internal sealed record BoardRow(
    string Id,
    string Rank,
    string Entrant,
    string School,
    string Total,
    string? Penalty,
    IReadOnlyList<BoardCell> Cells,
    string Class = ""
);

/// <summary>
/// One entrant's state in one problem. <c>Text</c>: points or minutes; <c>Attempts</c>: how often handed in; <c>First</c>: solved it first
/// of all; <c>Minute</c>: when the points came, where that decides between equals.
/// </summary>
internal sealed record BoardCell(BoardCellState State, string Text = "", int Attempts = 0, bool First = false, int? Minute = null)
{
    public static readonly BoardCell Untouched = new(BoardCellState.Untouched);
}

internal enum BoardCellState
{
    Untouched,
    Solved,
    Partial,
    Wrong,

    /// <summary>Handed in and not judged yet.</summary>
    Waiting,

    /// <summary>Handed in after the freeze: nobody may know.</summary>
    Frozen,
}
