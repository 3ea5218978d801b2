using Judge.Contests;
using Judge.Events;
using Judge.Storage;
using Judge.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Support;

namespace Judge.Tests.Events;

public sealed class EventsOnSqliteTests() : EventsContract(new OnSqlite())
{
    [Fact]
    public async Task A_follower_outlives_a_time_in_which_the_log_cannot_be_read()
    {
        await using var database = new SqliteDatabase(await new OnSqlite().NewAsync());
        await using var events = new EventLog(database, NullLogger<EventLog>.Instance);
        await using var following = events.FollowAsync(0, Ct).GetAsyncEnumerator(Ct);
        var next = following.MoveNextAsync().AsTask();
        await database.MigrateAsync("judge", Migrations.OfJudge(), Ct);
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                await EventRows.AppendAsync(database, connection, transaction, 0, EventKind.Submitted, new ContestId(1));
                return true;
            },
            Ct
        );
        Assert.True(await next.WaitAsync(TimeSpan.FromSeconds(10), Ct));
    }
}

[Trait("Needs", "PostgreSQL")]
public sealed class EventsOnPostgresTests(PostgresFixture server) : EventsContract(new OnPostgres(server))
{
    [Fact]
    public async Task What_another_process_commits_arrives_too()
    {
        var other = OpenAgain();
        await using var following = Here.Events.FollowAsync(0, Ct).GetAsyncEnumerator(Ct);
        await AppendAsync(Here, 1);
        await following.MoveNextAsync();
        var next = following.MoveNextAsync();
        await AppendAsync(other, 2);
        Assert.True(await next.AsTask().WaitAsync(TimeSpan.FromSeconds(4), Ct), "before the slow poll");
        Assert.Equal(2, following.Current.Subject);
    }
}

public abstract class EventsContract(DatabaseKind kind) : StoreTest(kind)
{
    [Fact]
    public async Task Numbers_have_no_gaps_and_a_reader_never_passes_one_that_comes_later()
    {
        const int Writers = 8,
            Each = 25;
        var others = Enumerable.Range(0, 2).Select(_ => OpenAgain()).Prepend(Here).ToArray();
        var writing = Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            for (var i = 0; i < Each; i++)
                            {
                                await AppendAsync(others[writer % others.Length], -1, fail: true);
                                await AppendAsync(others[writer % others.Length], (writer * Each) + i);
                            }
                        },
                        Ct
                    )
                )
        );

        var seen = new List<Event>();
        await foreach (var e in Here.Events.FollowAsync(0, Ct))
        {
            seen.Add(e);
            if (seen.Count == Writers * Each)
            {
                break;
            }
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(n => (long)n), seen.Select(e => e.Sequence));
        Assert.Equal(Writers * Each, seen.Select(e => e.Subject).Distinct().Count());
        Assert.Equal(Writers * Each, await Here.Events.LastSequenceAsync(Ct));
    }

    [Fact]
    public async Task A_follower_begins_after_the_number_it_names_and_waits_for_the_next()
    {
        foreach (var subject in Enumerable.Range(1, 5))
        {
            await AppendAsync(Here, subject);
        }

        await using var following = Here.Events.FollowAsync(3, Ct).GetAsyncEnumerator(Ct);
        Assert.True(await following.MoveNextAsync());
        Assert.True(await following.MoveNextAsync());
        Assert.Equal(5, following.Current.Sequence);
        var next = following.MoveNextAsync();
        Assert.False(next.IsCompleted);
        await AppendAsync(Here, 6);
        Assert.True(await next);
        Assert.Equal((6L, 6L, Clock.GetUtcNow()), (following.Current.Sequence, following.Current.Subject, following.Current.At));
    }

    [Fact]
    public async Task A_follower_ends_quietly_with_its_token()
    {
        using var stop = new CancellationTokenSource();
        var count = 0;
        var following = Task.Run(
            async () =>
            {
                await foreach (var _ in Here.Events.FollowAsync(0, stop.Token))
                {
                    count++;
                    await stop.CancelAsync();
                }
            },
            Ct
        );
        await AppendAsync(Here, 1);
        await following;
        Assert.Equal(1, count);
    }

    private protected static async Task AppendAsync(Stores stores, long subject, bool fail = false)
    {
        try
        {
            await stores.Database.WriteAsync(
                async (connection, transaction) =>
                {
                    await EventRows.AppendAsync(
                        stores.Database,
                        connection,
                        transaction,
                        TestClock.New().GetUtcNow().ToUnixTimeMilliseconds(),
                        EventKind.Submitted,
                        new ContestId(1),
                        new EntrantId(2),
                        subject,
                        "{}"
                    );
                    return fail ? throw new InvalidOperationException() : true;
                },
                Ct
            );
        }
        catch (InvalidOperationException) when (fail)
        {
            // undone, number and all
        }
    }
}
