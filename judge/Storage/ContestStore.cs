using System.Data.Common;
using Dapper;
using Judge.Contests;
using Judge.Events;

namespace Judge.Storage;

/// <summary>Contests and their entrants.</summary>
internal sealed class ContestStore(Database database, TimeProvider clock) : IContests
{
    public Task<Contest?> FindAsync(ContestId id, CancellationToken ct) =>
        database.ReadAsync(connection => OneAsync(connection, null, id), ct);

    public Task<Contest?> FindAsync(string code, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
                (await ManyAsync(connection, null, "WHERE code = @code", new { code = code.Trim().ToUpperInvariant() })).FirstOrDefault(),
            ct
        );

    public Task<IReadOnlyList<Contest>> ListAsync(CancellationToken ct) =>
        database.ReadAsync(connection => ManyAsync(connection, null, "ORDER BY start_at DESC, id DESC", new { }), ct);

    public Task<Contest> AddAsync(Contest contest, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await RefuseFlawsAsync(connection, transaction, contest with { Id = default });
                var id = new ContestId(
                    await connection.ExecuteScalarAsync<long>(
                        """
                        INSERT INTO contests (code, names, scoring, counting, start_at, end_at, freeze_at, languages, feedback,
                          attempts_limit, penalty_minutes)
                        VALUES (@Code, @Names, @Scoring, @Counting, @StartAt, @EndAt, @FreezeAt, @Languages, @Feedback,
                          @AttemptsLimit, @PenaltyMinutes)
                        RETURNING id
                        """,
                        ContestRow.Of(contest),
                        transaction
                    )
                );
                await WriteProblemsAsync(connection, transaction, id, contest.Problems);
                await AppendAsync(connection, transaction, EventKind.ContestChanged, id);
                return (await OneAsync(connection, transaction, id))!;
            },
            ct
        );

    public Task ChangeAsync(Contest contest, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await RefuseFlawsAsync(connection, transaction, contest);
                await connection.ExecuteAsync(
                    """
                    UPDATE contests SET code = @Code, names = @Names, scoring = @Scoring, counting = @Counting,
                      start_at = @StartAt, end_at = @EndAt, freeze_at = @FreezeAt, languages = @Languages, feedback = @Feedback,
                      attempts_limit = @AttemptsLimit, penalty_minutes = @PenaltyMinutes
                    WHERE id = @Id
                    """,
                    ContestRow.Of(contest),
                    transaction
                );
                await connection.ExecuteAsync(
                    "DELETE FROM contest_problems WHERE contest = @id",
                    new { id = contest.Id.Value },
                    transaction
                );
                await WriteProblemsAsync(connection, transaction, contest.Id, contest.Problems);
                await AppendAsync(connection, transaction, EventKind.ContestChanged, contest.Id);
                return true;
            },
            ct
        );

    public Task<IReadOnlyList<EntrantId>> AddEntrantsAsync(
        ContestId contest,
        int count,
        Func<IReadOnlyList<EntrantId>, DbTransaction, Task> introduce,
        CancellationToken ct
    ) =>
        database.WriteAsync<IReadOnlyList<EntrantId>>(
            async (connection, transaction) =>
            {
                var added = new List<EntrantId>(count);
                for (var i = 0; i < count; i++)
                {
                    added.Add(
                        new EntrantId(
                            await connection.ExecuteScalarAsync<long>(
                                "INSERT INTO entrants (contest) VALUES (@contest) RETURNING id",
                                new { contest = contest.Value },
                                transaction
                            )
                        )
                    );
                }

                await introduce(added, transaction);
                await AppendAsync(connection, transaction, EventKind.EntrantsAdded, contest);
                return added;
            },
            ct
        );

    public Task<IReadOnlyCollection<ContestId>> ChangeEntrantsAsync(
        Func<DbTransaction, Task<IReadOnlyCollection<ContestId>>> change,
        CancellationToken ct
    ) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var touched = await change(transaction);
                foreach (var contest in touched)
                {
                    await AppendAsync(connection, transaction, EventKind.EntrantsChanged, contest);
                }

                return touched;
            },
            ct
        );

    public Task<IReadOnlyList<EntrantId>> EntrantsAsync(ContestId contest, CancellationToken ct) =>
        database.ReadAsync(connection => EntrantsAsync(connection, contest), ct);

    /// <summary>Reads a contest within a transaction, so that a rule is applied to what is true at the commit.</summary>
    internal static async Task<Contest?> OneAsync(DbConnection connection, DbTransaction? transaction, ContestId id) =>
        (await ManyAsync(connection, transaction, "WHERE id = @id", new { id = id.Value })).FirstOrDefault();

    internal static async Task<IReadOnlyList<EntrantId>> EntrantsAsync(DbConnection connection, ContestId contest) =>
        [
            .. (
                await connection.QueryAsync<long>(
                    "SELECT id FROM entrants WHERE contest = @contest ORDER BY id",
                    new { contest = contest.Value }
                )
            ).Select(id => new EntrantId(id)),
        ];

    private static async Task<IReadOnlyList<Contest>> ManyAsync(
        DbConnection connection,
        DbTransaction? transaction,
        string tail,
        object parameters
    )
    {
        var rows = (
            await connection.QueryAsync<ContestRow>($"SELECT {ContestRow.Columns} FROM contests {tail}", parameters, transaction)
        ).AsList();
        var problems = (
            await connection.QueryAsync<ContestProblemRow>(
                "SELECT contest, label, problem, points FROM contest_problems WHERE contest IN (SELECT id FROM contests "
                    + $"{tail}) ORDER BY contest, place",
                parameters,
                transaction
            )
        ).ToLookup(problem => problem.Contest, problem => problem.ToProblem());
        return [.. rows.Select(row => row.ToContest([.. problems[row.Id]]))];
    }

    private static async Task RefuseFlawsAsync(DbConnection connection, DbTransaction transaction, Contest contest)
    {
        var taken =
            await connection.ExecuteScalarAsync<long>(
                "SELECT count(*) FROM contests WHERE code = @Code AND id <> @id",
                new { contest.Code, id = contest.Id.Value },
                transaction
            ) > 0;
        var flaws = ContestRule.Flaws(contest);
        if (taken || flaws.Count > 0)
        {
            throw new ContestException(taken ? [.. flaws, ContestFlaw.CodeTaken] : flaws);
        }
    }

    private static Task WriteProblemsAsync(
        DbConnection connection,
        DbTransaction transaction,
        ContestId contest,
        IReadOnlyList<ContestProblem> problems
    ) =>
        connection.ExecuteAsync(
            "INSERT INTO contest_problems (contest, place, label, problem, points) VALUES (@Contest, @Place, @Label, @Problem, @Points)",
            problems.Select((problem, place) => ContestProblemRow.Of(contest, problem, place)),
            transaction
        );

    private Task AppendAsync(DbConnection connection, DbTransaction transaction, EventKind kind, ContestId contest) =>
        EventRows.AppendAsync(database, connection, transaction, clock.GetUtcNow().ToUnixTimeMilliseconds(), kind, contest);
}
