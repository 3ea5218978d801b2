using System.Globalization;
using System.Text;

namespace ArenaWeb.Words;

/// <summary>Numbers as people type them.</summary>
internal static class NumberInput
{
    /// <summary>
    /// A number with a comma or a dot before its decimals and nothing between thousands; null: it is something else. Marks have two
    /// decimals: three digits after the mark are refused, for 1.000 is a thousand to some and one to others.
    /// </summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(Plain(text).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number.Scale <= 2
            ? number
            : null;

    /// <summary>A number as <see cref="Number"/> takes it.</summary>
    public static string Shown(decimal number) => number.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));

    /// <summary>Digits alone; null: it is something else, or beyond a billion.</summary>
    public static int? Whole(string? text) =>
        int.TryParse(Plain(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000
            ? number
            : null;

    /// <summary>Digits and signs of East Asian keyboards as plain ones.</summary>
    private static string Plain(string? text) => (text ?? "").Normalize(NormalizationForm.FormKC).Trim();
}
