using System.Globalization;
using System.Text;

namespace ArenaWeb.Words;

/// <summary>Forms of Vietnamese text under which what people mean alike is alike.</summary>
internal static class Folding
{
    /// <summary>Combining grave, acute, tilde, hook above and dot below.</summary>
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>Lower case letters and digits without any marks: "Họ và tên" becomes <c>hovaten</c>, "Điểm" <c>diem</c>.</summary>
    public static string Plain(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant);
        // Đ has no decomposition.
        return string.Concat(letters).Replace('đ', 'd');
    }

    /// <summary>One key for both ways to place a tone ("Hòa", "Hoà"), for any letter case and any spacing.</summary>
    public static string SameName(string name) =>
        string.Join(' ', Squeeze(name).ToLower(CultureInfo.InvariantCulture).Split(' ').Select(ToneLast));

    /// <summary>NFC, with each run of white space as one space and none at the ends.</summary>
    public static string Squeeze(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string ToneLast(string word)
    {
        var signs = word.Normalize(NormalizationForm.FormD);
        return string.Concat(signs.Where(sign => !Tones.Contains(sign)).Concat(signs.Where(sign => Tones.Contains(sign))));
    }
}
