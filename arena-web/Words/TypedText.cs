using System.Text;

namespace ArenaWeb.Words;

/// <summary>What people type from a card, made comparable.</summary>
internal static class TypedText
{
    /// <summary>
    /// Upper case, without spaces, hyphens of any length as "-", wide forms as plain ones: "hs  01" and "HS01" are the same.
    /// </summary>
    public static string Fold(string? text)
    {
        var folded = new StringBuilder();
        foreach (var sign in (text ?? "").Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(sign))
            {
                folded.Append(char.ToUpperInvariant(sign));
            }
            else if (char.GetUnicodeCategory(sign) == System.Globalization.UnicodeCategory.DashPunctuation)
            {
                folded.Append('-');
            }
            else if (
                !char.IsWhiteSpace(sign)
                && !char.IsControl(sign)
                && char.GetUnicodeCategory(sign) != System.Globalization.UnicodeCategory.Format
            )
            {
                folded.Append(sign);
            }
        }
        return folded.ToString();
    }

    /// <summary>The digits alone: "123 456" and "123-456" are the same PIN.</summary>
    public static string Digits(string? text) => string.Concat(Fold(text).Where(char.IsAsciiDigit));
}
