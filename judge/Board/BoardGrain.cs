using Judge.Contests;
using Judge.Events;
using Judge.Score;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace Judge.Board;

/// <summary>
/// Reads the facts on waking and follows the log of events from there; asleep again when nobody has asked for long. A burst of changes is
/// published together, at most five times a second, so that pages are rendered by the clock and not by the number of submissions.
/// </summary>
[Reentrant]
internal sealed class BoardGrain(
    IContests contests,
    IContestActs acts,
    IBoardFacts facts,
    IEvents events,
    TimeProvider clock,
    ILogger<BoardGrain> log
) : Grain, IBoardGrain
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private ContestBoards _boards = null!;
    private Task _following = Task.CompletedTask;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _boards = new ContestBoards(new ContestId(this.GetPrimaryKeyLong()), contests, acts, facts, events);
        if (await _boards.ReadAsync(cancellationToken))
        {
            _boards.Publish();
            _following = FollowAsync(_boards.Told);
        }
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _end.CancelAsync();
        await _following;
        _end.Dispose();
    }

    public async Task<Scoreboard?> AfterAsync(BoardSide side, long version, CancellationToken ct)
    {
        var next = _boards.Next(side);
        if (_boards.Now(side) is not { } view)
        {
            DeactivateOnIdle(); // a contest that is made later is found then
            return null;
        }

        if (view.Version != version)
        {
            return view;
        }

        await LongPoll.WaitAsync(next, ct);
        return _boards.Now(side) is { } later && later.Version != version ? later : null;
    }

    private async Task FollowAsync(long from)
    {
        await using var following = events.FollowAsync(from, _end.Token).GetAsyncEnumerator(_end.Token);
        var next = following.MoveNextAsync().AsTask();
        while (await next)
        {
            do
            {
                await ApplyAsync(following.Current);
                next = following.MoveNextAsync().AsTask();
            } while (next.IsCompletedSuccessfully && next.Result);

            if (_boards.Publish())
            {
                await RestAsync(Pause);
            }
        }
    }

    /// <summary>Tries until it is applied: an event that is passed over would leave the board wrong for good.</summary>
    private async Task ApplyAsync(Event e)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await _boards.ApplyAsync(e, _end.Token);
                return;
            }
            catch (Exception failure) when (!_end.IsCancellationRequested)
            {
                log.LogError(
                    failure,
                    "The board of contest {Contest} cannot follow event {Sequence}; trying again",
                    e.Contest.Value,
                    e.Sequence
                );
                await RestAsync(AfterFailure);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Goes on in the grain's turn, so that nothing of the board is touched by two at once.</summary>
    private async Task RestAsync(TimeSpan time) =>
        await Task.Delay(time, clock, _end.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
}
