using Judge.Marking.Draw;

namespace Judge.Marking.Assignment;

/// <summary>
/// The draw: in each pass every entry, in an order drawn by lot, gets the juror with the fewest sheets, then the one who has met the
/// entry's jurors least, then the cheapest, then by an order drawn by lot.
/// </summary>
internal static class GreedyDraw
{
    public static void Play(Deal deal, LoadLimits limits, Pairs pairs, Xoshiro lots)
    {
        int[] entries = [.. Enumerable.Range(0, deal.Entries.Count)];
        int[] jurors = [.. Enumerable.Range(0, deal.Jurors.Count)];
        for (var pass = 0; pass < deal.PerEntry; pass++)
        {
            lots.Shuffle(entries);
            lots.Shuffle(jurors);
            foreach (var entry in entries.Where(entry => deal.Holes(entry) >= deal.PerEntry - pass))
            {
                var fitting = jurors.Where(juror => limits.HasRoom(juror) && deal.CanTake(entry, juror));
                if (fitting.Select(juror => (int?)juror).MinBy(juror => Preference(entry, juror!.Value)) is { } drawn)
                {
                    pairs.Add(deal.Holders[entry], drawn);
                    deal.Give(entry, drawn);
                }
            }
        }

        (int Load, int Met, int Cost) Preference(int entry, int juror) =>
            (deal.Load[juror], deal.Holders[entry].Sum(other => pairs.Weight(other, juror)), deal.Cost(entry, juror));
    }
}
