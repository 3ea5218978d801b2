using System.Globalization;
using System.Text.RegularExpressions;
using ArenaWeb.Words;

namespace ArenaWeb.Contests;

/// <summary>
/// Candidate numbers as people type them: with blanks, commas or line breaks between, and a room as its first and last number, such as
/// <c>HS001-HS030</c>. Pure.
/// </summary>
internal static partial class CandidateNumbers
{
    private static readonly StringComparer Natural = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    /// <summary>The numbers that were meant, each once, and what nobody has.</summary>
    /// <param name="known">All numbers of the contest, folded.</param>
    public static (IReadOnlyList<string> Meant, IReadOnlyList<string> Unknown) Read(string? typed, IReadOnlySet<string> known)
    {
        var words = Between().Split(Dash().Replace(typed ?? "", "-")).Select(TypedText.Fold).Where(word => word.Length > 0).Distinct();
        var (meant, unknown) = (new List<string>(), new List<string>());
        foreach (var word in words)
        {
            var found = known.Contains(word) ? [word] : RoomOf(word, known);
            (found.Count > 0 ? meant : unknown).AddRange(found.Count > 0 ? found : [word]);
        }

        return ([.. meant.Distinct()], unknown);
    }

    /// <summary>From one number to another, in the order of their values; empty: it names no two numbers.</summary>
    private static IReadOnlyList<string> RoomOf(string word, IReadOnlySet<string> known)
    {
        for (var at = word.IndexOf('-'); at >= 0; at = word.IndexOf('-', at + 1))
        {
            var (first, last) = (word[..at], word[(at + 1)..]);
            if (known.Contains(first) && known.Contains(last))
            {
                return [.. known.Where(one => Natural.Compare(first, one) <= 0 && Natural.Compare(one, last) <= 0).Order(Natural)];
            }
        }

        return [];
    }

    [GeneratedRegex(@"[\s,;]+")]
    private static partial Regex Between();

    /// <summary>A dash of any length with the blanks around it.</summary>
    [GeneratedRegex(@"\s*[-\u2013\u2014]\s*")]
    private static partial Regex Dash();
}
