using Dapper;
using Judge.Contests;
using Judge.Queue;
using Judge.Storage;
using Npgsql;
using Support;

namespace Judge.Tests.Storage;

public sealed class DatabaseOnSqliteTests() : DatabaseContract(new OnSqlite())
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_contest_and_a_judgement_from_before_later_scripts_are_read_as_they_were_meant(int before)
    {
        await using var database = new SqliteDatabase(await new OnSqlite().NewAsync());
        var scripts = Migrations.OfJudge();
        await database.MigrateAsync("judge", [.. scripts.Take(before)], Ct);
        await database.WriteAsync(
            (c, t) =>
                c.ExecuteAsync(
                    """
                    INSERT INTO contests (id, code, names, scoring, start_at, end_at, languages, feedback, penalty_minutes)
                    VALUES (1, 'OLD', '{"vi":"Cũ"}', 'Points', 0, 1000, '', 'Tests', 20);
                    INSERT INTO entrants (id, contest) VALUES (1, 1);
                    INSERT INTO submissions (id, contest, entrant, label, problem, language, source, size, at, handin_key)
                    VALUES (1, 1, 1, 'A', 'tong', 'pascal', '', 1, 5, 'k');
                    INSERT INTO judgements (submission, verdict, share, cpu_us, memory, compile_fault, compiler_message,
                      tests, problem_version, judge, at)
                    VALUES (1, 'WrongAnswer', '0.5', 0, 0, 'None', '', '[]', '', '', 6);
                    """,
                    transaction: t
                ),
            Ct
        );
        await database.MigrateAsync("judge", scripts, Ct);
        Assert.Equal(Counting.Best, (await new ContestStore(database, Clock).FindAsync("OLD", Ct))!.Counting);
        var fact = Assert.Single(await new JudgementStore(database).OfContestAsync(new ContestId(1), Ct));
        Assert.Equal((0.5m, 0), (fact.Share, fact.Groups.Count));
    }

    [Fact]
    public async Task Failures_of_the_judge_are_found_without_a_look_at_every_judgement()
    {
        var plan = await Here.Database.ReadAsync(
            async c => (await c.QueryAsync($"EXPLAIN QUERY PLAN {JudgementStore.Failures}")).Select(step => (string)step.detail).ToList(),
            Ct
        );
        Assert.Contains(plan, step => step.Contains("USING COVERING INDEX judgements_failed", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.StartsWith("SCAN s", StringComparison.Ordinal));
    }
}

[Trait("Needs", "PostgreSQL")]
public sealed class DatabaseOnPostgresTests(PostgresFixture server) : DatabaseContract(new OnPostgres(server))
{
    [Fact]
    public async Task A_read_that_is_cancelled_ends_in_the_server_too()
    {
        using var enough = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var reading = Here.Database.ReadAsync(
            async c =>
            {
                begun.SetResult();
                return await c.ExecuteScalarAsync<string>("SELECT pg_sleep(60)::text");
            },
            enough.Token
        );
        await begun.Task.WaitAsync(Ct);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30), Ct));
    }

    /// <summary>Its connections are as an arena's, but nobody goes on with what they began.</summary>
    [Fact]
    public async Task Of_an_arena_that_stands_still_few_transactions_delay_the_others_and_not_each()
    {
        const string Lock = "UPDATE event_counter SET last = last";
        const int Stopped = 8;
        var opened = new NpgsqlConnectionStringBuilder(Place) { Options = PostgresDatabase.GiveUpOnTheSilent };
        await using var still = NpgsqlDataSource.Create(opened);
        var got = 0;
        var stopped = new List<Task>();
        for (var i = 0; i < Stopped; i++)
        {
            var connection = await still.OpenConnectionAsync(Ct);
            await connection.BeginTransactionAsync(Ct);
            stopped.Add(LockAsync(connection));
        }

        await Here.Database.WriteAsync((c, t) => c.ExecuteAsync(Lock, transaction: t), Ct);
        Assert.InRange(got, 1, Stopped / 2); // whoever waited first may begin to wait again when another gives up
        foreach (var failed in stopped.Where(task => task.IsFaulted))
        {
            Assert.Equal(PostgresErrorCodes.LockNotAvailable, Assert.IsType<PostgresException>(failed.Exception!.InnerException).SqlState);
        }

        async Task LockAsync(NpgsqlConnection connection)
        {
            await connection.ExecuteAsync(Lock);
            Interlocked.Increment(ref got);
        }
    }
}

public abstract class DatabaseContract(DatabaseKind kind) : StoreTest(kind)
{
    private static readonly (string, string)[] One =
    [
        ("0001_a.sql", "CREATE TABLE a (id {identity}, word text);\nINSERT INTO a (word) VALUES ('x');"),
    ];

    [Fact]
    public async Task Text_that_no_database_takes_is_stored_as_signs_that_show_it()
    {
        const string Text = "a\0b \uD83D x\uDE00y😀";
        await Here.Database.MigrateAsync("test", One, Ct);
        await Here.Database.WriteAsync((c, t) => c.ExecuteAsync("UPDATE a SET word = @Text", new { Text }, t), Ct);
        var found = await Here.Database.ReadAsync(
            c => c.ExecuteScalarAsync<string>("SELECT word FROM a WHERE word = @Text", new { Text }),
            Ct
        );
        Assert.Equal("a\u2400b \uFFFD x\uFFFDy😀", found);
    }

