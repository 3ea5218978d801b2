namespace Judge.Marking.Ranks;

/// <param name="Code">Told apart within the contest.</param>
/// <param name="Count">0: it is not given this time.</param>
/// <param name="Least">The least mark that earns it; 0: any.</param>
public sealed record Prize(string Code, int Count, decimal Least = 0);

/// <summary>Equals of whom only some would get a prize: the head juror decides, or the organiser gives more or fewer.</summary>
/// <param name="Places">How many of them get it.</param>
public sealed record OpenPrize(string Prize, int Rank, int Places, IReadOnlyList<EntryId> Entries);

/// <param name="Open">In the order of the prizes; empty: all is decided.</param>
public sealed record PrizeList(IReadOnlyDictionary<EntryId, string> Given, IReadOnlyList<OpenPrize> Open);

/// <summary>Prizes by rank, from the best prize down. Popular votes are no part of it.</summary>
public static class PrizeRule
{
    /// <param name="rows">As <see cref="Ranking"/> gives them.</param>
    public static PrizeList Give(IReadOnlyList<RankRow> rows, IEnumerable<Prize> prizes)
    {
        var groups = new Queue<SharedRank>(
            rows.Where(row => row.Rank is not null)
                .GroupBy(row => (Rank: row.Rank!.Value, row.Mark))
                .OrderBy(group => group.Key)
                .Select(group => new SharedRank(group.Key.Rank, group.Key.Mark, [.. group.Select(row => row.Entry)]))
        );
        var given = new Dictionary<EntryId, string>();
        var open = new List<OpenPrize>();
        foreach (var prize in prizes)
        {
            var places = prize.Count;
            while (places > 0 && groups.TryPeek(out var equals) && equals.Mark >= prize.Least)
            {
                var taken = Math.Min(places, equals.Waiting);
                if (taken == equals.Entries.Count)
                {
                    equals.Entries.ToList().ForEach(entry => given.Add(entry, prize.Code));
                }
                else
                {
                    open.Add(new OpenPrize(prize.Code, equals.Rank, taken, equals.Entries));
                }

                places -= taken;
                equals.Waiting -= taken;
                if (equals.Waiting == 0)
                {
                    groups.Dequeue();
                }
            }
        }

        return new PrizeList(given, open);
    }

    private sealed class SharedRank(int rank, decimal mark, IReadOnlyList<EntryId> entries)
    {
        public int Rank => rank;

        public decimal Mark => mark;

        public IReadOnlyList<EntryId> Entries => entries;

        /// <summary>How many of them have no prize yet.</summary>
        public int Waiting { get; set; } = entries.Count;
    }
}
