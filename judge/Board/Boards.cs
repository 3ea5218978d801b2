using System.Collections.Concurrent;
using Judge.Contests;
using Judge.Events;
using Judge.Score;
using Microsoft.Extensions.Logging;

namespace Judge.Board;

/// <summary>
/// Live boards of the contests somebody looks at, fed by the log of events. A burst of changes is published together, at
/// most five times a second, so that pages are rendered by the clock and not by the number of submissions.
/// </summary>
internal sealed class Boards(IContests contests, IBoardFacts facts, IEvents events, TimeProvider clock, ILogger<Boards> log)
    : IBoards,
        IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ContestId, ContestBoards> _boards = new();
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly CancellationTokenSource _end = new();
    private Task? _following;

    public async Task<Scoreboard?> NowAsync(ContestId contest, BoardSide side, CancellationToken ct) =>
        (await OfAsync(contest, ct))?.Now(side);

    public async Task<Scoreboard?> AfterAsync(ContestId contest, BoardSide side, long version, CancellationToken ct) =>
        await OfAsync(contest, ct) is { } board ? await board.AfterAsync(side, version, ct) : null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_following is { } following)
        {
            await following;
        }
    }

    /// <summary>
    /// Builds the boards of a contest when they are first asked for. Events count from before the facts are read; those
    /// that the facts already tell change nothing.
    /// </summary>
    private async Task<ContestBoards?> OfAsync(ContestId contest, CancellationToken ct)
    {
        if (_boards.TryGetValue(contest, out var known) && known.IsBuilt)
        {
            return known;
        }

        await _opening.WaitAsync(ct);
        try
        {
            if (_following is null)
            {
                var from = await events.LastSequenceAsync(ct);
                _following = Task.Run(() => FollowAsync(from), CancellationToken.None);
            }

            var board = _boards.GetOrAdd(contest, id => new ContestBoards(id, contests, facts, events));
            if (board.IsBuilt || await board.BuildAsync(ct))
            {
                return board;
            }

            _boards.TryRemove(contest, out _);
            return null;
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task FollowAsync(long from)
    {
        var changed = new HashSet<ContestBoards>();
        await using var following = events.FollowAsync(from, _end.Token).GetAsyncEnumerator(_end.Token);
        var next = following.MoveNextAsync().AsTask();
        while (await next)
        {
            do
            {
                await ApplyAsync(following.Current, changed);
                next = following.MoveNextAsync().AsTask();
            } while (next.IsCompletedSuccessfully && next.Result);

            foreach (var board in changed)
            {
                board.Publish();
            }

            changed.Clear();
            await Task.Delay(Pause, clock, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Tries until it is applied: an event that is passed over would leave the board wrong for good.</summary>
    private async Task ApplyAsync(Event e, HashSet<ContestBoards> changed)
    {
        while (_boards.TryGetValue(e.Contest, out var board) && !_end.IsCancellationRequested)
        {
            try
            {
                if (await board.ApplyAsync(e, _end.Token))
                {
                    changed.Add(board);
                }

                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(
                    failure,
                    "The board of contest {Contest} cannot follow event {Sequence}; trying again",
                    e.Contest.Value,
                    e.Sequence
                );
                await Task.Delay(AfterFailure, clock, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
