using System.Globalization;

namespace ArenaWeb.Words;

/// <summary>Moments as people write them in forms: Vietnam's time, UTC+7 all year.</summary>
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
        var local = moment.ToOffset(Offset);
        return local.ToString(local.Second == 0 ? Forms[0] : Forms[1], CultureInfo.InvariantCulture);
    }
}
