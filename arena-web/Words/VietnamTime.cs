using System.Globalization;

namespace ArenaWeb.Words;

/// <summary>Moments as people see and write them: Indochina Time, UTC+7 all year, so no time zone database is needed.</summary>
internal static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "dd/MM/yyyy HH:mm",
        "d/M/yyyy H:mm",
        "HH:mm dd/MM/yyyy",
        "H:mm d/M/yyyy",
    ];

    /// <summary>The same moment on a clock in Vietnam.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>
    /// What a <c>datetime-local</c> field posts, or day/month/year where the browser has a plain field; null: neither, or not this century.
    /// </summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTime.TryParseExact((text ?? "").Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is >= 2000 and < 2100
            ? new DateTimeOffset(local, Offset)
            : null;

    /// <summary>The value of a <c>datetime-local</c> field; seconds only where there are some.</summary>
    public static string ForInput(DateTimeOffset moment)
    {
        var local = Of(moment);
        return local.ToString(local.Second == 0 ? Forms[0] : Forms[1], CultureInfo.InvariantCulture);
    }
}
