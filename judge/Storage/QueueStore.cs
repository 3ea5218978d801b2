using System.Data.Common;
using Dapper;
using Judge.Board;
using Judge.Contests;
using Judge.Events;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>
/// The queue as rows with leases. A row is free when nobody's token is on it or its lease has lapsed; it is deleted in the
/// transaction that stores the verdict. A verdict may come twice (a judge that was thought dead); the first stays.
/// </summary>
internal sealed class QueueStore : IJudgeQueue, IJudgeRoll, IDisposable
{
    /// <summary>How long a silent judge keeps a submission.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);

    /// <summary>A submission that was taken this often without a verdict gets JudgeError.</summary>
    public const int MostAttempts = 3;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SeenLately = TimeSpan.FromMinutes(1);

    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly Bell _bell = new();
    private readonly IDisposable _ear;
    private Task? _emptySince;

    public QueueStore(Database database, TimeProvider clock)
    {
        (_database, _clock) = (database, clock);
        _ear = database.Hear(Signals.Queue, _ => _bell.Ring());
    }

    private long Now => _clock.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task<IJudgeLease?> TakeAsync(string judge, CancellationToken ct)
    {
        while (true)
        {
            var ring = _bell.Next;
            var (lease, givenUp) = await _database.WriteAsync((connection, transaction) => TakeAsync(connection, transaction, judge), ct);
            if (lease is null && givenUp)
            {
                continue;
            }

            if (lease is null)
            {
                Volatile.Write(ref _emptySince, ring);
            }

            return lease;
        }
    }

