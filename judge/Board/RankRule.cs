using Judge.Contests;

namespace Judge.Board;

/// <summary>
/// Who stands before whom. Points: more is better, equals share the rank. With penalty: more points or problems, then less penalty, then
/// the earlier minute of the last try that counts (World Finals rules for the last solved problem; VNOJ likewise for the last one that
/// changed the points), then a shared rank.
/// </summary>
internal sealed class RankRule(ScoringStyle scoring) : IComparer<Row>
{
    /// <summary>A strict order: those who share a rank stand by their numbers.</summary>
    public int Compare(Row? a, Row? b) => Standing(a!, b!) is not 0 and var order ? order : a!.Entrant.Value.CompareTo(b!.Entrant.Value);

    /// <summary>
    /// Numbers rows that stand in order, 1 2 2 4, from an index on; stops past <paramref name="to"/> at the first rank that
    /// is right already.
    /// </summary>
    public void Number(List<Row> rows, int from, int to)
    {
        for (var i = from; i < rows.Count; i++)
        {
            var rank = i > 0 && Standing(rows[i - 1], rows[i]) == 0 ? rows[i - 1].Rank : i + 1;
            if (rows[i].Rank != rank)
            {
                rows[i] = rows[i] with { Rank = rank };
            }
            else if (i > to)
            {
                return;
            }
        }
    }

    private int Standing(Row a, Row b)
    {
        var order = b.Points.CompareTo(a.Points);
        order = order != 0 ? order : a.Penalty.CompareTo(b.Penalty);
        return order != 0 || scoring == ScoringStyle.Points ? order : LastMinute(a).CompareTo(LastMinute(b));
    }

    private static int LastMinute(Row row)
    {
        var last = 0;
        foreach (var cell in row.Cells)
        {
            last = Math.Max(last, cell.Minute ?? 0);
        }

        return last;
    }
}
