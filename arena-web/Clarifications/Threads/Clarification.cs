using Judge.Contests;

namespace ArenaWeb.Clarifications.Threads;

/// <summary>A question of an entrant, or an announcement of the jury, with all that became of it.</summary>
/// <param name="Asker">Null: the jury began it.</param>
/// <param name="Ordinal">Which of the entrant's questions it is, from 1; 0: the jury began it.</param>
/// <param name="Label">Of the problem it is about; null: it is about none.</param>
/// <param name="Acts">In the order in which they happened; the first one asks or announces.</param>
internal sealed record Clarification(
    long Id,
    ContestId Contest,
    EntrantId? Asker,
    int Ordinal,
    string? Label,
    IReadOnlyList<ClarificationAct> Acts
)
{
    /// <summary>So long a question is kept for whoever claimed it.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(3);

    public ClarificationAct First => Acts[0];

    public bool IsQuestion => Asker is not null;

    /// <summary>What counts of all that was said; null: nothing was, or it is withdrawn.</summary>
    public ClarificationAct? Current =>
        Acts.LastOrDefault(act => act.IsSaid || act.Kind == ActKind.Withdrawn) is { IsSaid: true } said ? said : null;

    /// <summary>Waits for an answer.</summary>
    public bool IsOpen => IsQuestion && !Acts.Any(act => act.IsSaid);

    /// <summary>Who is about to answer; null: nobody. Whatever happens after a claim ends it.</summary>
    public ClarificationAct? ClaimAt(DateTimeOffset now) =>
        IsOpen && Acts[^1] is { Kind: ActKind.Claimed } claim && now < claim.At + ClaimTime ? claim : null;

    public ClarificationState StateAt(DateTimeOffset now) =>
        IsOpen
            ? ClaimAt(now) is null
                ? ClarificationState.New
                : ClarificationState.Claimed
            : Current is not { } said
                ? ClarificationState.Withdrawn
                : said.IsPlannedAt(now)
                    ? ClarificationState.Planned
                    : Visibility.Surfaced(this, Audience.One, act => act.From, now).Count > 1
                        ? ClarificationState.Corrected
                        : IsQuestion
                            ? ClarificationState.Answered
                            : ClarificationState.Announced;
}

/// <summary>Where a question or an announcement stands.</summary>
internal enum ClarificationState
{
    None,
    New,
    Claimed,
    Answered,
    Corrected,
    Planned,
    Announced,
    Withdrawn,
}
