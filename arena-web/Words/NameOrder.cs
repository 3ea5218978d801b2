using System.Globalization;

namespace ArenaWeb.Words;

/// <summary>
/// Vietnamese order of people's names: by the given name (the last word), then the middle names, then the family name (the
/// first word), each by vi-VN collation, in which letters come before tones: An, Ánh, Ăn, Ân, Dung, Dũng, Đức.
/// </summary>
internal sealed class NameOrder : IComparer<string>
{
    private static readonly StringComparer Words = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    public static readonly NameOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var (family, middle, given) = Parts(x ?? "");
        var (otherFamily, otherMiddle, otherGiven) = Parts(y ?? "");
        var order = Words.Compare(given, otherGiven);
        if (order == 0)
        {
            order = Words.Compare(middle, otherMiddle);
        }

        return order == 0 ? Words.Compare(family, otherFamily) : order;
    }

    /// <summary>A single word is a given name alone.</summary>
    private static (string Family, string Middle, string Given) Parts(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length switch
        {
            0 => ("", "", ""),
            1 => ("", "", words[0]),
            _ => (words[0], string.Join(' ', words[1..^1]), words[^1]),
        };
    }
}
