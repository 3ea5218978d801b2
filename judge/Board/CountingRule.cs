using Judge.Contests;
using Judge.Problems;
using Judge.Score;

namespace Judge.Board;

/// <summary>What an entrant's tries at one problem come to.</summary>
/// <param name="Share">What counts, 0 to 1 of the full mark.</param>
/// <param name="By">The try that brought the share to where it is; null: there is nothing that counts.</param>
/// <param name="Before">Tries before that one.</param>
/// <param name="Tries">Tries up to the one that needs no other after it.</param>
/// <param name="Waiting">Those without a verdict.</param>
internal readonly record struct Tally(decimal Share, Judged? By, int Before, int Tries, int Waiting)
{
    public bool IsFull => Share == 1;
}

/// <summary>From the tries at one problem to what counts of them. Compile and judge errors are no tries.</summary>
internal static class CountingRule
{
    /// <summary>Thirds of a mark that come together in another order differ in the last of 28 digits, and are the same work.</summary>
    private const int Places = 12;

    /// <param name="hidden">Whether a try is shown as waiting, whatever came of it.</param>
    /// <param name="tries">In the order they came in.</param>
    public static Tally Of(Contest contest, Func<Judged, bool> hidden, IEnumerable<Judged> tries)
    {
        var (tally, groups) = (default(Tally), new BestOfGroups());
        foreach (var one in tries)
        {
            if (one.Verdict == Verdict.None || hidden(one))
            {
                tally = tally with { Waiting = tally.Waiting + 1 };
            }
            else if (one.Verdict is not (Verdict.CompileError or Verdict.JudgeError))
            {
                tally = With(tally, one, ShareAfter(contest, one, groups), contest.Counting == Counting.Last);
            }

            if (tally.IsFull && contest.Counting != Counting.Last)
            {
                break;
            }
        }

        return tally;
    }

    private static Tally With(Tally tally, Judged one, decimal share, bool lastCounts)
    {
        var counts = lastCounts || share > tally.Share;
        return tally with
        {
            Share = counts ? share : tally.Share,
            By =
                !counts ? tally.By
                : share > 0 ? one
                : null,
            Before = counts ? tally.Tries : tally.Before,
            Tries = tally.Tries + 1,
        };
    }

    /// <summary>What the entrant would have if this try were the best so far.</summary>
    private static decimal ShareAfter(Contest contest, Judged one, BestOfGroups groups)
    {
        if (contest.Scoring == ScoringStyle.Icpc)
        {
            return one.Verdict == Verdict.Accepted ? 1 : 0;
        }

        var share = contest.Counting == Counting.BestPerSubtask ? groups.With(one) : one.Share;
        return decimal.Round(Math.Clamp(share, 0, 1), Places);
    }

    /// <summary>
    /// The best of each group over all tries, and never less than the try itself: its groups were rounded one by one. Tries that were
    /// judged by another number of groups (the problem was changed, and not judged again) are kept apart, because their groups are not
    /// the same ones; the better of both counts.
    /// </summary>
    private sealed class BestOfGroups
    {
        private readonly Dictionary<int, decimal[]> _best = [];

        public decimal With(Judged one)
        {
            var shares = one.Groups.Count > 0 ? one.Groups : [one.Share];
            if (!_best.TryGetValue(shares.Count, out var best))
            {
                _best[shares.Count] = best = new decimal[shares.Count];
            }

            for (var group = 0; group < best.Length; group++)
            {
                best[group] = Math.Max(best[group], shares[group]);
            }

            return Math.Max(one.Share, _best.Values.Max(known => known.Sum()));
        }
    }
}
