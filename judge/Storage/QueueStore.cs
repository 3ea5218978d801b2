using System.Data.Common;
using Dapper;
using Judge.Events;
using Judge.Problems;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;
using Microsoft.Extensions.Logging;

namespace Judge.Storage;

/// <summary>
/// The queue as rows with leases. A row is made from the facts after their commit. It is free when nobody's token is on it or its lease has
/// lapsed, and it is deleted in the transaction that stores the verdict. A verdict may come twice (a judge that was thought dead); the
/// first stays.
/// </summary>
internal sealed class QueueStore : IJudgeQueue, IDisposable
{
    /// <summary>How long a silent judge keeps a submission.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);

    /// <summary>A submission that was taken this often without a verdict gets JudgeError.</summary>
    public const int MostAttempts = 3;

    /// <summary>
    /// How long a submission rests after its first failed try; after the second, twice that. What fails everywhere for a
    /// while, such as a full disk, must not use up all tries of all that waits within a second.
    /// </summary>
    public static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(10);

    /// <summary>Number of the newest submissions that are looked at each minute; older ones are at a start.</summary>
    private const long MostRecent = 10_000;

    /// <summary>Number of first judgings that are put in line in one transaction.</summary>
    private const int MostAtOnce = 50;

    /// <summary>How long the hint of a fact may be on its way.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly AsyncPulse _pulse = new();
    private readonly IDisposable _subscription;
    private Task? _emptySince;

    public QueueStore(Database database, TimeProvider clock, ILogger<QueueStore> log)
    {
        (_database, _clock, _log) = (database, clock, log);
        _subscription = database.Listen(Signals.Queue, _ => _pulse.Pulse());
    }

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task OfferAsync(SubmissionId submission) =>
        HintAsync((connection, transaction) => QueueRows.AddFirstsAsync(connection, transaction, submission));

    public Task OfferAsync(RejudgingId rejudging) =>
        HintAsync((connection, transaction) => QueueRows.AddAgainAsync(connection, transaction, rejudging, Now));

    public Task WithdrawAsync(RejudgingId rejudging) =>
        HintAsync((connection, transaction) => QueueRows.RemoveAsync(connection, transaction, rejudging));

    public Task<int> ReconcileAsync(CancellationToken ct) => ReconcileAsync(long.MaxValue, long.MaxValue, ct);

    public Task<int> ReconcileRecentAsync(CancellationToken ct) => ReconcileAsync(MostRecent, Now - (long)OnItsWay.TotalMilliseconds, ct);

    public async Task<IJudgeLease?> TakeAsync(string judge, CancellationToken ct)
    {
        while (true)
        {
            var next = _pulse.Next;
            var (lease, givenUp) = await _database.WriteAsync((connection, transaction) => TakeAsync(connection, transaction, judge), ct);
            if (lease is null && givenUp)
            {
                continue;
            }

            if (lease is null)
            {
                Volatile.Write(ref _emptySince, next);
            }

            return lease;
        }
    }

    /// <summary>Waits for the pulse that follows the last look that found nothing; a pulse in between ends the wait at once.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        var next = Volatile.Read(ref _emptySince) ?? _pulse.Next;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(next, Task.Delay(LongestWait, _clock, enough.Token));
        await enough.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    public Task<bool> WaitsBeforeAsync(Priority priority, CancellationToken ct) =>
        _database.ReadAsync(
            async connection =>
                await connection.ExecuteScalarAsync<long?>(
                    "SELECT 1 FROM queue WHERE priority < @priority AND (token IS NULL OR lease_until <= @now) LIMIT 1",
                    new { priority = (long)priority, now = Now }
                )
                    is not null,
            ct
        );

