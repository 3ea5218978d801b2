using Judge.Contests;

namespace ArenaWeb.Contests;

/// <summary>Changes of a contest's window while people sit in it. Pure; null: it makes no sense at that moment.</summary>
internal static class WindowMoves
{
    public const int MostMinutes = 600;

    /// <summary>Begins at once and lasts as long as was planned.</summary>
    public static Contest? StartNow(Contest contest, DateTimeOffset now)
    {
        if (now >= contest.Start)
        {
            return null;
        }

        var by = now - contest.Start;
        return contest with { Start = now, End = contest.End + by, FreezeAt = contest.FreezeAt + by };
    }

    /// <summary>
    /// Ends some minutes later; one that is over opens again for so many minutes from now. A freeze that is still to come moves along, one
    /// that has begun stays, so that nothing hidden comes to light.
    /// </summary>
    public static Contest? Extend(Contest contest, int minutes, DateTimeOffset now)
    {
        if (minutes is < 1 or > MostMinutes)
        {
            return null;
        }

        var end = (contest.End > now ? contest.End : now) + TimeSpan.FromMinutes(minutes);
        return contest with { End = end, FreezeAt = contest.FreezeAt > now ? contest.FreezeAt + (end - contest.End) : contest.FreezeAt };
    }

    public static Contest? StopNow(Contest contest, DateTimeOffset now) =>
        now <= contest.Start || now >= contest.End
            ? null
            : contest with
            {
                End = now,
                FreezeAt = contest.FreezeAt > now ? now : contest.FreezeAt,
            };

    /// <summary>The public board shows everything again.</summary>
    public static Contest? Thaw(Contest contest) => contest.FreezeAt is null ? null : contest with { FreezeAt = null };
}
