namespace Judge.Progress;

/// <summary>Brings progress from the arena that hears of it to those that show it (key 0). In memory only.</summary>
internal interface IProgressGrain : IGrainWithIntegerKey
{
    [ResponseTimeout("00:00:02")]
    Task TellAsync(JudgingProgress progress);

    /// <summary>What was told after a mark; waits for it a while and may answer with nothing.</summary>
    /// <param name="heard">Of the last answer; <c>default</c>: none yet.</param>
    Task<ProgressNews> AfterAsync(ProgressMark heard, CancellationToken ct);
}

/// <summary>How much somebody has heard.</summary>
/// <param name="Life">Of the grain: one that woke anew has forgotten all and counts from the beginning.</param>
[GenerateSerializer, Immutable]
internal readonly record struct ProgressMark(Guid Life, long Number);

/// <param name="Told">The latest of each submission, in the order of telling.</param>
[GenerateSerializer, Immutable]
internal sealed record ProgressNews(ProgressMark Mark, IReadOnlyList<JudgingProgress> Told);
