using System.Globalization;

namespace ArenaWeb.Words;

/// <summary>Numbers as people type them.</summary>
internal static class NumberInput
{
    /// <summary>A number with a comma or a dot before its decimals and nothing between thousands; null: it is something else.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(
            (text ?? "").Trim().Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>A number as <see cref="Number"/> takes it.</summary>
    public static string Shown(decimal number) => number.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));

    /// <summary>Digits alone; null: it is something else, or beyond a billion.</summary>
    public static int? Whole(string? text) =>
        int.TryParse((text ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000
            ? number
            : null;
}
