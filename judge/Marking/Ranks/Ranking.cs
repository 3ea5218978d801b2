using Judge.Score;

namespace Judge.Marking.Ranks;

/// <summary>What an entry is ranked by.</summary>
public sealed record RankedEntry
{
    public required EntryId Entry { get; init; }

    /// <summary>Raw or adjusted, as the contest's rules say; it is rounded here.</summary>
    public required decimal Mark { get; init; }

    /// <summary>Means of the criteria that decide between equal totals, in the order that the rules name them.</summary>
    public IReadOnlyList<decimal> Deciding { get; init; } = [];

    /// <summary>The order that the head juror has set among equals, with minutes; less is better. Null: nothing was decided.</summary>
    public int? Order { get; init; }

    /// <summary>It keeps its marks and has no rank.</summary>
    public bool IsDisqualified { get; init; }
}

/// <summary>What placed an entry among those of the same total.</summary>
public enum TieBreak
{
    /// <summary>Nobody has the same total.</summary>
    None,
    Criterion,
    Head,

    /// <summary>Equal in all: the rank is shared, or the head juror has yet to decide.</summary>
    Shared,
}

/// <param name="Rank">From 1; equals share one, and the next is left out. Null: it is disqualified.</param>
/// <param name="Mark">As it is printed.</param>
public sealed record RankRow(EntryId Entry, int? Rank, decimal Mark, TieBreak TieBreak);

/// <summary>
/// Ranks by what is printed: total, then the named criteria, then the head juror's order. The time of handing in decides nothing.
/// </summary>
public static class Ranking
{
    /// <summary>Best first; the disqualified come last.</summary>
    public static IReadOnlyList<RankRow> Of(IEnumerable<RankedEntry> entries)
    {
        RankedEntry[] sorted = [.. entries.Select(Rounded).Order(Comparer<RankedEntry>.Create(Compare)).ThenBy(one => one.Entry)];
        var rows = new List<RankRow>(sorted.Length);
        var rank = 0;
        for (var at = 0; at < sorted.Length; at++)
        {
            rank = at > 0 && Compare(sorted[at - 1], sorted[at]) == 0 ? rank : at + 1;
            var neighbours = sorted[Math.Max(0, at - 1)..Math.Min(sorted.Length, at + 2)].Where(other => other != sorted[at]);
            rows.Add(
                new RankRow(
                    sorted[at].Entry,
                    sorted[at].IsDisqualified ? null : rank,
                    sorted[at].Mark,
                    neighbours.Select(other => Between(sorted[at], other)).Append(TieBreak.None).Max()
                )
            );
        }

        return rows;
    }

    private static RankedEntry Rounded(RankedEntry one) =>
        one with
        {
            Mark = PointsRule.Round(one.Mark),
            Deciding = [.. one.Deciding.Select(PointsRule.Round)],
        };

    private static int Compare(RankedEntry one, RankedEntry other)
    {
        var byMark = (one.IsDisqualified, -one.Mark).CompareTo((other.IsDisqualified, -other.Mark));
        return byMark != 0 ? byMark
            : ByCriteria(one, other) is not 0 and var byCriteria ? byCriteria
            : (one.Order ?? int.MaxValue).CompareTo(other.Order ?? int.MaxValue);
    }

    private static int ByCriteria(RankedEntry one, RankedEntry other) =>
        one.Deciding.Zip(other.Deciding, (own, its) => its.CompareTo(own)).FirstOrDefault(order => order != 0);

    private static TieBreak Between(RankedEntry one, RankedEntry other) =>
        one.IsDisqualified || other.IsDisqualified || one.Mark != other.Mark ? TieBreak.None
        : ByCriteria(one, other) != 0 ? TieBreak.Criterion
        : Compare(one, other) != 0 ? TieBreak.Head
        : TieBreak.Shared;
}
