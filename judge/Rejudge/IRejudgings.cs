using Judge.Contests;
using Judge.Score;

namespace Judge.Rejudge;

/// <summary>
/// Judging again beside what counts: nothing that anybody is shown changes before <see cref="ApplyAsync"/>. The package is the one
/// that is there when a submission's turn comes.
/// </summary>
public interface IRejudgings
{
    /// <summary>How many submissions a rejudging would take now.</summary>
    Task<int> CountAsync(RejudgeScope scope, CancellationToken ct);

    /// <summary>
    /// Puts all submissions of the scope in line, behind everything of a contest. Null: there are none, and nothing is stored.
    /// </summary>
    /// <param name="by">Login of whoever asks for it.</param>
    Task<Rejudging?> StartAsync(RejudgeScope scope, string reason, string by, CancellationToken ct);

    Task<Rejudging?> FindAsync(RejudgingId id, CancellationToken ct);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Rejudging>> ListAsync(ContestId contest, CancellationToken ct);

    /// <summary>Those of all contests that somebody has to decide, newest first.</summary>
    Task<IReadOnlyList<Rejudging>> ReadyAsync(CancellationToken ct);

    /// <summary>
    /// What would change if it were applied, as far as it is judged; of an applied one what it has changed. Null: there is no such
    /// rejudging.
    /// </summary>
    Task<Preview?> PreviewAsync(RejudgingId id, CancellationToken ct);

    /// <summary>
    /// All its judgements count from now on, or none. Left as they are: what a later rejudging has decided, and where a judge failed.
    /// Official results are not changed: who wants that takes them back first, with a reason.
    /// </summary>
    Task<RejudgeEnd> ApplyAsync(RejudgingId id, string by, CancellationToken ct);

    /// <summary>Takes what still waits out of line. Judgements that are there stay in the history and never count.</summary>
    Task<RejudgeEnd> DiscardAsync(RejudgingId id, string by, CancellationToken ct);
}

/// <summary>What became of the wish to end a rejudging; Granted: it is ended now. All others change nothing.</summary>
public enum RejudgeEnd
{
    None,
    Granted,
    NotReady,
    AlreadyEnded,

    /// <summary>The results of the contest are official.</summary>
    Official,
    Unknown,
}
