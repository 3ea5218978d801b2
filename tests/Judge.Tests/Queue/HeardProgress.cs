using Judge.Queue;

namespace Judge.Tests.Queue;

/// <summary>Progress without a cluster, for tests of who tells it.</summary>
internal sealed class HeardProgress : IJudgingProgress
{
    private event Action<JudgingProgress>? Told;

    public IDisposable Follow(Action<JudgingProgress> told)
    {
        Told += told;
        return new Following(() => Told -= told);
    }

    public Task TellAsync(JudgingProgress progress, CancellationToken ct)
    {
        Told?.Invoke(progress);
        return Task.CompletedTask;
    }

    private sealed class Following(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
