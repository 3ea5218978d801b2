namespace Judge.Score;

/// <summary>From tests to marks, in decimals throughout: thirds of a point must not be lost to binary fractions.</summary>
public static class PointsRule
{
    /// <summary>
    /// Share of the full mark, 0 to 1: every secret test weighs the same, one that was not run is not passed. Samples are
    /// printed in the statement and count only where there is nothing else.
    /// </summary>
    /// <param name="secretTests">Secret tests of the problem, run or not.</param>
    /// <param name="allTests">All its tests.</param>
    internal static decimal Share(IReadOnlyCollection<TestResult> results, int secretTests, int allTests)
    {
        if (allTests == 0)
            return 0;
        return secretTests > 0
            ? results.Where(result => !result.IsSample).Sum(result => result.Share) / secretTests
            : results.Sum(result => result.Share) / allTests;
    }

    /// <summary>A share of a full mark in points, as they are shown.</summary>
    public static decimal Points(decimal share, decimal fullMark) => Round(share * fullMark);

    /// <summary>To two places, halves away from zero as schools round.</summary>
    public static decimal Round(decimal points) => decimal.Round(points, 2, MidpointRounding.AwayFromZero);
}
