using System.Collections.Concurrent;
using Judge.Contests;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Judge.Board;

/// <summary>
/// The boards that somebody looks at in this process. What they cost follows from changes: pages are given the latest view from memory.
/// While a grain moves to another silo they go on with the view they have.
/// </summary>
internal sealed class Boards(IGrainFactory grains, TimeProvider clock, ILogger<Boards> log) : IBoards, IHostedService
{
    private readonly ConcurrentDictionary<(ContestId, BoardSide), FollowedBoard> _followed = new();
    private readonly CancellationTokenSource _end = new();

    public async Task<Scoreboard?> NowAsync(ContestId contest, BoardSide side, CancellationToken ct) =>
        (await OfAsync(contest, side, ct))?.View;

    public async Task<Scoreboard?> AfterAsync(ContestId contest, BoardSide side, long version, CancellationToken ct)
    {
        while (await OfAsync(contest, side, ct) is { } board)
        {
            if (await board.AfterAsync(version, ct) is { } view)
            {
                return view;
            }

            _end.Token.ThrowIfCancellationRequested();
        }

        return null;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before the silo stops, which waits for questions that are open. Afterwards nothing is asked any more.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _end.CancelAsync();
        await Task.WhenAll(_followed.Values.Select(board => board.Followed))
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Begins to follow a board when it is first asked for.</summary>
    private async Task<FollowedBoard?> OfAsync(ContestId contest, BoardSide side, CancellationToken ct)
    {
        var key = (contest, side);
        if (_followed.TryGetValue(key, out var known))
        {
            return known;
        }

        var grain = grains.GetGrain<IBoardGrain>(contest.Value);
        if (await grain.AfterAsync(side, 0, ct) is not { } first)
        {
            return null;
        }

        var board = new FollowedBoard(grain, side, first, clock);
        var followed = _followed.GetOrAdd(key, board);
        if (followed == board)
        {
            board.Followed = Task.Run(() => FollowAsync(key, board), CancellationToken.None);
        }

        return followed;
    }

    private async Task FollowAsync((ContestId, BoardSide) key, FollowedBoard board)
    {
        await board.FollowAsync(log, _end.Token);
        _followed.TryRemove(key, out _);
        board.LetGo();
    }
}
