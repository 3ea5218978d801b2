using static Judge.Tests.Grade.Gradings;

namespace Judge.Tests.Grade;

public sealed class GradeTableTests
{
    [Fact]
    public void Equal_sums_share_a_rank_and_what_is_missing_gives_nothing()
    {
        var table = Table();
        Assert.Equal([("An", 1, 7m), ("Bình", 1, 7m), ("Cường", 3, 0m)], table.Rows.Select(row => (row.Contestant, row.Rank, row.Total)));
        Assert.Equal([2m, 5m], table.Rows[0].Cells.Select(cell => cell.Points!.Value));
        Assert.Null(table.Rows[2].Cells[1].Points);
    }
}
