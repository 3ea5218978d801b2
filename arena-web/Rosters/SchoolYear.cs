using System.Globalization;

namespace ArenaWeb.Rosters;

/// <summary>School years by the year in which they begin.</summary>
internal static class SchoolYear
{
    /// <summary>Lists of a new school year are made from August on.</summary>
    private const int FirstMonth = 8;

    public static int On(DateOnly day) => day.Month >= FirstMonth ? day.Year : day.Year - 1;

    /// <summary>"2025 - 2026", as schools write it.</summary>
    public static string Shown(int year) => string.Create(CultureInfo.InvariantCulture, $"{year} - {year + 1}");
}
