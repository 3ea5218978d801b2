using System.Threading.Channels;
using Judge.Board;
using Judge.Contests;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Board;

public sealed class FollowedBoardTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(11);

    private readonly FakeTimeProvider _clock = TestClock.New();
    private readonly ScriptedBoard _grain = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_board_that_nobody_has_looked_at_for_long_is_let_go()
    {
        var following = New().FollowAsync(NullLogger.Instance, Ct);
        (await _grain.AskedAsync()).SetResult(View(2));
        var again = await _grain.AskedAsync();
        _clock.Advance(Long);
        again.SetResult(null);
        await following.WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }

    [Fact]
    public async Task A_board_that_somebody_waits_for_is_followed_on_through_trouble()
    {
        var board = New();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var following = board.FollowAsync(NullLogger.Instance, end.Token);
        var next = board.AfterAsync(1, Ct);
        _clock.Advance(Long);
        (await _grain.AskedAsync()).SetResult(null);
        (await _grain.AskedAsync()).SetException(new IOException());
        (await _grain.AskedAsync()).SetResult(View(2));
        Assert.Equal(2, (await next)!.Version);
        await end.CancelAsync();
        await following.WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }

    [Fact]
    public async Task Whoever_waits_for_a_board_that_is_let_go_is_sent_away()
    {
        var board = New();
        var next = board.AfterAsync(1, Ct);
        board.LetGo();
        Assert.Null(await next);
        Assert.Null(await board.AfterAsync(0, Ct));
    }

    private FollowedBoard New() => new(_grain, BoardSide.Public, View(1), _clock);

    private static Scoreboard View(long version) => new(Facts.Contest(ScoringStyle.Points), version, null, []);

    /// <summary>Answers when the test says so.</summary>
    private sealed class ScriptedBoard : IBoardGrain
    {
        private readonly Channel<TaskCompletionSource<Scoreboard?>> _asked = Channel.CreateUnbounded<TaskCompletionSource<Scoreboard?>>();

        public Task<Scoreboard?> AfterAsync(BoardSide side, long version, CancellationToken ct)
        {
            var answer = new TaskCompletionSource<Scoreboard?>(TaskCreationOptions.RunContinuationsAsynchronously);
            _asked.Writer.TryWrite(answer);
            return answer.Task.WaitAsync(ct);
        }

        public async Task<TaskCompletionSource<Scoreboard?>> AskedAsync() =>
            await _asked.Reader.ReadAsync(Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }
}
