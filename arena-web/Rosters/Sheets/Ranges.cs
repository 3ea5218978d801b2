using System.Globalization;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>Numbers of lines as people write them: <c>3–7, 9</c>.</summary>
internal static class Ranges
{
    private const int Most = 12;

    /// <param name="numbers">Ascending.</param>
    public static string Of(IEnumerable<int> numbers) =>
        Of(
            numbers.Aggregate(
                new List<(int First, int Last)>(),
                (ranges, number) =>
                {
                    if (ranges.Count > 0 && ranges[^1].Last + 1 == number)
                    {
                        ranges[^1] = (ranges[^1].First, number);
                    }
                    else
                    {
                        ranges.Add((number, number));
                    }

                    return ranges;
                }
            )
        );

    /// <summary>The first of them, and an ellipsis where there are more.</summary>
    public static string Of(IReadOnlyList<(int First, int Last)> ranges) =>
        string.Join(
            ", ",
            ranges
                .Take(Most)
                .Select(range => range.First == range.Last ? Text(range.First) : $"{Text(range.First)}–{Text(range.Last)}")
                .Concat(ranges.Count > Most ? ["…"] : [])
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
