using ArenaWeb.Boards;

namespace ArenaWeb.StyleGuide;

/// <summary>A board of made-up pupils with every kind of cell.</summary>
internal static class GuideBoard
{
    private static readonly (string Name, string School)[] Pupils =
    [
        ("Đỗ Minh Đức", "THPT chuyên Lê Hồng Phong"),
        ("Nguyễn Thị Minh Anh", "THCS Trần Văn Ơn"),
        ("Trần Thị Ánh", "THCS Nguyễn Du"),
        ("Hồ Ăn", "THCS Trần Văn Ơn"),
        ("Phạm Hoài Ân", "THPT Gia Định"),
        ("Vũ Thị Thu Dung", "THPT chuyên Lê Hồng Phong"),
        ("Lý Dũng", "THCS Nguyễn Du"),
        ("Đặng Tiến Đạt", "Trường TH, THCS và THPT Đinh Thiện Lý"),
    ];

    public static BoardView Make() =>
        new(
            [new("A", "Tổng hai số"), new("B", "Dãy con"), new("C", "Xếp gạch"), new("D", "Đường đi"), new("E", "Mê cung")],
            [
                .. Pupils.Select(
                    (pupil, place) =>
                        new BoardRow(
                            $"e{place}",
                            $"{place + 1}",
                            pupil.Name,
                            pupil.School,
                            $"{480 - 55 * place}",
                            $"{62 + 17 * place}",
                            Cells(place)
                        )
                ),
            ],
            Frozen: true,
            HasPenalty: true
        );

    private static List<BoardCell> Cells(int place) =>
        [
            new(BoardCellState.Solved, "100", 1 + place % 3, First: place == 1),
            place < 6 ? new(BoardCellState.Solved, "100", 1 + place % 2, First: place == 0) : new(BoardCellState.Partial, "35", 4),
            place < 3 ? new(BoardCellState.Partial, $"{80 - 12 * place}", 2) : new(BoardCellState.Wrong, "0", 3),
            place % 2 == 0 ? new(BoardCellState.Frozen, "", 2) : BoardCell.Untouched,
            place == 3 ? new(BoardCellState.Waiting, "", 1) : BoardCell.Untouched,
        ];
}
