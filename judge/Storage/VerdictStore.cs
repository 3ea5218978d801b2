using System.Data.Common;
using System.Globalization;
using Dapper;
using Judge.Contests;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>What judge nodes need to judge, and what came of it.</summary>
internal sealed class VerdictStore(Database database, TimeProvider clock) : IVerdicts
{
    public Task<IReadOnlyDictionary<SubmissionId, (Submission Submission, ScoringStyle Scoring)>> FindAsync(
        IReadOnlyCollection<SubmissionId> some,
        CancellationToken ct
    ) =>
        database.ReadAsync<IReadOnlyDictionary<SubmissionId, (Submission Submission, ScoringStyle Scoring)>>(
            async connection =>
            {
                var numbers = string.Join(',', some.Select(one => one.Value.ToString(CultureInfo.InvariantCulture)));
                var rows = await connection.QueryAsync<SubmissionRow, string, (Submission Submission, ScoringStyle Scoring)>(
                    new CommandDefinition(
                        $"""
                        SELECT {SubmissionRow.Columns}, c.scoring FROM submissions s JOIN contests c ON c.id = s.contest
                        WHERE s.id IN ({numbers})
                        """,
                        flags: CommandFlags.Buffered | CommandFlags.NoCache
                    ),
                    (row, scoring) => (row.ToSubmission(), Enum.Parse<ScoringStyle>(scoring)),
                    "scoring"
                );
                return rows.ToDictionary(row => row.Submission.Id);
            },
            ct
        );

    public async Task<IReadOnlyList<Kept>> StoreAsync(IReadOnlyList<(string Node, Outcome Outcome)> outcomes, CancellationToken ct)
    {
        try
        {
            return await WriteAsync(outcomes, ct);
        }
        catch (DbException failure) when (database.Refuses(failure))
        {
            throw new RefusedException(failure);
        }
    }

    private Task<IReadOnlyList<Kept>> WriteAsync(IReadOnlyList<(string Node, Outcome Outcome)> outcomes, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<Kept>>(
            async (connection, transaction) =>
            {
                var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                await ReturnTriesAsync(connection, transaction, outcomes);
                var tries = await TriesAsync(connection, transaction, outcomes);
                var stored = await VerdictRows.AddAsync(
                    database,
                    connection,
                    transaction,
                    [
                        .. from one in outcomes
                        let judging = one.Outcome.Ticket.Judging
                        where tries.ContainsKey((judging, one.Node))
                        select new NewVerdict(judging, one.Outcome.Judgement!, one.Node),
                    ],
                    now
                );
                var left = outcomes.Where(one => one.Outcome.Judgement is not null && !stored.Contains(one.Outcome.Ticket.Judging));
                var unknown = await WithoutVerdictAsync(connection, transaction, [.. left.Select(one => one.Outcome.Ticket.Judging)]);
                return [.. outcomes.Select(KeptOf)];

                Kept KeptOf((string Node, Outcome Outcome) one)
                {
                    var judging = one.Outcome.Ticket.Judging;
                    return one.Outcome.Judgement is null ? Kept.Without(Keeping.None)
                        : stored.Contains(judging) && tries.TryGetValue((judging, one.Node), out var row) ? row.ToKept(judging, now)
                        : Kept.Without(unknown.Contains(judging) ? Keeping.Refused : Keeping.NotWanted);
                }
            },
            ct
        );

    private static async Task ReturnTriesAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyList<(string Node, Outcome Outcome)> outcomes
    )
    {
        foreach (var (node, outcome) in outcomes.Where(one => one.Outcome.Ending == Ending.GivenBack))
        {
            await connection.ExecuteAsync(
                "DELETE FROM tries WHERE submission = @submission AND rejudging = @rejudging AND number = @Attempt AND judge = @node",
                new
                {
                    submission = outcome.Ticket.Judging.Submission.Value,
                    rejudging = outcome.Ticket.Judging.Rejudging.Value,
                    outcome.Ticket.Attempt,
                    node,
                },
                transaction
            );
        }
    }

    /// <summary>The last try of each judging that the node was given which brings a verdict.</summary>
    private static async Task<Dictionary<(JudgingId Judging, string Node), TryRow>> TriesAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyList<(string Node, Outcome Outcome)> outcomes
    )
    {
        var judged = outcomes.Where(one => one.Outcome.Judgement is not null).Select(one => one.Outcome.Ticket.Judging).ToList();
        if (judged.Count == 0)
        {
            return [];
        }

        var rows = await connection.QueryAsync<TryRow>(
            new CommandDefinition(
                $"""
                SELECT t.submission, t.rejudging, t.judge, t.at, s.at AS HandedInAt, s.problem, s.language
                FROM tries t JOIN submissions s ON s.id = t.submission
                WHERE (t.submission, t.rejudging) IN (VALUES {VerdictRows.Rows(judged)})
                """,
                transaction: transaction,
                flags: CommandFlags.Buffered | CommandFlags.NoCache
            )
        );
        return rows.GroupBy(row => (row.Judging, row.Judge)).ToDictionary(of => of.Key, of => of.MaxBy(row => row.At)!);
    }

    /// <summary>Which of these have no verdict and are wanted.</summary>
    private static async Task<HashSet<JudgingId>> WithoutVerdictAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyList<JudgingId> some
    )
    {
        if (some.Count == 0)
        {
            return [];
        }

        var known = await connection.QueryAsync<TryRow>(
            new CommandDefinition(
                $"""
                SELECT submission, rejudging FROM judgements WHERE (submission, rejudging) IN (VALUES {VerdictRows.Rows(some)})
                UNION SELECT m.submission, m.rejudging FROM rejudging_submissions m JOIN rejudgings r ON r.id = m.rejudging
                WHERE r.state <> 'Running' AND (m.submission, m.rejudging) IN (VALUES {VerdictRows.Rows(some)})
                """,
                transaction: transaction,
                flags: CommandFlags.Buffered | CommandFlags.NoCache
            )
        );
        return [.. some.Except(known.Select(row => row.Judging))];
    }

    private sealed class TryRow
    {
        public long Submission { get; set; }
        public long Rejudging { get; set; }
        public string Judge { get; set; } = "";
        public long At { get; set; }
        public long HandedInAt { get; set; }
        public string Problem { get; set; } = "";
        public string Language { get; set; } = "";

        public JudgingId Judging => new(new SubmissionId(Submission), new RejudgingId(Rejudging));

        public Kept ToKept(JudgingId judging, long now) =>
            new(
                Keeping.Stored,
                judging.Rejudging.IsFirst ? TimeSpan.FromMilliseconds(now - HandedInAt) : null,
                TimeSpan.FromMilliseconds(now - At),
                Problem,
                Language
            );
    }
}
