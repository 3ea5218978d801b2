namespace Judge.Marking.Assignment;

/// <summary>Connects jurors who share no entry, by the cheapest exchanges of two sheets, so that severities can be compared.</summary>
internal static class Connection
{
    private const int MostTried = 100;

    /// <returns>Components that are left.</returns>
    public static int Join(Deal deal)
    {
        var groups = Groups(deal);
        while (groups.Count > 1 && IsJoined(deal, groups))
        {
            groups = Groups(deal);
        }

        return groups.Count;
    }

    private static bool IsJoined(Deal deal, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        var exchanges =
            from one in groups[0]
            from other in groups.Skip(1).SelectMany(far => far)
            from entry in deal.Movable[one]
            where deal.CanTake(entry, other)
            from its in deal.Movable[other]
            where deal.CanTake(its, one)
            orderby deal.Cost(entry, other) - deal.Cost(entry, one) + deal.Cost(its, one) - deal.Cost(its, other)
            select (one, entry, other, its);
        foreach (var (one, entry, other, its) in exchanges.Take(MostTried).ToList())
        {
            Exchange(one, entry, other, its);
            if (Groups(deal).Count < groups.Count)
            {
                return true;
            }

            Exchange(other, entry, one, its);
        }

        return false;

        void Exchange(int from, int entry, int to, int its)
        {
            deal.Move(entry, from, to);
            deal.Move(its, to, from);
        }
    }

    private static List<IReadOnlyList<int>> Groups(Deal deal) =>
        [
            .. JurorGraph
                .Components(
                    deal.Holders.Where(holders => holders.Count > 0).Select(IReadOnlyList<JurorId> (holders) => [.. holders.Select(Id)])
                )
                .Select(IReadOnlyList<int> (group) => [.. group.Select(juror => (int)juror.Value)]),
        ];

    /// <summary>Places serve as numbers here.</summary>
    private static JurorId Id(int juror) => new(juror);
}
