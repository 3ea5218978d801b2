namespace ArenaWeb.Layout.Tags;

/// <summary>
/// What a contest's clock shows at a moment. <c>Phase</c>: before, running, paused, over. <c>Mood</c>: calm, soon (10 minutes left or
/// less), last (1 minute or less), over. <c>Digits</c>: h:mm:ss or mm:ss, empty when over; from two days on
/// <c>Days</c> says enough. The island <c>clock.ts</c> counts on by the same rule.
/// </summary>
internal sealed record ClockFace(string Phase, string Mood, string Digits, int Days = 0)
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Last = TimeSpan.FromMinutes(1);

    /// <param name="ends">While it is paused: as if it went on now.</param>
    public static ClockFace At(DateTimeOffset now, DateTimeOffset starts, DateTimeOffset ends, bool paused = false)
    {
        if (now < starts)
        {
            return new("before", "calm", Digital(starts - now), DaysOf(starts - now));
        }
        var left = ends - now;
        return left <= TimeSpan.Zero
            ? new("over", "over", "")
            : new(
                paused ? "paused" : "running",
                left <= Last ? "last"
                    : left <= Soon ? "soon"
                    : "calm",
                Digital(left),
                DaysOf(left)
            );
    }

    private static int DaysOf(TimeSpan left) => left.TotalDays >= 2 ? (int)left.TotalDays : 0;

    /// <summary>Rounded up to the second, so that 0:00 appears when time is really up.</summary>
    private static string Digital(TimeSpan left)
    {
        var seconds = (long)Math.Ceiling(left.TotalSeconds);
        return seconds >= 3600
            ? FormattableString.Invariant($"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            : FormattableString.Invariant($"{seconds / 60:00}:{seconds % 60:00}");
    }
}
