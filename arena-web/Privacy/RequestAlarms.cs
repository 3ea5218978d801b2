using System.Globalization;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Staff;

namespace ArenaWeb.Privacy;

/// <summary>Requests about data that nobody dealt with in time, and a table of holidays that ends.</summary>
internal sealed class RequestAlarms(PrivacyRequests requests, TimeProvider time) : IAlarmSource
{
    public async Task<IReadOnlyList<Alarm>> LookAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var late = (await requests.OpenAsync(ct)).Count(request => request.IsLate(now));
        IEnumerable<Alarm?> alarms =
        [
            late > 0 ? new("error", "privacy.alarm.late", late.ToString(CultureInfo.InvariantCulture)) : null,
            RequestClock.Day(now).Year > WorkingDays.Vietnam.KnownUntil
                ? new("warning", "privacy.alarm.holidays", WorkingDays.Vietnam.KnownUntil.ToString(CultureInfo.InvariantCulture))
                : null,
        ];
        return [.. alarms.OfType<Alarm>()];
    }
}
