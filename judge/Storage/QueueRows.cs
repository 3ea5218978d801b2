using System.Data.Common;
using Dapper;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>Places in line as rows, which follow from the facts.</summary>
internal static class QueueRows
{
    private const string FirstsWithoutPlace = """
        FROM submissions s
        WHERE NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = 0)
          AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.submission = s.id AND q.rejudging = 0)
        """;

    private const string AgainWithoutPlace = """
        FROM rejudgings r
        JOIN rejudging_submissions m ON m.rejudging = r.id
        JOIN submissions s ON s.id = m.submission
        JOIN queue_clock c ON c.priority = @priority
        WHERE r.state = 'Running' AND (@only = 0 OR r.id = @only)
          AND NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = r.id)
          AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.submission = s.id AND q.rejudging = r.id)
        """;

    private const string NotWanted = "FROM queue WHERE rejudging IN (SELECT id FROM rejudgings WHERE state <> 'Running')";

    /// <summary>Whether the rows and the facts differ.</summary>
    public static async Task<bool> DifferAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<long?>(
            $"SELECT 1 {FirstsWithoutPlace} UNION ALL SELECT 1 {AgainWithoutPlace} UNION ALL SELECT 1 {NotWanted} LIMIT 1",
            new { priority = (long)Priority.Rejudge, only = 0L }
        )
            is not null;

    /// <summary>Puts first judgings in line at their fair turns. Returns their number.</summary>
    /// <param name="only">Null: of all submissions.</param>
    public static async Task<int> AddFirstsAsync(DbConnection connection, DbTransaction transaction, SubmissionId? only, long now)
    {
        var waiting = await connection.QueryAsync<WaitingRow>(
            $"SELECT s.id, s.entrant {FirstsWithoutPlace} {(only is null ? "" : "AND s.id = @only")} ORDER BY s.entrant, s.id",
            new { only = only?.Value },
            transaction
        );
        var added = 0;
        foreach (var row in waiting.AsList())
        {
            added += await AddFirstAsync(connection, transaction, row, now);
        }

        return added;
    }

    /// <summary>Puts in line what is to be judged again. Returns the number of judgings.</summary>
    /// <param name="only">Null: of all rejudgings.</param>
    public static Task<int> AddAgainAsync(DbConnection connection, DbTransaction transaction, RejudgingId? only, long now) =>
        connection.ExecuteAsync(
            $"""
            INSERT INTO queue (submission, rejudging, entrant, priority, turn, queued_at)
            SELECT s.id, m.rejudging, s.entrant, c.priority, c.turn + row_number() OVER (PARTITION BY m.rejudging ORDER BY s.id) - 1, @now
            {AgainWithoutPlace}
            ON CONFLICT (submission, rejudging) DO NOTHING
            """,
            new
            {
                priority = (long)Priority.Rejudge,
                only = only?.Value ?? 0,
                now,
            },
            transaction
        );

    public static Task<int> RemoveAsync(DbConnection connection, DbTransaction transaction, RejudgingId rejudging) =>
        connection.ExecuteAsync("DELETE FROM queue WHERE rejudging = @id", new { id = rejudging.Value }, transaction);

    public static Task<int> RemoveNotWantedAsync(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteAsync($"DELETE {NotWanted}", transaction: transaction);

    /// <summary>Takes one out of line and stores its judgement, both or neither.</summary>
    public static async Task SettleAsync(
        Database database,
        DbConnection connection,
        DbTransaction transaction,
        SubmissionId submission,
        RejudgingId rejudging,
        Judgement judgement,
        string judge,
        long now
    )
    {
        await connection.ExecuteAsync(
            "DELETE FROM queue WHERE submission = @submission AND rejudging = @rejudging",
            new { submission = submission.Value, rejudging = rejudging.Value },
            transaction
        );
        await VerdictRows.AddAsync(database, connection, transaction, submission, rejudging, judgement, judge, now);
    }

    /// <summary>The entrant's row is locked, so that no turn is drawn twice.</summary>
    private static async Task<int> AddFirstAsync(DbConnection connection, DbTransaction transaction, WaitingRow waiting, long now)
    {
        var place = new { waiting.Entrant, priority = (long)Priority.Contest };
        await connection.ExecuteAsync("UPDATE entrants SET contest = contest WHERE id = @Entrant", place, transaction);
        var clock = await connection.ExecuteScalarAsync<long>(
            "SELECT turn FROM queue_clock WHERE priority = @priority",
            place,
            transaction
        );
        var last = await connection.ExecuteScalarAsync<long?>(
            "SELECT turn FROM turns WHERE entrant = @Entrant AND priority = @priority",
            place,
            transaction
        );
        var row = new
        {
            waiting.Id,
            place.Entrant,
            place.priority,
            turn = FairTurn.Next(clock, last),
            now,
        };
        var added = await connection.ExecuteAsync(
            """
            INSERT INTO queue (submission, entrant, priority, turn, queued_at) VALUES (@Id, @Entrant, @priority, @turn, @now)
            ON CONFLICT (submission, rejudging) DO NOTHING
            """,
            row,
            transaction
        );
        if (added > 0)
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO turns (entrant, priority, turn) VALUES (@Entrant, @priority, @turn)
                ON CONFLICT (entrant, priority) DO UPDATE SET turn = excluded.turn
                """,
                row,
                transaction
            );
        }

        return added;
    }

    private sealed class WaitingRow
    {
        public long Id { get; set; }
        public long Entrant { get; set; }
    }
}
