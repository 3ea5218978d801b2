using Judge.Contests;
using Judge.Submit;

namespace Judge.Queue;

/// <summary>What an arena keeps for judge nodes: what they need to judge, and what came of it.</summary>
internal interface IVerdicts
{
    /// <summary>Submissions, each with the scoring of its contest.</summary>
    Task<IReadOnlyDictionary<SubmissionId, (Submission Submission, ScoringStyle Scoring)>> FindAsync(
        IReadOnlyCollection<SubmissionId> some,
        CancellationToken ct
    );

    /// <summary>
    /// Stores verdicts and takes back tries that were given back, all or none. The first verdict stays. Whether a verdict is wanted follows
    /// from the facts and not from a place in line: that of a rejudging which is not running any more is dropped.
    /// </summary>
    /// <returns>What became of each, in the same order.</returns>
    /// <exception cref="RefusedException">One of them can never be stored. Any other exception: try again later.</exception>
    Task<IReadOnlyList<Kept>> StoreAsync(IReadOnlyList<(string Node, Outcome Outcome)> outcomes, CancellationToken ct);
}

/// <summary>The database is there and does not take what was brought.</summary>
internal sealed class RefusedException(Exception refusal) : Exception(refusal.Message, refusal);

/// <summary>What became of an outcome.</summary>
/// <param name="Waited">From the hand-in to the verdict; null: nobody waits for it.</param>
/// <param name="Took">From the try to the verdict.</param>
/// <param name="Written">What the submission is written in.</param>
internal sealed record Kept(Keeping Keeping, TimeSpan? Waited, TimeSpan Took, string Problem, string Written)
{
    public static Kept Without(Keeping keeping) => new(keeping, null, default, "", "");
}

internal enum Keeping
{
    /// <summary>It brings no verdict, or one that needs no keeping.</summary>
    None,

    /// <summary>The verdict is stored now.</summary>
    Stored,

    /// <summary>There was a verdict, or none is wanted.</summary>
    NotWanted,

    /// <summary>The node was never given it.</summary>
    Refused,

    /// <summary>The database does not take it.</summary>
    Failed,
}
