using Judge.Contests;
using Judge.Problems;
using Judge.Submit;

namespace Judge.Progress;

/// <summary>How far a judge is with a submission: shown and forgotten, never stored. The verdict comes as an event.</summary>
/// <param name="Total">Number of tests.</param>
/// <param name="Tests">Verdicts of the tests that are done, in order.</param>
[GenerateSerializer, Immutable]
public sealed record JudgingProgress(
    ContestId Contest,
    EntrantId Entrant,
    SubmissionId Submission,
    int Total,
    IReadOnlyList<Verdict> Tests
);

/// <summary>Carries progress from the judges to whoever shows it, in whichever process; some may be lost.</summary>
public interface IJudgingProgress
{
    /// <summary>Calls back on every report until disposed. The callback must be quick and must not throw.</summary>
    IDisposable Follow(Action<JudgingProgress> told);

    Task TellAsync(JudgingProgress progress, CancellationToken ct);
}
