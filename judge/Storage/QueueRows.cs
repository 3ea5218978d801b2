using System.Data.Common;
using Dapper;
using Judge.Contests;
using Judge.Queue;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>Putting submissions in line.</summary>
internal static class QueueRows
{
    /// <summary>Puts one in line at its fair turn, unless it stands there. The entrant's row is to be locked by the caller.</summary>
    public static async Task AddAsync(
        Database database, DbConnection connection, DbTransaction transaction,
        SubmissionId submission, EntrantId entrant, Priority priority, long now)
    {
        var lane = new { entrant = entrant.Value, priority = (long)priority };
        var clock = await connection.ExecuteScalarAsync<long>(
            "SELECT turn FROM queue_clock WHERE priority = @priority", lane, transaction);
        var last = await connection.ExecuteScalarAsync<long?>(
            "SELECT turn FROM turns WHERE entrant = @entrant AND priority = @priority", lane, transaction);
        var row = new
        {
            submission = submission.Value, lane.entrant, lane.priority, turn = FairTurn.Next(clock, last), now,
        };
        await connection.ExecuteAsync(
            """
            INSERT INTO turns (entrant, priority, turn) VALUES (@entrant, @priority, @turn)
            ON CONFLICT (entrant, priority) DO UPDATE SET turn = excluded.turn
            """,
            row, transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO queue (submission, entrant, priority, turn, queued_at) VALUES (@submission, @entrant, @priority, @turn, @now)
            ON CONFLICT (submission) DO NOTHING
            """,
            row, transaction);
        await database.SayAsync(connection, transaction, Signals.Queue, "");
    }

    /// <summary>
    /// The queue follows from the facts: puts all in line that have neither a verdict nor a place. Returns their number,
    /// which is 0 but after rows were lost. Several nodes may do so at once.
    /// </summary>
    public static Task<int> RebuildAsync(Database database, long now, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var lost = (await connection.QueryAsync<LostRow>(
                    """
                    SELECT s.id, s.entrant FROM submissions s
                    WHERE NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = 0)
                      AND NOT EXISTS (SELECT 1 FROM queue q WHERE q.submission = s.id)
                    ORDER BY s.id
                    """,
                    transaction: transaction)).AsList();
                foreach (var row in lost)
                {
                    await AddAsync(database, connection, transaction, new SubmissionId(row.Id), new EntrantId(row.Entrant), Priority.Contest, now);
                }

                return lost.Count;
            },
            ct);

    private sealed class LostRow
    {
        public long Id { get; set; }
        public long Entrant { get; set; }
    }
}
