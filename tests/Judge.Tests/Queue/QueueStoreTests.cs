using Dapper;
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
}

/// <summary>The queue as a table.</summary>
public abstract class QueueStoreContract(DatabaseKind kind) : JudgeQueueContract(kind)
{
    private protected override TimeSpan Silence => QueueStore.LeaseTime;

    private protected override TimeSpan Rest => QueueStore.RestAfterFailure;

    private protected override int MostAttempts => QueueStore.MostAttempts;

    private protected override Task ForgetAsync() =>
        Here.Database.WriteAsync((c, t) => c.ExecuteAsync("DELETE FROM queue", transaction: t), Ct);
}