    [Fact]
    public async Task No_command_begins_after_its_read_was_cancelled()
    {
        using var enough = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Here.Database.ReadAsync(
                async c =>
                {
                    await enough.CancelAsync();
                    return await c.ExecuteScalarAsync<long>("SELECT 1");
                },
                enough.Token
            )
        );
    }

    [Fact]
    public async Task A_write_that_is_cancelled_leaves_nothing_behind()
    {
        using var enough = new CancellationTokenSource();
        await Here.Database.MigrateAsync("arena", One, Ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Here.Database.WriteAsync(
                async (c, t) =>
                {
                    await c.ExecuteAsync("INSERT INTO a (word) VALUES ('y')", transaction: t);
                    await enough.CancelAsync();
                    return await c.ExecuteAsync("INSERT INTO a (word) VALUES ('z')", transaction: t);
                },
                enough.Token
            )
        );
        Assert.Equal(["x"], await Here.Database.ReadAsync(c => c.QueryAsync<string>("SELECT word FROM a"), Ct));
    }

    [Fact]
    public async Task Scripts_are_applied_once_and_keys_number_themselves()
    {
        await Here.Database.MigrateAsync("arena", One, Ct);
        await Here.Database.MigrateAsync("arena", [.. One, ("0002_b.sql", "INSERT INTO a (word) VALUES ('y')")], Ct);
        Assert.Equal([1L, 2L], await Here.Database.ReadAsync(c => c.QueryAsync<long>("SELECT id FROM a ORDER BY id"), Ct));
    }

    [Fact]
    public async Task A_script_that_was_changed_after_it_had_been_applied_stops_the_start()
    {
        await Here.Database.MigrateAsync("arena", One, Ct);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Here.Database.MigrateAsync("arena", [("0001_a.sql", "CREATE TABLE b (id {identity})")], Ct)
        );
        Assert.Contains("0001_a.sql", refused.Message);
    }

    [Fact]
    public async Task Other_line_ends_are_not_another_script()
    {
        await Here.Database.MigrateAsync("arena", One, Ct);
        await Here.Database.MigrateAsync("arena", [(One[0].Item1, One[0].Item2.Replace("\n", "\r\n"))], Ct);
    }

    [Fact]
    public async Task A_script_that_fails_leaves_nothing_behind()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            Here.Database.MigrateAsync("arena", [.. One, ("0002_b.sql", "INSERT INTO nowhere VALUES (1)")], Ct)
        );
        await Here.Database.MigrateAsync("arena", One, Ct);
    }

    [Fact]
    public async Task What_waited_before_the_queue_was_made_for_rejudgings_waits_on_with_its_tries()
    {
        var older = await OpenEmptyAsync();
        await older.Database.MigrateAsync("judge", [Migrations.OfJudge()[0]], Ct);
        await older.Database.WriteAsync(
            (c, t) =>
                c.ExecuteAsync(
                    """
                    INSERT INTO contests (code, names, scoring, start_at, end_at, languages, feedback, penalty_minutes)
                    VALUES ('OLD', '{}', 'Points', 0, 1, '', 'Tests', 20);
                    INSERT INTO entrants (contest) VALUES (1);
                    INSERT INTO submissions (contest, entrant, label, problem, language, source, size, at, handin_key)
                    VALUES (1, 1, 'A', 'aplusb', 'pascal', '', 1, 0, 'k');
                    INSERT INTO queue (submission, entrant, priority, turn, attempts, queued_at) VALUES (1, 1, 0, 7, 1, 5);
                    """,
                    transaction: t
                ),
            Ct
        );
        await older.Database.MigrateAsync("judge", Migrations.OfJudge(), Ct);
        Assert.Null(await older.Queue.TakeAsync("n", Ct)); // its judge may still be at it
        Clock.Advance(Scheduler.Adoption);
        var lease = await older.Queue.TakeAsync("n", Ct);
        Assert.Equal((1L, true, 2), (lease!.Submission.Value, lease.Rejudging.IsFirst, lease.Attempt));
    }

    [Fact]
    public async Task Eight_processes_that_start_at_once_apply_each_script_once()
    {
        var processes = Enumerable.Range(0, 8).Select(_ => OpenAgain().Database).ToList();
        await Task.WhenAll(processes.Select(database => Task.Run(() => database.MigrateAsync("arena", One, Ct), Ct)));
        Assert.Equal(1, await Here.Database.ReadAsync(c => c.ExecuteScalarAsync<long>("SELECT count(*) FROM a"), Ct));
    }

    [Fact]
    public async Task A_write_that_throws_is_undone_and_says_nothing()
    {
        var heard = 0;
        using var subscription = Here.Database.Listen(Signals.Events, text => heard += text == "undone" ? 1 : 0);
        await Assert.ThrowsAsync<FormatException>(() =>
            Here.Database.WriteAsync<int>(
                async (c, t) =>
                {
                    await c.ExecuteAsync("UPDATE event_counter SET last = 77", transaction: t);
                    await Here.Database.NotifyAsync(c, t, Signals.Events, "undone");
                    throw new FormatException();
                },
                Ct
            )
        );
        Assert.Equal(0, await Here.Events.LastSequenceAsync(Ct));
        Assert.Equal(0, heard);
    }

    [Fact]
    public async Task Writers_at_once_lose_no_update()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    Task.Run(
                        () =>
                            Here.Database.WriteAsync(
                                (c, t) => c.ExecuteAsync("UPDATE event_counter SET last = last + 1", transaction: t),
                                Ct
                            ),
                        Ct
                    )
                )
        );
        Assert.Equal(50, await Here.Events.LastSequenceAsync(Ct));
    }
}