    public Task ReleaseAsync(string judge, CancellationToken ct) =>
        ChangeAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "UPDATE queue SET token = NULL WHERE judge = @judge AND token IS NOT NULL",
                    new { judge },
                    transaction
                ),
            ct
        );

    public Task<QueueState> StateAsync(CancellationToken ct) =>
        _database.ReadAsync(
            async connection =>
            {
                var line = await connection.QuerySingleAsync<LineRow>(
                    """
                    SELECT count(*) AS Everything, count(CASE WHEN token IS NOT NULL AND lease_until > @now THEN 1 END) AS Leased,
                      count(CASE WHEN rejudging <> 0 THEN 1 END) AS Again, min(CASE WHEN rejudging = 0 THEN queued_at END) AS Oldest
                    FROM queue
                    """,
                    new { now = Now }
                );
                return new QueueState(
                    (int)(line.Everything - line.Leased),
                    (int)line.Leased,
                    line.Oldest is { } oldest ? DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null
                )
                {
                    Again = (int)line.Again,
                };
            },
            ct
        );

    public void Dispose() => _subscription.Dispose();

    /// <summary>Looks first and changes little at a time, so that whoever writes need not wait for long.</summary>
    private async Task<int> ReconcileAsync(long newest, long before, CancellationToken ct)
    {
        var differences = await _database.ReadAsync(connection => QueueRows.DifferencesAsync(connection, newest, before), ct);
        var changed = 0;
        foreach (var some in differences.Firsts.Chunk(MostAtOnce))
        {
            changed += await ChangeAsync((connection, transaction) => QueueRows.AddFirstsAsync(connection, transaction, some), ct);
        }

        foreach (var rejudging in differences.Again)
        {
            changed += await ChangeAsync((connection, transaction) => QueueRows.AddAgainAsync(connection, transaction, rejudging, Now), ct);
        }

        if (differences.NotWanted)
        {
            changed += await ChangeAsync((connection, transaction) => QueueRows.RemoveNotWantedAsync(connection, transaction, before), ct);
        }

        if (changed > 0)
        {
            _log.LogWarning("{Count} places in line did not follow from the facts and do now", changed);
        }

        return changed;
    }

    /// <summary>Changes the line and wakes those who wait for it.</summary>
    private Task<int> ChangeAsync(Func<DbConnection, DbTransaction, Task<int>> change, CancellationToken ct) =>
        _database.WriteAsync(
            async (connection, transaction) =>
            {
                var changed = await change(connection, transaction);
                await _database.NotifyAsync(connection, transaction, Signals.Queue, "");
                return changed;
            },
            ct
        );

    /// <summary>Whoever gives a hint has committed already, so a failure here must not look like one of theirs.</summary>
    private async Task HintAsync(Func<DbConnection, DbTransaction, Task<int>> change)
    {
        try
        {
            await ChangeAsync(change, CancellationToken.None);
        }
        catch (Exception e)
        {
            _log.LogWarning(e, "The line could not be changed; it follows when the facts are looked at");
        }
    }

    /// <summary>Takes one, or gives one up that was tried too often, or finds nothing.</summary>
    private async Task<(IJudgeLease? Lease, bool GivenUp)> TakeAsync(DbConnection connection, DbTransaction transaction, string judge)
    {
        var now = Now;
        var next = await connection.QueryFirstOrDefaultAsync<NextRow>(
            $"""
            SELECT submission, rejudging, priority, turn, attempts FROM queue WHERE token IS NULL OR lease_until <= @now
            ORDER BY priority, turn, submission LIMIT 1{_database.SkipLocked}
            """,
            new { now },
            transaction
        );
        if (next is null)
        {
            return (null, false);
        }

        var (submission, rejudging) = (new SubmissionId(next.Submission), new RejudgingId(next.Rejudging));
        if (next.Attempts >= MostAttempts)
        {
            var givenUp = new Judgement { Verdict = Verdict.JudgeError, Share = 0 };
            await QueueRows.SettleAsync(_database, connection, transaction, submission, rejudging, givenUp, judge, now);
            return (null, true);
        }

        var token = Guid.NewGuid().ToString("N");
        var until = now + (long)LeaseTime.TotalMilliseconds;
        await connection.ExecuteAsync(
            """
            UPDATE queue SET token = @token, judge = @judge, lease_until = @until, attempts = attempts + 1
            WHERE submission = @Submission AND rejudging = @Rejudging
            """,
            new
            {
                token,
                judge,
                until,
                next.Submission,
                next.Rejudging,
            },
            transaction
        );
        await connection.ExecuteAsync(
            "UPDATE queue_clock SET turn = @Turn WHERE priority = @Priority AND turn < @Turn",
            new { next.Turn, next.Priority },
            transaction
        );
        return (new QueueLease(_database, submission, rejudging, (int)next.Attempts + 1, judge, token, _clock), false);
    }

    private sealed class NextRow
    {
        public long Submission { get; set; }
        public long Rejudging { get; set; }
        public long Priority { get; set; }
        public long Turn { get; set; }
        public long Attempts { get; set; }
    }

    private sealed class LineRow
    {
        public long Everything { get; set; }
        public long Leased { get; set; }
        public long Again { get; set; }
        public long? Oldest { get; set; }
    }
}
