using Judge.Contests;
using Judge.Submit;

namespace Judge.Score;

/// <summary>What came of the submissions so far.</summary>
public interface IJudgements
{
    /// <summary>The judgement that counts with its tests; null: still waiting.</summary>
    Task<Judgement?> FindAsync(SubmissionId submission, CancellationToken ct);

    /// <summary>Judgements that count, without their tests and messages, for lists; those that wait are missing.</summary>
    Task<IReadOnlyDictionary<SubmissionId, Judgement>> OfAsync(IReadOnlyCollection<SubmissionId> submissions, CancellationToken ct);

    /// <summary>How many submissions of each contest count as a judge error; contests without one are missing.</summary>
    Task<IReadOnlyDictionary<ContestId, int>> FailuresAsync(CancellationToken ct);

    /// <summary>All judgements of a submission without their tests, newest first.</summary>
    Task<IReadOnlyList<JudgementOfRecord>> HistoryAsync(SubmissionId submission, CancellationToken ct);
}

/// <summary>A judgement as the history keeps it.</summary>
/// <param name="Judge">Name of the node that judged.</param>
/// <param name="Counts">It is the one of the submission's judgements that counts now.</param>
public sealed record JudgementOfRecord(RejudgingId Rejudging, DateTimeOffset At, string Judge, Judgement Judgement, bool Counts);
