using Judge.Events;
using Microsoft.Extensions.Logging;

namespace Judge.Board;

/// <summary>
/// The latest view of one board in this process, kept up to date by one question to its grain however many look on. When nobody has looked
/// for long it is let go, so that the grain may sleep.
/// </summary>
internal sealed class FollowedBoard(IBoardGrain grain, BoardSide side, Scoreboard first, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    private readonly AsyncPulse _changed = new();
    private Scoreboard _view = first;
    private long _lookedAt = clock.GetTimestamp();
    private int _waiting;
    private volatile bool _isLetGo;

    /// <summary>Ends when it is followed no more.</summary>
    public Task Followed { get; set; } = Task.CompletedTask;

    public Scoreboard View
    {
        get
        {
            Volatile.Write(ref _lookedAt, clock.GetTimestamp());
            return Volatile.Read(ref _view);
        }
    }

    /// <summary>The first view that is not the given one; null: the board was let go meanwhile.</summary>
    public async Task<Scoreboard?> AfterAsync(long version, CancellationToken ct)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            while (true)
            {
                var next = _changed.Next;
                if (_isLetGo)
                {
                    return null;
                }

                if (View is { } view && view.Version != version)
                {
                    return view;
                }

                await next.WaitAsync(ct);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Whoever waits for the next view has to ask for another board.</summary>
    public void LetGo()
    {
        _isLetGo = true;
        _changed.Pulse();
    }

    /// <summary>Ends when nobody has looked on for long, or with the token.</summary>
    public async Task FollowAsync(ILogger log, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await LongPoll.FollowAsync(
            async asking =>
            {
                if (await grain.AfterAsync(side, _view.Version, asking) is { } next)
                {
                    Volatile.Write(ref _view, next);
                    _changed.Pulse();
                }

                if (Volatile.Read(ref _waiting) == 0 && clock.GetElapsedTime(Volatile.Read(ref _lookedAt)) > Quiet)
                {
                    await end.CancelAsync();
                }
            },
            log,
            end.Token
        );
    }
}
