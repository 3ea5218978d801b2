using System.Data.Common;
using Dapper;
using Judge.Problems;
using Judge.Storage;
using Judge.Tests.Storage;
using Support;

namespace Judge.Tests.Queue;

public sealed class QueueOnSqliteTests() : QueueStoreContract(new OnSqlite());

[Trait("Needs", "PostgreSQL")]
public sealed class QueueOnPostgresTests(PostgresFixture server) : QueueStoreContract(new OnPostgres(server))
{
    [Fact]
    public async Task A_judge_in_another_process_wakes_at_once()
    {
        var (contest, entrants) = await RunningAsync(1);
        var worker = OpenAgain().Queue;
        await SubmitAsync(contest, entrants[0]);
        await JudgeOneAsync(worker);
        Assert.Null(await worker.TakeAsync("w", Ct));
        var waiting = worker.WaitAsync(Ct);
        await SubmitAsync(contest, entrants[0]);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10), Ct); // the turned clock never reaches the longest wait
        Assert.NotNull(await worker.TakeAsync("w", Ct));
    }

    [Fact]
    public async Task What_is_judged_while_an_offer_waits_for_its_turn_gets_no_place()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await SubmitAsync(contest, entrants[0]);
        await ForgetAsync();
        await JudgeWhileAsync(
            "UPDATE entrants SET contest = contest",
            () => OpenAgain().Queue.OfferAsync(id),
            (c, t) => VerdictRows.AddAsync(Here.Database, c, t, id, default, Right, "n", 0)
        );
        Assert.Equal(Verdict.Accepted, (await Here.Judgements.FindAsync(id, Ct))!.Verdict);
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
    }

    [Fact]
    public async Task What_is_judged_again_while_an_offer_waits_gets_no_place()
    {
        var (contest, entrants) = await RunningAsync(1);
        var id = await JudgedAsync(contest, entrants[0]);
        var rejudging = await StartAsync(contest);
        await ForgetAsync();
        await JudgeWhileAsync(
            "UPDATE rejudgings SET state = state",
            () => OpenAgain().Queue.OfferAsync(rejudging.Id),
            (c, t) => VerdictRows.AddAsync(Here.Database, c, t, id, rejudging.Id, Right, "n", 0)
        );
        Assert.Equal(2, (await Here.Judgements.HistoryAsync(id, Ct)).Count);
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
    }

    /// <summary>Judges in a transaction for whose lock an offer waits that has found nothing judged yet.</summary>
    private async Task JudgeWhileAsync(string locks, Func<Task> offer, Func<DbConnection, DbTransaction, Task> judge)
    {
        var offering = await Here.Database.WriteAsync(
            async (c, t) =>
            {
                await c.ExecuteAsync(locks, transaction: t);
                var offering = offer();
                while (!offering.IsCompleted && !await SomebodyWaitsAsync())
                {
                    await Task.Delay(10, Ct);
                }

                await judge(c, t);
                return offering;
            },
            Ct
        );
        await offering;
    }

    private Task<bool> SomebodyWaitsAsync() =>
        Here.Database.ReadAsync(
            c =>
                c.ExecuteScalarAsync<bool>(
                    "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"
                ),
            Ct
        );
}

/// <summary>The queue as a table.</summary>
public abstract class QueueStoreContract(DatabaseKind kind) : JudgeQueueContract(kind)
{
    [Fact]
    public async Task The_look_of_each_minute_goes_back_ten_thousand_and_that_of_a_start_to_the_first()
    {
        var (contest, entrants) = await RunningAsync(1);
        var old = await SubmitAsync(contest, entrants[0]);
        await ForgetAsync();
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Here.Database.WriteAsync(
            (c, t) =>
                c.ExecuteAsync(
                    """
                    INSERT INTO submissions (id, contest, entrant, label, problem, language, source, size, at, handin_key)
                    SELECT id + 10000, contest, entrant, label, problem, language, source, size, at, 'later' FROM submissions
                    """,
                    transaction: t
                ),
            Ct
        );
        Assert.Equal(1, await Here.Queue.ReconcileRecentAsync(Ct));
        Assert.Equal(old.Value + 10_000, (await JudgeOneAsync(Here.Queue)).Value);
        Assert.Equal(0, await Here.Queue.ReconcileRecentAsync(Ct));
        Assert.Equal(1, await Here.Queue.ReconcileAsync(Ct));
        Assert.Equal(old, await JudgeOneAsync(Here.Queue));
    }

    [Fact]
    public async Task A_place_of_what_is_judged_is_taken_away()
    {
        var (contest, entrants) = await RunningAsync(1);
        await JudgedAsync(contest, entrants[0]);
        await Here.Database.WriteAsync(
            (c, t) =>
                c.ExecuteAsync(
                    "INSERT INTO queue (submission, entrant, priority, turn, queued_at) SELECT id, entrant, 0, 0, at FROM submissions",
                    transaction: t
                ),
            Ct
        );
        Assert.Equal(1, await Here.Queue.ReconcileRecentAsync(Ct));
        Assert.Null(await Here.Queue.TakeAsync("n", Ct));
    }

    private protected override TimeSpan Silence => QueueStore.LeaseTime;

    private protected override TimeSpan Rest => QueueStore.RestAfterFailure;

    private protected override int MostAttempts => QueueStore.MostAttempts;

    private protected override Task ForgetAsync() =>
        Here.Database.WriteAsync((c, t) => c.ExecuteAsync("DELETE FROM queue", transaction: t), Ct);
}
