using Judge.Events;
using Orleans.Concurrency;

namespace Judge.Progress;

/// <summary>One for all contests: its messages are small, and followers hear many of them in one answer.</summary>
[Reentrant]
internal sealed class ProgressGrain : Grain, IProgressGrain
{
    /// <summary>More than any site judges at once.</summary>
    private const int MostSubmissions = 2_000;

    private readonly LatestProgress _latest = new(Guid.NewGuid(), MostSubmissions);
    private readonly AsyncPulse _told = new();

    public Task TellAsync(JudgingProgress progress)
    {
        _latest.Tell(progress);
        _told.Pulse();
        return Task.CompletedTask;
    }

    public async Task<ProgressNews> AfterAsync(ProgressMark heard, CancellationToken ct)
    {
        if (heard == _latest.Mark)
        {
            await LongPoll.WaitAsync(_told.Next, ct);
        }

        return _latest.After(heard);
    }
}
