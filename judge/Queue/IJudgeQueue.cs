using Judge.Score;
using Judge.Submit;

namespace Judge.Queue;

/// <summary>
/// Judgings that wait for a judge. Nothing outside may assume that it is a table or in this process. What waits follows from the facts
/// alone: each submission without a first judgement, and each submission of a running rejudging without that rejudging's judgement.
/// </summary>
/// <remarks>
/// Offers and withdrawals are hints, given after the facts were committed. They may come twice, and they never fail. What is lost of
/// them, as when a process dies between commit and hint, <see cref="ReconcileAsync"/> makes good.
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

    /// <summary>Tells that a rejudging is not wanted any more; who holds one of its leases has lost it.</summary>
    Task WithdrawAsync(RejudgingId rejudging);

    /// <summary>
    /// Puts in line what waits by the facts and has no place, and takes out what is not wanted any more. Returns the number of changes,
    /// which is 0 but after hints were lost. Any number of processes may do so at once.
    /// </summary>
    Task<int> ReconcileAsync(CancellationToken ct);

    /// <summary>
    /// As <see cref="ReconcileAsync"/>, but cheap enough for every minute of a contest: older submissions are not looked at, and facts of
    /// the last seconds are left to their hints.
    /// </summary>
    Task<int> ReconcileRecentAsync(CancellationToken ct);

    /// <summary>The next one for this judge, by priority and then fairly among entrants; null: nothing waits.</summary>
    Task<IJudgeLease?> TakeAsync(string judge, CancellationToken ct);

    /// <summary>Returns when something may wait, or after a while in any case.</summary>
    Task WaitAsync(CancellationToken ct);

    /// <summary>Whether something waits that would be taken before all of a priority.</summary>
    Task<bool> WaitsBeforeAsync(Priority priority, CancellationToken ct);

    /// <summary>Puts back in line what a judge of this name held when it was killed; for a judge that starts.</summary>
    Task ReleaseAsync(string judge, CancellationToken ct);

    Task<QueueState> StateAsync(CancellationToken ct);
}

/// <summary>A right to judge one submission for a while. Left without a verdict, it is back in line after a rest.</summary>
public interface IJudgeLease : IAsyncDisposable
{
    SubmissionId Submission { get; }

    /// <summary>Which judging of it.</summary>
    RejudgingId Rejudging { get; }

    /// <summary>1 for the first try.</summary>
    int Attempt { get; }

    /// <summary>Keeps the lease; false: it was lost to another judge, or the judging is not wanted any more.</summary>
    Task<bool> RenewAsync(CancellationToken ct);

    /// <summary>
    /// Stores the judgement and takes the submission out of the queue. The first verdict stays. Whether a verdict is still wanted follows
    /// from the facts and not from a place in line: that of a rejudging which is not running any more is dropped.
    /// </summary>
    Task CompleteAsync(Judgement judgement, CancellationToken ct);

    /// <summary>Puts it back in line as if it had not been tried: this judge stops, or its sandbox does not answer.</summary>
    Task GiveBackAsync(CancellationToken ct);
}

/// <param name="Waiting">Waiting to be judged, first or again.</param>
/// <param name="OldestAt">When the oldest without a verdict came in, waiting or leased; null: there is none. Rejudging may take its
/// time.</param>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record QueueState(int Waiting, int Leased, DateTimeOffset? OldestAt)
{
    /// <summary>Of those waiting or leased, to be judged again.</summary>
    public int Again { get; init; }
}

/// <summary>Lower is sooner.</summary>
public enum Priority
{
    Contest = 0,
    Rejudge = 20,
}
