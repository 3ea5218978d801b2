namespace ArenaWeb.Clarifications.Threads;

/// <summary>One thing that happened to a question or an announcement.</summary>
/// <param name="Id">In the order in which they happened; 0: not stored yet.</param>
/// <param name="Actor">Login of the member of the staff; empty: the pupil who asks.</param>
/// <param name="ActorName">Who that was, as colleagues know it; never shown to pupils.</param>
/// <param name="Text">Empty where nothing is said.</param>
/// <param name="From">Later than <paramref name="At"/>: it is planned.</param>
/// <param name="Shown">The question in the words that all may read; empty: they read the answer alone.</param>
internal sealed record ClarificationAct(
    long Id,
    ActKind Kind,
    DateTimeOffset At,
    string Actor,
    string ActorName,
    string Text,
    Audience Audience,
    DateTimeOffset From,
    string Shown
)
{
    /// <summary>Whether it says something to pupils.</summary>
    public bool IsSaid => Kind is ActKind.Answered or ActKind.Corrected or ActKind.Announced;

    public bool IsPlannedAt(DateTimeOffset now) => From > now;
}

internal enum ActKind
{
    None,
    Asked,

    /// <summary>Somebody is about to answer, for <see cref="Clarification.ClaimTime"/>.</summary>
    Claimed,

    /// <summary>Somebody gave the question back.</summary>
    Released,
    Answered,

    /// <summary>Takes the place of what was said before, which stays to be read, struck.</summary>
    Corrected,

    /// <summary>Said by the jury without a question.</summary>
    Announced,

    /// <summary>What was said holds no more.</summary>
    Withdrawn,
}

/// <summary>Who may read what is said; each takes in those before it.</summary>
internal enum Audience
{
    None,

    /// <summary>The entrant who asked.</summary>
    One,

    /// <summary>All entrants of the contest.</summary>
    All,

    /// <summary>Whoever looks at the public board, too.</summary>
    Everybody,
}
