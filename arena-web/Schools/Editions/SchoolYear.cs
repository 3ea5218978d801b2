using System.Globalization;
using System.Text.RegularExpressions;

namespace ArenaWeb.Schools.Editions;

/// <summary>A school year, by the calendar year in which it begins.</summary>
internal readonly partial record struct SchoolYear(int Begins)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2098;
    private const int FirstMonth = 8;

    /// <summary>Pupils are back in August at the latest; contests of the summer belong to the year that ends.</summary>
    public DateOnly First => new(Begins, FirstMonth, 1);

    public DateOnly Last => new(Begins + 1, 7, 31);

    /// <summary>The one that a day belongs to.</summary>
    public static SchoolYear On(DateOnly day) => new(day.Month >= FirstMonth ? day.Year : day.Year - 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Begins} - {Begins + 1}");

    /// <summary>Reads "2025 - 2026", "2025-2026", "2025–26" and "2025"; null: it is none.</summary>
    public static SchoolYear? Read(string? text)
    {
        var typed = Typed().Match((text ?? "").Trim());
        if (!typed.Success || !int.TryParse(typed.Groups["first"].ValueSpan, CultureInfo.InvariantCulture, out var first))
        {
            return null;
        }

        var next = (first + 1).ToString(CultureInfo.InvariantCulture);
        var last = typed.Groups["last"].Value;
        return first is >= FirstYear and <= LastYear && (last.Length == 0 || last == next || last == next[2..]) ? new(first) : null;
    }

    /// <summary>The nearest day of the year.</summary>
    public DateOnly Nearest(DateOnly day) =>
        day < First ? First
        : day > Last ? Last
        : day;

    [GeneratedRegex(@"\A(?<first>[0-9]{4})(?:\s*[\p{Pd}/]\s*(?<last>[0-9]{2}|[0-9]{4}))?\z")]
    private static partial Regex Typed();
}
