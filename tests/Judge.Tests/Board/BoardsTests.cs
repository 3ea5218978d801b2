using Judge.Board;
using Judge.Contests;
using Judge.Score;
using Judge.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Support;

namespace Judge.Tests.Board;

public sealed class BoardsOnSqliteTests() : BoardsContract(new OnSqlite());

public sealed class BoardsOnPostgresTests(PostgresFixture server) : BoardsContract(new OnPostgres(server));

public abstract class BoardsContract(DatabaseKind kind) : StoreTest(kind)
{
    [Fact]
    public async Task A_board_follows_submissions_verdicts_entrants_and_rules()
    {
        await using var boards = Open(Here);
        var (contest, entrants) = await RunningAsync(2);
        Assert.Equal(["1. 0 w0", "1. 0 w0"], Text((await boards.NowAsync(contest.Id, BoardSide.Public, Ct))!));

        await SubmitAsync(contest, entrants[1]);
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 0 w0", "1. 0 w1");
        await JudgeAsync(0.5m);
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 50 w0", "2. 0 w0");
        await Here.Contests.AddEntrantsAsync(contest.Id, 1, Ct);
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 50 w0", "2. 0 w0", "2. 0 w0");
        await Here.Contests.ChangeAsync(contest with { Problems = [contest.Problems[0] with { Points = 10 }, contest.Problems[1]] }, Ct);
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 5 w0", "2. 0 w0", "2. 0 w0");
    }

    [Fact]
    public async Task A_board_that_is_opened_late_or_again_knows_everything_before()
    {
        var (contest, entrants) = await RunningAsync(2);
        await SubmitAsync(contest, entrants[0]);
        await JudgeAsync(1);
        await using var boards = Open(Here);
        var state = await boards.NowAsync(contest.Id, BoardSide.Staff, Ct);
        Assert.Equal(["1. 100 w0", "2. 0 w0"], Text(state!));
        await using var again = Open(OpenAgain());
        Assert.Equal(state!.Version, (await again.NowAsync(contest.Id, BoardSide.Staff, Ct))!.Version);
    }

    [Fact]
    public async Task A_frozen_board_stands_still_but_for_what_waits_and_moves_when_it_is_thawed()
    {
        await using var boards = Open(Here);
        var (contest, entrants) = await RunningAsync(2, contest => contest with { FreezeAt = contest.Start.AddMinutes(10) });
        await SubmitAsync(contest, entrants[1]);
        await JudgeAsync(1);
        await ShowsAsync(boards, contest, BoardSide.Staff, "1. 100 w0", "2. 0 w0");
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 0 w0", "1. 0 w1");
        await Here.Contests.ChangeAsync(contest with { FreezeAt = null }, Ct);
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 100 w0", "2. 0 w0");
    }

    [Fact]
    public async Task There_is_no_board_of_no_contest()
    {
        await using var boards = Open(Here);
        Assert.Null(await boards.NowAsync(new ContestId(404), BoardSide.Public, Ct));
        Assert.Null(await boards.AfterAsync(new ContestId(404), BoardSide.Public, 0, Ct));
    }

    [Fact]
    public async Task Old_events_that_are_read_late_hide_nothing_that_the_board_knows_or_learns()
    {
        var clock = new ManualClock();
        await using var boards = Open(Here, clock);
        var (first, _) = await RunningAsync(1);
        var before = await boards.NowAsync(first.Id, BoardSide.Public, Ct);
        await Here.Contests.AddEntrantsAsync(first.Id, 1, Ct);
        await boards.AfterAsync(first.Id, BoardSide.Public, before!.Version, Ct);

        // The follower pauses now until the clock is turned, and reads of this contest only then.
        var (second, entrants) = await RunningAsync(2, contest => contest with { Code = "SECOND" });
        await boards.NowAsync(second.Id, BoardSide.Public, Ct);
        await SubmitAsync(second, entrants[1]);
        await JudgeAsync(1);

        var shows = ShowsAsync(boards, second, BoardSide.Public, "1. 100 w0", "2. 0 w0");
        for (var turn = 0; turn < 1000 && !shows.IsCompleted; turn++)
        {
            clock.Turn(TimeSpan.FromSeconds(1));
            await Task.WhenAny(shows, Task.Delay(10, Ct));
        }

        await shows;
    }

    private static Boards Open(Stores stores, TimeProvider? clock = null) =>
        new(stores.Contests, stores.Judgements, stores.Events, clock ?? TimeProvider.System, NullLogger<Boards>.Instance);

    private async Task JudgeAsync(decimal share)
    {
        var lease = await Here.Queue.TakeAsync("n", Ct);
        await lease!.CompleteAsync(new Judgement { Verdict = share == 1 ? Verdict.Accepted : Verdict.WrongAnswer, Share = share }, Ct);
    }

    /// <summary>Waits for the view that shows these rows; a test that never sees it runs into its time.</summary>
    private static async Task ShowsAsync(Boards boards, Contest contest, BoardSide side, params string[] rows)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        var state = await boards.NowAsync(contest.Id, side, Ct);
        while (!Text(state!).SequenceEqual(rows))
        {
            state = await boards.AfterAsync(contest.Id, side, state!.Version, limit.Token);
        }
    }

    private static IEnumerable<string> Text(BoardView state) =>
        state.Rows.Select(row => FormattableString.Invariant($"{row.Rank}. {row.Points:0.##} w{row.Cells.Sum(cell => cell.Waiting)}"));
}
