using System.Numerics;
using Judge.Problems;
using Judge.Score;

namespace Judge.Tests.Programs.Verdicts;

/// <summary>Points of a problem whose every test was run, as simply as they are meant, in fractions that are never shortened.</summary>
internal sealed class Reference
{
    private readonly Dictionary<string, decimal> _shares;
    private readonly HashSet<string> _notFull = [];

    private Reference(IEnumerable<TestOutcome> results) => _shares = results.ToDictionary(Key, result => Math.Clamp(result.Share, 0, 1));

    /// <summary>Share of all points, rounded once to 12 places; null: there are no points to have.</summary>
    public static decimal? ShareOf(Problem problem, IEnumerable<TestOutcome> results)
    {
        var reference = new Reference(results);
        var groups = problem.Groups.Select(group => (group.IsSample, Part: reference.PointsOf(group, isLeftOut: false))).ToList();
        var (points, most) = Together(problem.Total, [.. groups.Where(group => !group.IsSample).Select(group => group.Part)]);
        return most.N.IsZero ? null : Rounded(points / most);
    }

    private (Ratio Points, Ratio Most, bool IsFull) PointsOf(TestGroup group, bool isLeftOut)
    {
        isLeftOut |= group.Requires.Any(_notFull.Contains);
        (Ratio Points, Ratio Most) had;
        bool isFull;
        if (group.Groups.Count > 0)
        {
            List<(Ratio Points, Ratio Most, bool IsFull)> parts = [.. group.Groups.Select(inner => PointsOf(inner, isLeftOut))];
            had = Together(group.Aggregation, parts);
            isFull = had.Most.N.IsZero ? parts.TrueForAll(part => part.IsFull) : had.Points.CompareTo(had.Most) == 0;
        }
        else
        {
            var share = ShareOf(group, isLeftOut);
            had = (share * Ratio.Of(group.Max), Ratio.Of(group.Max));
            isFull = share.CompareTo(Ratio.Of(1)) == 0;
        }

        if (!isFull)
        {
            _notFull.Add(group.Name);
        }

        return (had.Points, had.Most, isFull);
    }

    private Ratio ShareOf(TestGroup group, bool isLeftOut)
    {
        var shares = new List<(decimal Mark, decimal Share)>();
        foreach (var test in group.Tests)
        {
            var share = isLeftOut ? 0 : _shares[$"{test.IsSample} {test.Name}"];
            isLeftOut |= group.Stops && share == 0;
            shares.Add((test.Mark, share));
        }

        return (group.IsSample ? Aggregation.Average : group.Aggregation) switch
        {
            Aggregation.Sum when shares.Exists(one => one.Mark > 0) => Ratio.Sum(
                shares.Select(one => Ratio.Of(one.Mark) * Ratio.Of(one.Share))
            ) / Ratio.Sum(shares.Select(one => Ratio.Of(one.Mark))),
            Aggregation.Sum or Aggregation.Average => Ratio.Sum(shares.Select(one => Ratio.Of(one.Share))) / Ratio.Of(shares.Count),
            Aggregation.Min => Ratio.Of(shares.Min(one => one.Share)),
            Aggregation.Max => Ratio.Of(shares.Max(one => one.Share)),
            Aggregation.Product => shares.Aggregate(Ratio.Of(1), (product, one) => product * Ratio.Of(one.Share)),
            _ => Ratio.Of(shares.TrueForAll(one => one.Share == 1) ? 1 : 0),
        };
    }

    private static (Ratio Points, Ratio Most) Together(Aggregation aggregation, List<(Ratio Points, Ratio Most, bool IsFull)> parts)
    {
        var worth = aggregation == Aggregation.Min ? parts.FindAll(part => !part.Most.N.IsZero) : parts;
        if (worth.Count == 0)
        {
            return (Ratio.Of(0), Ratio.Of(0));
        }

        var (points, most) = (worth.ConvertAll(part => part.Points), worth.ConvertAll(part => part.Most));
        return aggregation switch
        {
            Aggregation.Min => (points.Min(), most.Min()),
            Aggregation.Max => (points.Max(), most.Max()),
            Aggregation.Average => (Ratio.Sum(points) / Ratio.Of(points.Count), Ratio.Sum(most) / Ratio.Of(points.Count)),
            Aggregation.PassFail => (worth.TrueForAll(part => part.IsFull) ? Ratio.Sum(most) : Ratio.Of(0), Ratio.Sum(most)),
            _ => (Ratio.Sum(points), Ratio.Sum(most)),
        };
    }

    private static string Key(TestOutcome result) => $"{result.IsSample} {result.Name}";

    private static decimal Rounded(Ratio ratio)
    {
        var scale = BigInteger.Pow(10, 30);
        var digits = ratio.N * scale / ratio.D;
        return decimal.Round((decimal)(digits / BigInteger.Pow(10, 4)) / (decimal)BigInteger.Pow(10, 26), 12);
    }

    private readonly record struct Ratio(BigInteger N, BigInteger D) : IComparable<Ratio>
    {
        private static readonly BigInteger Scale = BigInteger.Pow(10, 28);

        public static Ratio Of(decimal number) =>
            new(
                BigInteger.Parse(
                    number.ToString("F28", System.Globalization.CultureInfo.InvariantCulture).Replace(".", ""),
                    System.Globalization.CultureInfo.InvariantCulture
                ),
                Scale
            );

        public static Ratio Sum(IEnumerable<Ratio> all) =>
            all.Aggregate(Of(0), (sum, one) => new((sum.N * one.D) + (one.N * sum.D), sum.D * one.D));

        public static Ratio operator *(Ratio one, Ratio other) => new(one.N * other.N, one.D * other.D);

        public static Ratio operator /(Ratio one, Ratio other) => new(one.N * other.D, one.D * other.N);

        public int CompareTo(Ratio other) => (N * other.D).CompareTo(other.N * D);
    }
}
