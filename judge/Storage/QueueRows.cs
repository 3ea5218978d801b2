using System.Data.Common;
using Dapper;
using Judge.Contests;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>Putting submissions in line.</summary>
internal static class QueueRows
{
    /// <summary>
    /// Puts one in line for its first judging at its fair turn, unless it stands there. The entrant's row is to be locked by the caller.
    /// </summary>
    public static async Task AddAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        SubmissionId submission,
        EntrantId entrant,
        Priority priority,
        long now
    )
    {
        var lane = new { entrant = entrant.Value, priority = (long)priority };
        var clock = await connection.ExecuteScalarAsync<long>("SELECT turn FROM queue_clock WHERE priority = @priority", lane, transaction);
        var last = await connection.ExecuteScalarAsync<long?>(
            "SELECT turn FROM turns WHERE entrant = @entrant AND priority = @priority",
            lane,
            transaction
        );
        var row = new
        {
            submission = submission.Value,
            lane.entrant,
            lane.priority,
            turn = FairTurn.Next(clock, last),
            now,
        };
        await connection.ExecuteAsync(
            """
            INSERT INTO turns (entrant, priority, turn) VALUES (@entrant, @priority, @turn)
            ON CONFLICT (entrant, priority) DO UPDATE SET turn = excluded.turn
            """,
            row,
            transaction
        );
        await connection.ExecuteAsync(
            """
            INSERT INTO queue (submission, entrant, priority, turn, queued_at) VALUES (@submission, @entrant, @priority, @turn, @now)
            ON CONFLICT (submission, rejudging) DO NOTHING
            """,
            row,
            transaction
        );
        await database.NotifyAsync(connection, transaction, Signals.Queue, "");
    }

    /// <summary>
    /// The queue follows from the facts: puts all in line that have neither a judgement nor a place. Returns their number,
    /// which is 0 but after rows were lost. Several nodes may do so at once.
    /// </summary>
    public static Task<int> RebuildAsync(Database database, long now, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var lost = (
                    await connection.QueryAsync<LostRow>(
                        """
                        SELECT s.id, s.entrant FROM submissions s
                        WHERE NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = 0)
                          AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.submission = s.id AND q.rejudging = 0)
                        ORDER BY s.id
                        """,
                        transaction: transaction
                    )
                ).AsList();
                foreach (var row in lost)
                {
                    await AddAsync(
                        database,
                        connection,
                        transaction,
                        new SubmissionId(row.Id),
                        new EntrantId(row.Entrant),
                        Priority.Contest,
                        now
                    );
                }

                return lost.Count + await AddRejudgingsAsync(database, connection, transaction, default, now);
            },
            ct
        );

    /// <summary>
    /// Puts all in line that belong to running rejudgings and have neither a judgement nor a place. Turns are fair among rejudgings, not
    /// among entrants: a small one need not wait for the end of a large one.
    /// </summary>
    /// <param name="only">Of this rejudging; the first judging's number: of all.</param>
    public static async Task<int> AddRejudgingsAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        RejudgingId only,
        long now
    )
    {
        var added = await connection.ExecuteAsync(
            """
            INSERT INTO queue (submission, rejudging, entrant, priority, turn, queued_at)
            SELECT s.id, m.rejudging, s.entrant, c.priority, c.turn + row_number() OVER (PARTITION BY m.rejudging ORDER BY s.id) - 1, @now
            FROM rejudgings r
            JOIN rejudging_submissions m ON m.rejudging = r.id
            JOIN submissions s ON s.id = m.submission
            JOIN queue_clock c ON c.priority = @priority
            WHERE r.state = 'Running' AND (@only = 0 OR r.id = @only)
              AND NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = r.id)
              AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.submission = s.id AND q.rejudging = r.id)
            ON CONFLICT (submission, rejudging) DO NOTHING
            """,
            new
            {
                priority = (long)Priority.Rejudge,
                only = only.Value,
                now,
            },
            transaction
        );
        await database.NotifyAsync(connection, transaction, Signals.Queue, "");
        return added;
    }

    private sealed class LostRow
    {
        public long Id { get; set; }
        public long Entrant { get; set; }
    }
}
