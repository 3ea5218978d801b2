using System.Globalization;

namespace ArenaWeb.Staff;

/// <summary>Order of problem labels with numbers by their value: A, B, BAI2, BAI10.</summary>
internal static class Labels
{
    private static readonly StringComparer Natural = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    public static int Compare(string one, string other) => Natural.Compare(one, other);
}
