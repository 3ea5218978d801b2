using System.Data.Common;
using Judge.Contests;

namespace Judge.Events;

/// <summary>One thing that happened, numbered without gaps in the order of commits.</summary>
/// <param name="Sequence">1, 2, 3 …</param>
/// <param name="Subject">Number of what it is about, such as a submission's; 0: nothing.</param>
/// <param name="Text">Invariant JSON, or empty.</param>
public sealed record Event(
    long Sequence,
    DateTimeOffset At,
    EventKind Kind,
    ContestId Contest,
    EntrantId Entrant,
    long Subject,
    string Text
);

public enum EventKind
{
    None,
    ContestChanged,
    EntrantsAdded,

    /// <summary>Who entrants are is told differently from now on, which the judge does not know.</summary>
    EntrantsChanged,
    Submitted,
    Judged,
    JudgeFailed,
    Rejudged,

    /// <summary>An entrant's own clock: started, extended, paused or gone on.</summary>
    ClockChanged,

    /// <summary>Something was asked or told in a contest; the arena alone knows what, and says in the text whom it concerns.</summary>
    Clarified,
}

/// <summary>The append-only log from which boards, live pages and feeds follow.</summary>
public interface IEvents
{
    Task<long> LastSequenceAsync(CancellationToken ct);

    Task<IReadOnlyList<Event>> AfterAsync(long sequence, int most, CancellationToken ct);

    /// <summary>
    /// Appends in a transaction of the caller, who has facts of its own to tell. To be its last statement: other writers of events wait.
    /// </summary>
    /// <param name="happened">Its number is ignored.</param>
    Task AppendAsync(DbTransaction transaction, Event happened);

    /// <summary>Events after a number, then each new one as it is committed, by whichever process; ends with the token.</summary>
    IAsyncEnumerable<Event> FollowAsync(long sequence, CancellationToken ct);
}
