using Judge.Score;

namespace Judge.Marking.Moderation;

/// <summary>What came of an appeal (phúc khảo).</summary>
/// <param name="NeedsThird">The two new jurors lie too far apart, and nobody else has marked yet.</param>
/// <param name="Fresh">The mean of the new sheets; null: not yet.</param>
/// <param name="Official">The mark from now on, rounded.</param>
public sealed record Appealed(bool NeedsThird, decimal? Fresh, decimal Official)
{
    public bool Changes(decimal old) => Official != old;
}

/// <summary>New jurors who never marked the entry mark it blind; their mean replaces the mark where it differs enough.</summary>
public static class AppealRule
{
    /// <summary>In hundredths of the scale.</summary>
    public const decimal UsualLeast = 5;

    /// <param name="old">The official mark.</param>
    /// <param name="fresh">Two new marks, or three.</param>
    /// <param name="least">The smallest difference that changes the mark, up or down, in marks.</param>
    public static Appealed Of(decimal old, IReadOnlyList<decimal> fresh, Thresholds thresholds, decimal least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fresh.Count, 2);
        if (fresh.Count == 2 && Math.Abs(fresh[0] - fresh[1]) > thresholds.Talk)
        {
            return new Appealed(true, null, old);
        }

        var mark = PointsRule.Round(fresh.Sum() / fresh.Count);
        return new Appealed(false, mark, Math.Abs(mark - old) >= least ? mark : old);
    }
}
