namespace ArenaWeb.Clarifications.Threads;

/// <summary>Whether an entrant's question is taken. Pure.</summary>
internal static class AskRule
{
    /// <summary>In UTF-16 units.</summary>
    public const int LongestQuestion = 2_000;

    /// <summary>Of one entrant; jurors can answer no more than they can read.</summary>
    public const int MostOpen = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <param name="own">The entrant's questions so far.</param>
    public static ClarificationResult Look(string cleaned, IReadOnlyList<Clarification> own, DateTimeOffset now) =>
        cleaned.Length == 0 ? ClarificationResult.Empty
        : cleaned.Length > LongestQuestion ? ClarificationResult.TooLong
        : own.Count(question => question.IsOpen) >= MostOpen ? ClarificationResult.TooMany
        : own.Any(question => now < question.First.At + Pause) ? ClarificationResult.TooSoon
        : ClarificationResult.Done;
}
