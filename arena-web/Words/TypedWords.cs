using System.Globalization;
using System.Text;

namespace ArenaWeb.Words;

/// <summary>What people type, made harmless for whoever reads it.</summary>
internal static class TypedWords
{
    /// <summary>
    /// NFC with plain line ends and none at the end; without control signs, and without the invisible ones that turn the direction of
    /// writing. Half of a surrogate pair becomes the sign for what cannot be read.
    /// </summary>
    public static string Clean(string? typed)
    {
        var kept = new StringBuilder();
        foreach (var rune in (typed ?? "").ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                kept.Append(rune);
            }
        }
        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }
}
