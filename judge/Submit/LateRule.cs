using Judge.Contests;

namespace Judge.Submit;

/// <summary>When a hand-in counts that an entrant's page says was made some time ago.</summary>
public static class LateRule
{
    /// <summary>After the entrant's end; what comes later was made without the clock.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Last = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// When it counts, and both times where it came late. The page's word gets nobody an earlier minute: what comes in time counts when it
    /// comes, and what comes late counts at the last instant, however long ago it is said to be made.
    /// </summary>
    /// <param name="ago">What the page says; null or less than nothing: it was made now.</param>
    /// <param name="now">When it came in, by the server's clock.</param>
    public static (DateTimeOffset At, LateHandin? Late) Of(Clock clock, TimeSpan? ago, DateTimeOffset now)
    {
        if (ago is not { } said || clock.At(now) != ClockState.Over || said <= TimeSpan.Zero || said > now - DateTimeOffset.UnixEpoch)
        {
            return (now, null);
        }

        var (made, last) = (now - said, clock.EndAt(now) - Last);
        return now - last <= Grace + Last && clock.Counts(made) && clock.Counts(last) ? (last, new LateHandin(made, now)) : (now, null);
    }
}
