using Judge.Problems;
using Judge.Programs;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Queue;

/// <summary>What a node judges with.</summary>
internal interface ISubmissionJudge
{
    /// <summary>What makes the boxes, such as Docker.</summary>
    SandboxKind Kind { get; }

    /// <summary>Returns when boxes can be opened.</summary>
    /// <exception cref="SandboxException">They cannot; the message says why and what cures it.</exception>
    Task CheckAsync(CancellationToken ct);

    /// <inheritdoc cref="JudgeSubmission.RunAsync"/>
    Task<Judgement> JudgeAsync(
        Problem problem,
        string language,
        ReadOnlyMemory<byte> source,
        bool stopAtFirstFailure,
        Action<TestOutcome> onTest,
        CancellationToken ct
    );
}
