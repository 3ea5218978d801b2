using Judge.Score;
using Judge.Submit;

namespace Judge.Queue;

/// <summary>Submissions that wait for a judge. Nothing outside may assume that it is a table or in this process.</summary>
public interface IJudgeQueue
{
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

    /// <summary>Keeps the lease; false: it was lost to another judge.</summary>
    Task<bool> RenewAsync(CancellationToken ct);

    /// <summary>
    /// Stores the judgement and takes the submission out of the queue, both or neither. The first verdict stays; what is not in line any
    /// more, such as after a rejudging was discarded, is dropped.
    /// </summary>
    Task CompleteAsync(Judgement judgement, CancellationToken ct);

    /// <summary>Puts it back in line as if it had not been tried: this judge stops, or its sandbox does not answer.</summary>
    Task GiveBackAsync(CancellationToken ct);
}

/// <param name="Waiting">Waiting to be judged, first or again.</param>
/// <param name="OldestAt">When the oldest without a verdict came in, waiting or leased; null: there is none. Rejudging may take its
/// time.</param>
/// <param name="Judges">Judges seen in the last minute.</param>
public sealed record QueueState(int Waiting, int Leased, DateTimeOffset? OldestAt, IReadOnlyList<JudgeState> Judges)
{
    /// <summary>Of those waiting or leased, to be judged again.</summary>
    public int Again { get; init; }
}

/// <summary>One judge's health as it said itself.</summary>
/// <param name="Sandbox">Docker, Bubblewrap or None, with a sentence when it does not answer.</param>
public sealed record JudgeState(string Name, DateTimeOffset SeenAt, string Sandbox, int Slots, int Busy, long Judged, string Trouble);

/// <summary>Lower is sooner.</summary>
public enum Priority
{
    Contest = 0,
    Practice = 10,
    Rejudge = 20,
}

/// <summary>Where judges report their health.</summary>
internal interface IJudgeHeartbeats
{
    /// <summary>Says that a judge lives; <see cref="JudgeState.SeenAt"/> is set by the roll's clock.</summary>
    Task BeatAsync(JudgeState state, CancellationToken ct);
}
