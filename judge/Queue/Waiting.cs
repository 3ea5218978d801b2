using Judge.Contests;

namespace Judge.Queue;

/// <summary>A judging without a verdict, as the facts have it.</summary>
/// <param name="Problem">Package name.</param>
/// <param name="Language">
/// What a node must have to judge it; empty: any whose sandbox answers can; <see cref="Blocks"/>: any node can.
/// </param>
/// <param name="At">When the submission came in.</param>
/// <param name="Tries">Tries that were written.</param>
internal sealed record Waiting(
    JudgingId Judging,
    ContestId Contest,
    EntrantId Entrant,
    string Problem,
    string Language,
    DateTimeOffset At,
    int Tries
)
{
    /// <summary>In the place of a language: blocks are judged without a box.</summary>
    public const string Blocks = "blocks";
}
