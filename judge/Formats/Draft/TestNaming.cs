using System.Globalization;
using System.Text.RegularExpressions;

namespace Judge.Formats.Draft;

/// <summary>Order of foreign tests, and names that sort so in our layout, which knows ordinal order only.</summary>
internal static partial class TestNaming
{
    private const int MostDigits = 12;

    /// <summary>Natural order: runs of digits count as numbers (<c>2</c> before <c>10</c>), letters without case.</summary>
    public static IComparer<string> Natural { get; } =
        Comparer<string>.Create(
            (left, right) =>
                string.Compare(Padded(left, _ => MostDigits), Padded(right, _ => MostDigits), StringComparison.OrdinalIgnoreCase)
                    is var order
                && order != 0
                    ? order
                    : string.CompareOrdinal(left, right)
        );

    /// <summary>
    /// Names for tests in the given order, each the file name it had where those sort, else with its numbers padded with zeros, else with
    /// its place before it.
    /// </summary>
    public static IReadOnlyList<string> Ordinal(IReadOnlyList<string> names)
    {
        List<string> plain = [.. names.Select(ImportNames.OfFile)];
        var padded = Padded(plain);
        var width = names.Count.ToString(CultureInfo.InvariantCulture).Length;
        return IsSorted(plain) ? plain
            : IsSorted(padded) ? padded
            : [.. plain.Select((name, at) => (at + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0') + "-" + name)];
    }

    private static bool IsSorted(List<string> names) =>
        names.All(name => name != "test_group" && !name.EndsWith('.'))
        && Enumerable.Range(1, Math.Max(names.Count - 1, 0)).All(at => string.CompareOrdinal(names[at - 1], names[at]) < 0);

    /// <summary>The first number of each name as wide as the widest first one, and so on.</summary>
    private static List<string> Padded(List<string> names)
    {
        var widths = new List<int>();
        foreach (var runs in names.Select(name => DigitsPattern().Matches(name)))
        {
            for (var at = 0; at < runs.Count; at++)
            {
                if (at == widths.Count)
                {
                    widths.Add(1);
                }

                widths[at] = Math.Max(widths[at], Math.Min(runs[at].Value.TrimStart('0').Length, MostDigits));
            }
        }

        return names.ConvertAll(name => Padded(name, at => widths[at]));
    }

    private static string Padded(string name, Func<int, int> width)
    {
        var at = 0;
        return DigitsPattern().Replace(name, run => run.Value.TrimStart('0').PadLeft(width(at++), '0'));
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex DigitsPattern();
}
