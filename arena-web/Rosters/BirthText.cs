using System.Globalization;

namespace ArenaWeb.Rosters;

/// <summary>When somebody was born, as lists have it: a date, or a year alone.</summary>
/// <param name="Date">Null: only the year is known.</param>
internal readonly record struct BirthText(int Year, DateOnly? Date)
{
    private const int FirstYear = 1930;
    private const int LastYear = 2099;

    /// <summary>Two digits up to this are of this century: the youngest pupil is six.</summary>
    private const int LastOfThisCentury = 49;

    private static readonly string[] Formats = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d"];
    private static readonly string[] ShortFormats = ["d/M/yy", "d-M-yy", "d.M.yy"];

    /// <summary>Days since 1899 that a spreadsheet stores for a date.</summary>
    private static readonly (int First, int Last) Serials = (11_000, 73_000);

    /// <returns>Null: it is nothing of the kind. The day comes before the month.</returns>
    public static BirthText? Parse(string text)
    {
        // Databases add a time of day.
        var day = text.Split(' ')[0];
        return Whole(day) is { } number
            ? number >= Serials.First && number <= Serials.Last
                ? Of(DateOnly.FromDateTime(DateTime.FromOADate(number)))
                : IsYear(number)
                    ? new(number, null)
                    : null
            : Exact(day, Formats, CultureInfo.InvariantCulture) is { } date
                ? Of(date)
                : Exact(day, ShortFormats, Century) is { } brief
                    ? Of(brief)
                    : null;
    }

    private static CultureInfo Century { get; } = CenturyOf();

    private static CultureInfo CenturyOf()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.Calendar.TwoDigitYearMax = 2000 + LastOfThisCentury;
        return culture;
    }

    private static BirthText? Of(DateOnly date) => IsYear(date.Year) ? new(date.Year, date) : null;

    private static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Exact(string text, string[] formats, CultureInfo culture) =>
        DateOnly.TryParseExact(text, formats, culture, DateTimeStyles.None, out var date) ? date : null;
}
