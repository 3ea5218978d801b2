using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Rejudge;
using Judge.Score;
using Judge.Tests.Storage;
using Support;

namespace Judge.Tests.Board;

[Collection(LiveCluster.Collection)]
public sealed class BoardsOnSqliteTests(LiveCluster cluster) : BoardsContract(new OnSqlite(), cluster);

[Collection(LiveCluster.Collection)]
[Trait("Needs", "PostgreSQL")]
public sealed class BoardsOnPostgresTests(PostgresFixture server, LiveCluster cluster) : BoardsContract(new OnPostgres(server), cluster);

public abstract class BoardsContract(DatabaseKind kind, LiveCluster cluster) : StoreTest(kind)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await LiveCluster.NumberAsync(Here, Ct);
    }

    public override async ValueTask DisposeAsync()
    {
        await cluster.SleepAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_board_follows_submissions_verdicts_entrants_and_rules()
    {
        var boards = await OpenAsync();
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
        await SubmitAsync(contest, entrants[1]);
        await JudgeAsync(0.25m);
        await Here.Contests.ChangeAsync(contest with { Counting = Counting.Last }, Ct);
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 25 w0", "2. 0 w0", "2. 0 w0");
        await Here.Contests.ChangeAsync(contest with { Scoring = ScoringStyle.Icpc }, Ct);
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 0 w0", "1. 0 w0", "1. 0 w0");
    }

    [Fact]
    public async Task A_board_that_is_opened_late_or_again_knows_everything_before()
    {
        var (contest, entrants) = await RunningAsync(2);
        await SubmitAsync(contest, entrants[0]);
        await JudgeAsync(1);
        var boards = await OpenAsync();
        var state = await boards.NowAsync(contest.Id, BoardSide.Staff, Ct);
        Assert.Equal(["1. 100 w0", "2. 0 w0"], Text(state!));
        await cluster.SleepAsync();
        var again = await OpenAsync(OpenAgain(), process: 1);
        Assert.Equal(state!.Version, (await again.NowAsync(contest.Id, BoardSide.Staff, Ct))!.Version);
    }

    [Fact]
    public async Task A_frozen_board_stands_still_but_for_what_waits_and_moves_when_it_is_thawed()
    {
        var boards = await OpenAsync();
        var (contest, entrants) = await RunningAsync(2, contest => contest with { FreezeAt = contest.Start.AddMinutes(10) });
        await SubmitAsync(contest, entrants[1]);
        await JudgeAsync(1);
        await ShowsAsync(boards, contest, BoardSide.Staff, "1. 100 w0", "2. 0 w0");
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 0 w0", "1. 0 w1");
        await Here.Contests.ChangeAsync(contest with { FreezeAt = null }, Ct);
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 100 w0", "2. 0 w0");
    }

    [Fact]
    public async Task A_rejudging_moves_the_boards_when_it_is_applied_and_the_frozen_one_keeps_its_rule()
    {
        var boards = await OpenAsync();
        var (contest, entrants) = await RunningAsync(2, contest => contest with { FreezeAt = contest.Start.AddMinutes(20) });
        await SubmitAsync(contest, entrants[0]);
        await JudgeAsync(0.25m);
        Clock.Advance(TimeSpan.FromMinutes(30));
        await SubmitAsync(contest, entrants[1]);
        await JudgeAsync(0.5m);
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 25 w0", "2. 0 w1");
        await ShowsAsync(boards, contest, BoardSide.Staff, "1. 50 w0", "2. 25 w0");

        var rejudging = await Here.Rejudgings.StartAsync(new RejudgeScope(contest.Id), "", "lan", Ct);
        await JudgeAsync(0.4m);
        await JudgeAsync(1);
        var before = await boards.NowAsync(contest.Id, BoardSide.Staff, Ct);
        Assert.Equal(["1. 50 w0", "2. 25 w0"], Text(before!));
        await Here.Rejudgings.ApplyAsync(rejudging!.Id, "lan", Ct);
        var after = await boards.AfterAsync(contest.Id, BoardSide.Staff, before!.Version, Ct); // all at once, nothing in between
        Assert.Equal(["1. 100 w0", "2. 40 w0"], Text(after!));
        await ShowsAsync(boards, contest, BoardSide.Public, "1. 40 w0", "2. 0 w1");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Through_submissions_verdicts_and_rejudgings_the_live_boards_end_as_the_standings_computed_anew(int seed)
    {
        var random = new Random(seed);
        var boards = await OpenAsync();
        var (contest, entrants) = await RunningAsync(
            4,
            contest =>
                contest with
                {
                    FreezeAt = contest.Start.AddMinutes(30),
                    Scoring = seed % 2 == 0 ? ScoringStyle.Icpc : ScoringStyle.Points,
                }
        );
        await boards.NowAsync(contest.Id, BoardSide.Public, Ct);
        var open = new List<RejudgingId>();
        for (var step = 0; step < 120; step++)
        {
            Clock.Advance(TimeSpan.FromSeconds(random.Next(60)));
            switch (random.Next(6))
            {
                case 0 or 1:
                    await SubmitAsync(contest, entrants[random.Next(4)], random.Next(2) == 0 ? "A" : "B");
                    break;
                case 2 or 3 when await Here.Queue.TakeAsync("n", Ct) is { } lease:
                    var verdict = (Verdict)random.Next(1, 9);
                    await lease.CompleteAsync(
                        new Judgement { Verdict = verdict, Share = verdict == Verdict.Accepted ? 1 : random.Next(4) / 4m },
                        Ct
                    );
                    break;
                case 4
                    when await Here.Rejudgings.StartAsync(
                        new RejudgeScope(contest.Id) { Label = random.Next(2) == 0 ? "A" : null },
                        "",
                        "lan",
                        Ct
                    )
                        is { } begun:
                    open.Add(begun.Id);
                    break;
                case 5 when open.Count > 0:
                    var which = open[random.Next(open.Count)];
                    await (
                        random.Next(4) == 0 ? Here.Rejudgings.DiscardAsync(which, "lan", Ct) : Here.Rejudgings.ApplyAsync(which, "lan", Ct)
                    );
                    break;
            }
        }

        var facts = await Here.Judgements.OfContestAsync(contest.Id, Ct);
        foreach (var (side, moment) in new[] { (BoardSide.Public, contest.FreezeAt!.Value), (BoardSide.Staff, DateTimeOffset.MaxValue) })
        {
            await ShowsAsync(boards, contest, side, [.. Standings.AsOf(moment, contest, entrants, facts).Select(Text)]);
        }
    }

    [Fact]
    public async Task There_is_no_board_of_no_contest()
    {
        var boards = await OpenAsync();
        Assert.Null(await boards.NowAsync(new ContestId(404), BoardSide.Public, Ct));
        Assert.Null(await boards.AfterAsync(new ContestId(404), BoardSide.Public, 0, Ct));
    }

    [Fact]
    public async Task Old_events_that_are_read_late_hide_nothing_that_the_board_knows_or_learns()
    {
        var clock = TestClock.New();
        var boards = await OpenAsync(clock: clock);
        var (first, entrants) = await RunningAsync(1);
        var before = await boards.NowAsync(first.Id, BoardSide.Public, Ct);
        await Here.Contests.AddEntrantsAsync(first.Id, 1, Ct);
        await boards.AfterAsync(first.Id, BoardSide.Public, before!.Version, Ct);

        // The follower pauses now until the clock is turned, and reads the facts anew only then, for an event of before the others.
        await Here.Contests.AddEntrantsAsync(first.Id, 1, Ct);
        await SubmitAsync(first, entrants[0]);
        await JudgeAsync(1);
        await SubmitAsync(first, entrants[0], "B");

        var shows = ShowsAsync(boards, first, BoardSide.Public, "1. 100 w1", "2. 0 w0", "2. 0 w0");
        for (var turn = 0; turn < 1000 && !shows.IsCompleted; turn++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(shows, Task.Delay(10, Ct));
        }

        await shows;
    }

    /// <summary>Boards as a process of the cluster sees them.</summary>
    /// <param name="clock">By which boards that wake from now on pause.</param>
    private Task<Boards> OpenAsync(Stores? stores = null, int process = 0, TimeProvider? clock = null)
    {
        cluster.Reads(stores ?? Here, clock ?? TimeProvider.System);
        return cluster.OpenAsync(process);
    }

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

    private static IEnumerable<string> Text(Scoreboard state) => state.Rows.Select(Text);

    private static string Text(Row row) =>
        FormattableString.Invariant($"{row.Rank}. {row.Points:0.##} w{row.Cells.Sum(cell => cell.Waiting)}");
}
