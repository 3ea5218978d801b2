using Judge.Submit;

namespace Judge.Score;

/// <summary>What came of the submissions so far.</summary>
public interface IJudgements
{
    /// <summary>The first verdict with its tests; null: still waiting.</summary>
    Task<Judgement?> FindAsync(SubmissionId submission, CancellationToken ct);

    /// <summary>First verdicts without their tests and messages, for lists; those that wait are missing.</summary>
    Task<IReadOnlyDictionary<SubmissionId, Judgement>> OfAsync(IReadOnlyCollection<SubmissionId> submissions, CancellationToken ct);
}
