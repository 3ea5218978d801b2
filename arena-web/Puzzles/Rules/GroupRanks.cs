using Judge.Board;

namespace ArenaWeb.Puzzles.Rules;

/// <summary>A board among some of its entrants. Pure.</summary>
internal static class GroupRanks
{
    /// <summary>The same rows in the same order with their ranks in the group; who ties on the whole board ties here.</summary>
    /// <param name="rows">Best first, as the whole board has them.</param>
    public static IReadOnlyList<Row> Of(IEnumerable<Row> rows, Func<Row, bool> isOfGroup)
    {
        var found = new List<Row>();
        var (before, rank) = (0, 0);
        foreach (var (i, row) in rows.Where(isOfGroup).Index())
        {
            rank = row.Rank == before ? rank : i + 1;
            before = row.Rank;
            found.Add(row with { Rank = rank });
        }

        return found;
    }
}
