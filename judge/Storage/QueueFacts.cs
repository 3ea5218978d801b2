using System.Data.Common;
using System.Globalization;
using Dapper;
using Judge.Contests;
using Judge.Problems;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>What waits, read from submissions, rejudgings and judgements; tries, epoch and drained nodes have a table each.</summary>
internal sealed class QueueFacts(Database database, TimeProvider clock) : IQueueFacts
{
    /// <summary>Rows in one statement.</summary>
    private const int MostAtOnce = 500;

    private const string Columns =
        "s.id AS Submission, s.contest, s.entrant, s.problem, s.language, s.at, coalesce((SELECT max(t.number) FROM tries t "
        + "WHERE t.submission = s.id AND t.rejudging = ";

    private const string Firsts = $"""
        SELECT {Columns}0), 0) AS Tries, 0 AS Rejudging FROM submissions s
        WHERE NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = 0)
        """;

    private const string Again = $"""
        SELECT {Columns}r.id), 0) AS Tries, r.id AS Rejudging FROM rejudgings r
        JOIN rejudging_submissions m ON m.rejudging = r.id
        JOIN submissions s ON s.id = m.submission
        WHERE r.state = 'Running' AND NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = r.id)
        """;

    public Task<long> BeginAsync(CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var epoch = await connection.ExecuteScalarAsync<long>(
                    "UPDATE dispatcher SET epoch = epoch + 1 RETURNING epoch",
                    transaction: transaction
                );
                await connection.ExecuteAsync(
                    """
                    DELETE FROM tries WHERE EXISTS
                      (SELECT 1 FROM judgements j WHERE j.submission = tries.submission AND j.rejudging = tries.rejudging)
                      OR rejudging IN (SELECT id FROM rejudgings WHERE state <> 'Running')
                    """,
                    transaction: transaction
                );
                return epoch;
            },
            ct
        );

    public Task<IReadOnlyList<Waiting>> WaitingAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Waiting>>(
            async connection =>
                [.. await ReadAsync(connection, $"{Firsts} ORDER BY s.id"), .. await ReadAsync(connection, $"{Again} ORDER BY r.id, s.id")],
            ct
        );

    public Task<IReadOnlyList<Waiting>> WaitingAsync(IReadOnlyCollection<SubmissionId> some, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Waiting>>(
            async connection =>
            {
                var waiting = new List<Waiting>();
                foreach (var chunk in some.Order(Comparer<SubmissionId>.Create((a, b) => a.Value.CompareTo(b.Value))).Chunk(MostAtOnce))
                {
                    var numbers = string.Join(',', chunk.Select(one => one.Value.ToString(CultureInfo.InvariantCulture)));
                    waiting.AddRange(await ReadAsync(connection, $"{Firsts} AND s.id IN ({numbers}) ORDER BY s.id"));
                }

                return waiting;
            },
            ct
        );

    public Task<IReadOnlyList<Waiting>> WaitingAsync(RejudgingId rejudging, CancellationToken ct) =>
        database.ReadAsync(connection => ReadAsync(connection, $"{Again} AND r.id = @id ORDER BY s.id", new { id = rejudging.Value }), ct);

    public Task<QueueLook> LookAsync(long after, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
            {
                var epoch = await connection.ExecuteScalarAsync<long>("SELECT epoch FROM dispatcher");
                var newest = await connection.ExecuteScalarAsync<long?>("SELECT max(id) FROM submissions") ?? 0;
                var waiting = await ReadAsync(connection, $"{Firsts} AND s.id > @after ORDER BY s.id", new { after });
                var running = await connection.QueryAsync<long>("SELECT id FROM rejudgings WHERE state = 'Running' ORDER BY id");
                return new QueueLook(epoch, newest, waiting, [.. running.Select(id => new RejudgingId(id))]);
            },
            ct
        );

    public Task WriteAsync(
        long epoch,
        IReadOnlyList<(Ticket Ticket, string Node)> tries,
        IReadOnlyList<JudgingId> spent,
        CancellationToken ct
    ) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                if (
                    await connection.ExecuteAsync("UPDATE dispatcher SET epoch = epoch WHERE epoch = @epoch", new { epoch }, transaction)
                    == 0
                )
                {
                    throw new OutdatedEpochException(epoch);
                }

                foreach (var some in tries.Chunk(MostAtOnce))
                {
                    await AddTriesAsync(connection, transaction, some, now);
                }

                if (spent.Count > 0)
                {
                    var error = new Judgement
                    {
                        Verdict = Verdict.JudgeError,
                        Share = 0,
                        StaffMessage = $"No judge came to a verdict in {Scheduler.MostTries} tries; the log says why.",
                    };
                    await VerdictRows.AddAsync(
                        database,
                        connection,
                        transaction,
                        [.. spent.Select(judging => new NewVerdict(judging, error, ""))],
                        now
                    );
                }

                return true;
            },
            ct
        );

    public Task<IReadOnlyList<string>> DrainedAsync(CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<string>>(
            async connection => [.. await connection.QueryAsync<string>("SELECT node FROM drained_nodes ORDER BY node")],
            ct
        );

    public Task DrainAsync(string node, bool drained, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    drained
                        ? "INSERT INTO drained_nodes (node) VALUES (@node) ON CONFLICT (node) DO NOTHING"
                        : "DELETE FROM drained_nodes WHERE node = @node",
                    new { node },
                    transaction
                ),
            ct
        );

    private static Task<int> AddTriesAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyList<(Ticket Ticket, string Node)> tries,
        long now
    )
    {
        var parameters = new DynamicParameters();
        parameters.Add("now", now);
        var rows = new List<string>();
        foreach (var (i, (ticket, node)) in tries.Index())
        {
            parameters.Add($"n{i}", node);
            rows.Add(
                FormattableString.Invariant(
                    $"({ticket.Judging.Submission.Value}, {ticket.Judging.Rejudging.Value}, {ticket.Attempt}, @n{i}, @now)"
                )
            );
        }

        return connection.ExecuteAsync(
            new CommandDefinition(
                $"""
                INSERT INTO tries (submission, rejudging, number, judge, at) VALUES {string.Join(',', rows)}
                ON CONFLICT (submission, rejudging, number) DO UPDATE SET judge = excluded.judge, at = excluded.at
                """,
                parameters,
                transaction,
                flags: CommandFlags.Buffered | CommandFlags.NoCache // the numbers in such a text are its own
            )
        );
    }

    /// <param name="parameters">Null: the text has its numbers in it, so that Dapper need not keep it.</param>
    private static async Task<IReadOnlyList<Waiting>> ReadAsync(DbConnection connection, string select, object? parameters = null) =>
        [
            .. (
                await connection.QueryAsync<WaitingRow>(
                    new CommandDefinition(
                        select,
                        parameters,
                        flags: parameters is null ? CommandFlags.Buffered | CommandFlags.NoCache : CommandFlags.Buffered
                    )
                )
            ).Select(row => row.ToWaiting()),
        ];

    private sealed class WaitingRow
    {
        public long Submission { get; set; }
        public long Rejudging { get; set; }
        public long Contest { get; set; }
        public long Entrant { get; set; }
        public string Problem { get; set; } = "";
        public string Language { get; set; } = "";
        public long At { get; set; }
        public long Tries { get; set; }

        public Waiting ToWaiting() =>
            new(
                new JudgingId(new SubmissionId(Submission), new RejudgingId(Rejudging)),
                new ContestId(Contest),
                new EntrantId(Entrant),
                Problem,
                SubmissionRow.KindOf(Language) == HandinKind.Outputs ? "" : Language,
                DateTimeOffset.FromUnixTimeMilliseconds(At),
                (int)Tries
            );
    }
}
