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
        WHERE r.state = 'Running'
          AND NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = r.id)
          AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.submission = s.id AND q.rejudging = r.id)
        """;

    private const string NotWanted = """
        FROM queue
        WHERE rejudging IN (SELECT id FROM rejudgings WHERE state <> 'Running' AND ended_at <= @before)
          OR EXISTS (SELECT 1 FROM judgements j WHERE j.submission = queue.submission AND j.rejudging = queue.rejudging)
        """;

    /// <summary>Where the rows and the facts differ.</summary>
    /// <param name="newest">How many of the newest submissions are looked at.</param>
    /// <param name="before">Unix milliseconds; younger facts are left out.</param>
    public static async Task<Differences> DifferencesAsync(DbConnection connection, long newest, long before)
    {
        var bounds = new { newest, before };
        var firsts = await connection.QueryAsync<long>(
            $"""
            SELECT s.id {FirstsWithoutPlace} AND s.id > (SELECT max(id) FROM submissions) - @newest AND s.at <= @before
            ORDER BY s.entrant, s.id
            """,
            bounds
        );
        var again = await connection.QueryAsync<long>(
            $"SELECT DISTINCT r.id {AgainWithoutPlace} AND r.at <= @before ORDER BY r.id",
            bounds
        );
        var notWanted = await connection.ExecuteScalarAsync<long?>($"SELECT 1 {NotWanted} LIMIT 1", bounds) is not null;
        return new([.. firsts.Select(id => new SubmissionId(id))], [.. again.Select(id => new RejudgingId(id))], notWanted);
    }

    /// <summary>Puts first judgings in line at their fair turns, as old as their submissions. Returns their number.</summary>
    public static async Task<int> AddFirstsAsync(DbConnection connection, DbTransaction transaction, params SubmissionId[] some)
    {
        var added = 0;
        foreach (var submission in some)
        {
            var waiting = await connection.QuerySingleOrDefaultAsync<WaitingRow>(
                $"SELECT s.id, s.entrant {FirstsWithoutPlace} AND s.id = @id",
                new { id = submission.Value },
                transaction
            );
            added += waiting is null ? 0 : await AddFirstAsync(connection, transaction, waiting);
        }

        return added;
    }

    /// <summary>Puts in line what a rejudging judges again. Returns the number of judgings.</summary>
    /// <remarks>The rejudging's row is locked, as for each of its judgements, so that none comes between look and line.</remarks>
    public static async Task<int> AddAgainAsync(DbConnection connection, DbTransaction transaction, RejudgingId rejudging, long now)
    {
        var row = new
        {
            id = rejudging.Value,
            priority = (long)Priority.Rejudge,
            now,
        };
        await connection.ExecuteAsync("UPDATE rejudgings SET state = state WHERE id = @id", row, transaction);
        return await connection.ExecuteAsync(
            $"""
            INSERT INTO queue (submission, rejudging, entrant, priority, turn, queued_at)
            SELECT s.id, r.id, s.entrant, @priority,
              (SELECT turn FROM queue_clock WHERE priority = @priority) + row_number() OVER (ORDER BY s.id) - 1, @now
            {AgainWithoutPlace} AND r.id = @id
            ON CONFLICT (submission, rejudging) DO NOTHING
            """,
            row,
            transaction
        );
    }

    public static Task<int> RemoveAsync(DbConnection connection, DbTransaction transaction, RejudgingId rejudging) =>
        connection.ExecuteAsync("DELETE FROM queue WHERE rejudging = @id", new { id = rejudging.Value }, transaction);

    public static Task<int> RemoveNotWantedAsync(DbConnection connection, DbTransaction transaction, long before) =>
        connection.ExecuteAsync($"DELETE {NotWanted}", new { before }, transaction);

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

    /// <summary>
    /// The entrant's row is locked, so that no turn is drawn twice. Until it is, the submission may get a verdict, for which it is asked
    /// again.
    /// </summary>
    private static async Task<int> AddFirstAsync(DbConnection connection, DbTransaction transaction, WaitingRow waiting)
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
        };
        var added = await connection.ExecuteAsync(
            $"""
            INSERT INTO queue (submission, entrant, priority, turn, queued_at)
            SELECT s.id, s.entrant, @priority, @turn, s.at {FirstsWithoutPlace} AND s.id = @Id
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

    /// <param name="Firsts">Without a place, by entrant and then in the order they came in.</param>
    /// <param name="Again">Rejudgings of which a submission is without a place.</param>
    /// <param name="NotWanted">There are places of what has ended or is judged.</param>
    internal sealed record Differences(IReadOnlyList<SubmissionId> Firsts, IReadOnlyList<RejudgingId> Again, bool NotWanted);

    private sealed class WaitingRow
    {
        public long Id { get; set; }
        public long Entrant { get; set; }
    }
}
