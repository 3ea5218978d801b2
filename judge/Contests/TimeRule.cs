namespace Judge.Contests;

/// <summary>Why a decision about time is not taken.</summary>
public enum TimeFlaw
{
    /// <summary>It is taken.</summary>
    None,
    Amount,
    Reason,
    Interval,
    TooManyEntrants,
    UnknownEntrant,
    NotStarted,
    Over,
    Paused,
    NotPaused,
    ResultsAreOut,
    TakenBack,

    /// <summary>An entrant's own start: the contest has one start for all.</summary>
    CommonStart,
}

/// <summary>Whether a decision about time makes sense at a moment. Pure.</summary>
public static class TimeRule
{
    public const int MostMinutes = 600;

    public const int MostReason = 200;

    /// <summary>Entrants that one decision names: more than sit in any room.</summary>
    public const int MostEntrants = 500;

    /// <param name="fact">Its moment is <see cref="TimeFact.At"/>.</param>
    public static TimeFlaw FlawOf(Contest contest, TimeFact fact) =>
        fact.Reason.Trim().Length is 0 or > MostReason ? TimeFlaw.Reason
        : fact.Entrants.Count > MostEntrants ? TimeFlaw.TooManyEntrants
        : ContestLife.ResultsAreOut(contest) ? TimeFlaw.ResultsAreOut
        : fact.Kind switch
        {
            TimeKind.Extension => OfExtension(fact),
            TimeKind.Removal => OfRemoval(contest, fact),
            TimeKind.Pause => OfRunning(contest, fact) is var flaw && flaw == TimeFlaw.None && OpenPause(contest, fact.Entrants) is not null
                ? TimeFlaw.Paused
                : flaw,
            TimeKind.Close => OfRunning(contest, fact),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Kind, "It decides nothing."),
        };

    /// <summary>The pause of exactly these entrants that goes on; null: there is none.</summary>
    public static TimeFact? OpenPause(Contest contest, IReadOnlyList<EntrantId> entrants) =>
        contest.Times.FirstOrDefault(fact => fact is { Kind: TimeKind.Pause, To: null } && fact.Entrants.ToHashSet().SetEquals(entrants));

    /// <summary>More time for those whose time is over opens it again for so long from now.</summary>
    /// <param name="begun">When the entrants pressed start, as far as they have.</param>
    public static TimeFact Extension(
        Contest contest,
        IReadOnlyList<EntrantId> entrants,
        int minutes,
        IReadOnlyDictionary<EntrantId, DateTimeOffset> begun,
        DateTimeOffset now
    )
    {
        var amount = TimeSpan.FromMinutes(Math.Clamp(minutes, 0, MostMinutes + 1));
        var late = LateBy(contest, entrants, begun, now);
        return new TimeFact
        {
            Kind = TimeKind.Extension,
            Entrants = entrants,
            Amount = amount > TimeSpan.Zero ? amount + late : TimeSpan.Zero,
            From = now,
            At = now,
        };
    }

    /// <summary>How long the time of all these is over; zero where somebody's is not.</summary>
    private static TimeSpan LateBy(
        Contest contest,
        IReadOnlyList<EntrantId> entrants,
        IReadOnlyDictionary<EntrantId, DateTimeOffset> begun,
        DateTimeOffset now
    )
    {
        var ends = entrants
            .Select(entrant => Clock.Of(contest, entrant, begun.TryGetValue(entrant, out var start) ? start : null).EndAt(now))
            .DefaultIfEmpty(Clock.Of(contest).EndAt(now));
        return ends.Min(end => now > end ? now - end : TimeSpan.Zero);
    }

    private static TimeFlaw OfExtension(TimeFact fact) => fact.Amount <= TimeSpan.Zero ? TimeFlaw.Amount : TimeFlaw.None;

    /// <summary>It lies behind us and in the window, so it is known how long it was.</summary>
    private static TimeFlaw OfRemoval(Contest contest, TimeFact fact) =>
        fact.At < contest.Start ? TimeFlaw.NotStarted
        : fact.To is { } to && fact.From < to && fact.From >= contest.Start && to <= fact.At ? TimeFlaw.None
        : TimeFlaw.Interval;

    private static TimeFlaw OfRunning(Contest contest, TimeFact fact) =>
        fact.At < contest.Start ? TimeFlaw.NotStarted
        : fact
            .Entrants.Select(entrant => (EntrantId?)entrant)
            .DefaultIfEmpty(null)
            .All(one => Clock.Of(contest, one).At(fact.At) == ClockState.Over)
            ? TimeFlaw.Over
        : TimeFlaw.None;
}
