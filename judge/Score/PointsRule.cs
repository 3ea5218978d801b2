namespace Judge.Score;

/// <summary>From shares to points, in decimals throughout: thirds of a point must not be lost to binary fractions.</summary>
public static class PointsRule
{
    /// <summary>Finer than any mark, coarser than what rounding a share can cost.</summary>
    private const int ExactPlaces = 8;

    /// <summary>Smallest difference of two numbers of points that can be seen.</summary>
    private const decimal Smallest = 0.01m;

    /// <summary>A share of a full mark in points, as they are shown: a sixth of 0.75 is 0.125, so 0.13.</summary>
    public static decimal Points(decimal share, decimal fullMark) => Round(share * fullMark);

    /// <summary>Points that are not all, as they are told: rounding does not make them the full mark.</summary>
    public static decimal Part(decimal points, decimal fullMark) => Math.Max(0, Math.Min(Round(points), fullMark - Smallest));

    /// <summary>
    /// To two places, halves away from zero as schools round: what falls short of a half only because shares are rounded is one.
    /// </summary>
    public static decimal Round(decimal points) => decimal.Round(decimal.Round(points, ExactPlaces), 2, MidpointRounding.AwayFromZero);
}
