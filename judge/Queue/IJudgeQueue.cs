using Judge.Score;
using Judge.Submit;

namespace Judge.Queue;

/// <summary>
/// Judgings that wait for a judge. Nothing outside may assume that it is a table or in this process. What waits follows from the facts
/// alone: each submission without a first judgement, and each submission of a running rejudging without that rejudging's judgement.
/// </summary>
/// <remarks>
/// Offers and withdrawals are hints, given after the facts were committed. They may come twice, and they never fail nor wait. What is lost
/// of them, as when a process dies between commit and hint, the dispatcher finds in the facts a few seconds later.
/// </remarks>
public interface IJudgeQueue
{
    /// <summary>Tells that a submission waits for its first judging.</summary>
    Task OfferAsync(SubmissionId submission);

    /// <summary>
    /// Tells that the submissions of a rejudging wait. Turns are fair among rejudgings, not among entrants: a small one need not wait for
    /// the end of a large one.
    /// </summary>
    Task OfferAsync(RejudgingId rejudging);

    /// <summary>Tells that a rejudging is not wanted any more; who judges for it gives way.</summary>
    Task WithdrawAsync(RejudgingId rejudging);

    /// <exception cref="TimeoutException">The dispatcher is waking up on another arena: ask again.</exception>
    Task<QueueState> StateAsync(CancellationToken ct);
}

/// <param name="Waiting">Waiting to be judged, first or again.</param>
/// <param name="Leased">Held by a judge node.</param>
/// <param name="OldestAt">When the oldest without a verdict came in, waiting or held; null: there is none. Rejudging may take its
/// time.</param>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record QueueState(int Waiting, int Leased, DateTimeOffset? OldestAt)
{
    /// <summary>Of those waiting or held, to be judged again.</summary>
    public int Again { get; init; }
}

/// <summary>Lower is sooner.</summary>
public enum Priority
{
    Contest = 0,
    Rejudge = 20,
}