    /// <summary>Waits for the ring that follows the last look that found nothing; a ring in between ends the wait at once.</summary>
    public async Task WaitAsync(CancellationToken ct)
    {
        var ring = Volatile.Read(ref _emptySince) ?? _bell.Next;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(ring, Task.Delay(LongestWait, _clock, enough.Token));
        await enough.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    public Task ReleaseAsync(string judge, CancellationToken ct) =>
        _database.WriteAsync(
            async (connection, transaction) =>
            {
                var freed = await connection.ExecuteAsync(
                    "UPDATE queue SET token = NULL WHERE judge = @judge AND token IS NOT NULL", new { judge }, transaction);
                await _database.SayAsync(connection, transaction, Signals.Queue, "");
                return freed;
            },
            ct);

    public Task<QueueState> StateAsync(CancellationToken ct) =>
        _database.ReadAsync(
            async connection =>
            {
                var line = await connection.QuerySingleAsync<LineRow>(
                    """
                    SELECT count(*) AS Everything, count(CASE WHEN token IS NOT NULL AND lease_until > @now THEN 1 END) AS Leased,
                      min(queued_at) AS Oldest FROM queue
                    """,
                    new { now = Now });
                var judges = await connection.QueryAsync<JudgeRow>(
                    "SELECT name, seen_at AS SeenAt, sandbox, slots, busy, judged, trouble FROM judges WHERE seen_at >= @since ORDER BY name",
                    new { since = Now - (long)SeenLately.TotalMilliseconds });
                return new QueueState(
                    (int)(line.Everything - line.Leased), (int)line.Leased,
                    line.Oldest is { } oldest ? DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null,
                    [.. judges.Select(judge => judge.ToState())]);
            },
            ct);

    public Task BeatAsync(JudgeState state, CancellationToken ct) =>
        _database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                INSERT INTO judges (name, seen_at, sandbox, slots, busy, judged, trouble)
                VALUES (@Name, @now, @Sandbox, @Slots, @Busy, @Judged, @Trouble)
                ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at, sandbox = excluded.sandbox, slots = excluded.slots,
                  busy = excluded.busy, judged = excluded.judged, trouble = excluded.trouble
                """,
                new { state.Name, now = Now, state.Sandbox, state.Slots, state.Busy, state.Judged, state.Trouble }, transaction),
            ct);

    public void Dispose() => _ear.Dispose();

    /// <summary>Stores a verdict and takes the submission out of line; nothing is changed when it has one already.</summary>
    internal async Task<bool> JudgeAsync(
        DbConnection connection, DbTransaction transaction, SubmissionId submission, Judgement judgement, string judge)
    {
        var now = Now;
        var first = await connection.ExecuteAsync(
            """
            INSERT INTO judgements (submission, verdict, share, cpu_us, memory, compile_fault, compiler_message, tests, problem_version, judge, at)
            VALUES (@Submission, @Verdict, @Share, @CpuUs, @Memory, @CompileFault, @CompilerMessage, @Tests, @ProblemVersion, @Judge, @At)
            ON CONFLICT (submission, rejudging) DO NOTHING
            """,
            JudgementRow.Of(submission.Value, judgement, judge, now), transaction) > 0;
        await connection.ExecuteAsync("DELETE FROM queue WHERE submission = @id", new { id = submission.Value }, transaction);
        if (first)
        {
            var of = await connection.QuerySingleAsync<OriginRow>(
                "SELECT contest, entrant, label, at FROM submissions WHERE id = @id", new { id = submission.Value }, transaction);
            var fact = new Judged(
                submission, new EntrantId(of.Entrant), of.Label, DateTimeOffset.FromUnixTimeMilliseconds(of.At), judgement.Verdict, judgement.Share);
            await EventRows.AppendAsync(
                _database, connection, transaction, now, judgement.Verdict == Verdict.JudgeError ? EventKind.JudgeFailed : EventKind.Judged,
                new ContestId(of.Contest), fact.Entrant, submission.Value, fact.ToEventText());
        }

        return first;
    }

    /// <summary>Takes one, or gives one up that was tried too often, or finds nothing.</summary>
    private async Task<(IJudgeLease? Lease, bool GivenUp)> TakeAsync(DbConnection connection, DbTransaction transaction, string judge)
    {
        var now = Now;
        var next = await connection.QueryFirstOrDefaultAsync<NextRow>(
            $"""
            SELECT submission, priority, turn, attempts FROM queue WHERE token IS NULL OR lease_until <= @now
            ORDER BY priority, turn, submission LIMIT 1{_database.SkipLocked}
            """,
            new { now }, transaction);
        if (next is null)
        {
            return (null, false);
        }

        var submission = new SubmissionId(next.Submission);
        if (next.Attempts >= MostAttempts)
        {
            await JudgeAsync(connection, transaction, submission, new Judgement { Verdict = Verdict.JudgeError, Share = 0 }, judge);
            return (null, true);
        }

        var token = Guid.NewGuid().ToString("N");
        var until = now + (long)LeaseTime.TotalMilliseconds;
        await connection.ExecuteAsync(
            "UPDATE queue SET token = @token, judge = @judge, lease_until = @until, attempts = attempts + 1 WHERE submission = @Submission",
            new { token, judge, until, next.Submission }, transaction);
        await connection.ExecuteAsync(
            "UPDATE queue_clock SET turn = @Turn WHERE priority = @Priority AND turn < @Turn", new { next.Turn, next.Priority }, transaction);
        return (new QueueLease(_database, this, submission, (int)next.Attempts + 1, judge, token, _clock), false);
    }

    private sealed class NextRow
    {
        public long Submission { get; set; }
        public long Priority { get; set; }
        public long Turn { get; set; }
        public long Attempts { get; set; }
    }

    private sealed class OriginRow
    {
        public long Contest { get; set; }
        public long Entrant { get; set; }
        public string Label { get; set; } = "";
        public long At { get; set; }
    }

    private sealed class LineRow
    {
        public long Everything { get; set; }
        public long Leased { get; set; }
        public long? Oldest { get; set; }
    }

    private sealed class JudgeRow
    {
        public string Name { get; set; } = "";
        public long SeenAt { get; set; }
        public string Sandbox { get; set; } = "";
        public long Slots { get; set; }
        public long Busy { get; set; }
        public long Judged { get; set; }
        public string Trouble { get; set; } = "";

        public JudgeState ToState() => new(
            Name, DateTimeOffset.FromUnixTimeMilliseconds(SeenAt), Sandbox, (int)Slots, (int)Busy, Judged, Trouble);
    }
}
