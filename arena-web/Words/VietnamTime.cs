using System.Globalization;

namespace ArenaWeb.Words;

/// <summary>Moments as people see and write them: Indochina Time, UTC+7 all year, so no time zone database is needed.</summary>
internal static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The same moment on a clock in Vietnam.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The day that calendars in Vietnam show at the moment.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).Date);

    /// <summary>The moment when clocks in Vietnam show this.</summary>
    public static DateTimeOffset At(DateTime shown) => new(DateTime.SpecifyKind(shown, DateTimeKind.Unspecified), Offset);

    /// <summary>A moment as a field holds it, 01/12/2026 07:30, in either language; seconds only where there are some.</summary>
    public static string ForInput(DateTimeOffset moment)
    {
        var local = Of(moment);
        return local.ToString(local.Second == 0 ? "dd'/'MM'/'yyyy HH':'mm" : "dd'/'MM'/'yyyy HH':'mm':'ss", CultureInfo.InvariantCulture);
    }
}
