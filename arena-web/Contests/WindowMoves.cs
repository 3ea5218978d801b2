using Judge.Contests;

namespace ArenaWeb.Contests;

/// <summary>Changes of a contest's window while people sit in it. Pure; null: it makes no sense at that moment.</summary>
internal static class WindowMoves
{
    /// <summary>Begins at once and lasts as long as was planned. Where each has an own time, the end stays and cuts none off.</summary>
    public static Contest? StartNow(Contest contest, DateTimeOffset now)
    {
        if (now >= contest.Start)
        {
            return null;
        }

        var by = now - contest.Start;
        return contest with
        {
            Start = now,
            End = contest.Duration is null ? contest.End + by : contest.End,
            FreezeAt = contest.FreezeAt + by,
        };
    }

    /// <summary>The public board shows everything again.</summary>
    public static Contest? Thaw(Contest contest) => contest.FreezeAt is null ? null : contest with { FreezeAt = null };
}
