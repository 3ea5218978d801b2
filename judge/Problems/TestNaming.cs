using System.Globalization;
using System.Text.RegularExpressions;

namespace Judge.Problems;

/// <summary>Order of foreign tests, and names that sort so in our layout, which knows ordinal order only.</summary>
internal static partial class TestNaming
{
    private const int MostDigits = 12;

    /// <summary>Natural order: runs of digits count as numbers (<c>2</c> before <c>10</c>), letters without case.</summary>
    public static IComparer<string> Natural { get; } = Comparer<string>.Create((left, right) =>
        string.Compare(Padded(left, MostDigits), Padded(right, MostDigits), StringComparison.OrdinalIgnoreCase) is var order && order != 0
            ? order : string.CompareOrdinal(left, right));

    /// <summary>
    /// Names for tests in the given order, each the file name it had where those sort, else with its numbers padded with zeros, else with
    /// its place before it.
    /// </summary>
    public static IReadOnlyList<string> Ordinal(IReadOnlyList<string> names)
    {
        List<string> plain = [.. names.Select(ImportNames.OfFile)];
        var digits = plain.SelectMany(name => DigitsPattern().Matches(name)).Select(run => run.Value.TrimStart('0').Length).DefaultIfEmpty(1).Max();
        var padded = plain.ConvertAll(name => Padded(name, Math.Min(digits, MostDigits)));
        var width = names.Count.ToString(CultureInfo.InvariantCulture).Length;
        return IsSorted(plain) ? plain : IsSorted(padded) ? padded
            : [.. plain.Select((name, at) => (at + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0') + "-" + name)];
    }

    private static bool IsSorted(List<string> names) =>
        names.All(name => name != "test_group" && !name.EndsWith('.')) && Enumerable.Range(1, Math.Max(names.Count - 1, 0)).All(at => string.CompareOrdinal(names[at - 1], names[at]) < 0);

    private static string Padded(string name, int width) => DigitsPattern().Replace(name, run => run.Value.TrimStart('0').PadLeft(width, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex DigitsPattern();
}
