using Judge.Events;
using Microsoft.Extensions.Logging;

namespace Judge.Progress;

/// <summary>Progress over the cluster: one open question for each follower, and none where nobody follows.</summary>
internal sealed class ProgressFeed(IGrainFactory grains, ILogger<ProgressFeed> log) : IJudgingProgress
{
    private IProgressGrain Grain => grains.GetGrain<IProgressGrain>(0);

    public IDisposable Follow(Action<JudgingProgress> told)
    {
        var following = new Following();
        _ = Task.Run(() => FollowAsync(told, following.End), CancellationToken.None);
        return following;
    }

    public Task TellAsync(JudgingProgress progress, CancellationToken ct) => Grain.TellAsync(progress).WaitAsync(ct);

    private Task FollowAsync(Action<JudgingProgress> told, CancellationToken end)
    {
        var heard = default(ProgressMark);
        return LongPoll.FollowAsync(
            async asking =>
            {
                var news = await Grain.AfterAsync(heard, asking);
                heard = news.Mark;
                foreach (var progress in news.Told)
                {
                    told(progress);
                }
            },
            log,
            end
        );
    }

    private sealed class Following : IDisposable
    {
        private readonly CancellationTokenSource _end = new();

        public Following() => End = _end.Token;

        public CancellationToken End { get; }

        public void Dispose()
        {
            _end.Cancel();
            _end.Dispose();
        }
    }
}
