using System.Text;

namespace Judge.Programs.Run;

/// <summary>
/// Under which names the input file is laid down. Schools write programs on Windows, where <c>bai1.inp</c> opens
/// <c>BAI1.INP</c>; in the box letter case counts. So the input lies there under the official name and under each
/// spelling that occurs in the source. A source that spells it nowhere puts it together at run time: then the names in all
/// upper and all lower case are there as well. Mostly that makes one copy, which large inputs are thankful for.
/// </summary>
internal static class InputNames
{
    private const int MostSpellings = 4;

    /// <param name="name">The official name, ASCII.</param>
    /// <returns>Different names that differ in letter case only, the official one first.</returns>
    public static IReadOnlyList<string> For(string name, ReadOnlySpan<byte> source)
    {
        var spelled = Spellings(name, source);
        IEnumerable<string> others = spelled.Count > 0 ? spelled : [name.ToUpperInvariant(), name.ToLowerInvariant()];
        return [.. others.Prepend(name).Distinct(StringComparer.Ordinal)];
    }

    private static List<string> Spellings(string name, ReadOnlySpan<byte> source)
    {
        var found = new List<string>();
        var upper = (byte)char.ToUpperInvariant(name[0]);
        var lower = (byte)char.ToLowerInvariant(name[0]);
        while (found.Count < MostSpellings && source.IndexOfAny(upper, lower) is >= 0 and var at && source.Length - at >= name.Length)
        {
            var word = source.Slice(at, name.Length);
            if (Ascii.EqualsIgnoreCase(word, name) && Encoding.ASCII.GetString(word) is var spelling && !found.Contains(spelling))
            {
                found.Add(spelling);
            }

            source = source[(at + 1)..];
        }

        return found;
    }
}
