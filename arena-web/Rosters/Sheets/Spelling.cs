using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ArenaWeb.Rosters.Sheets;

/// <summary>How far a text is Vietnamese, by which one reading of the same bytes is told from another.</summary>
internal static partial class Spelling
{
    /// <summary>Enough to tell; the rest of a large file is written as its beginning.</summary>
    private const int Looked = 200_000;

    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>
    /// Syllables with marks that Vietnamese spelling has, less twice the others and less the signs that stand in no name. Plain letters
    /// say nothing: they are the same in every reading.
    /// </summary>
    public static int Score(string text)
    {
        var looked = (text.Length > Looked ? text[..Looked] : text).Normalize();
        var score = 0;
        foreach (var word in WordPattern().EnumerateMatches(looked))
        {
            var letters = looked.AsSpan(word.Index, word.Length);
            score +=
                !letters.ContainsAnyExceptInRange('\0', '\u007F') ? 0
                : IsSyllable(letters.ToString()) ? 1
                : -2;
        }

        return score - looked.Count(IsOdd);
    }

    private static bool IsSyllable(string word)
    {
        var signs = word.Normalize(NormalizationForm.FormD);
        var plain = string.Concat(signs.Where(sign => !Tones.Contains(sign))).Normalize().ToLowerInvariant();
        return signs.Count(Tones.Contains) <= 1 && SyllablePattern().IsMatch(plain);
    }

    private static bool IsOdd(char sign) =>
        !char.IsAscii(sign)
        && !char.IsLetter(sign)
        && !char.IsWhiteSpace(sign)
        && char.GetUnicodeCategory(sign)
            is not (
                UnicodeCategory.DashPunctuation
                or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.Format
            );

    [GeneratedRegex(@"[\p{L}\p{Mn}]+")]
    private static partial Regex WordPattern();

    /// <summary>Beginning, middle and end of a syllable without its tone.</summary>
    [GeneratedRegex(
        "^(?:ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
            + "(?:uây|uyê|uya|uyu|iêu|yêu|oai|oay|oao|oeo|uôi|ươi|ươu|uai|uao|[aâeêiouươ]u|[aăoôơuư]i|[aâ]y|[aeo]o|oa|oă|oe|"
            + "uâ|uê|uơ|uy|uô|ươ|ua|ưa|ia|iê|yê|[aăâeêioôơuưy])"
            + "(?:ch|ng|nh|[cmnpt])?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SyllablePattern();
}
