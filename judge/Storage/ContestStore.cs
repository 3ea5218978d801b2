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
                          attempts_limit, penalty_minutes, duration, copy_of)
                        VALUES (@Code, @Names, @Scoring, @Counting, @StartAt, @EndAt, @FreezeAt, @Languages, @Feedback,
                          @AttemptsLimit, @PenaltyMinutes, @Duration, @CopyOf)
                        RETURNING id
                        """,
                        ContestRow.Of(contest),
                        transaction
                    )
                );
                await WriteProblemsAsync(connection, transaction, id, contest.Problems);
                await ContestFactRow.AddAsync(connection, transaction, contest.Life.Select(fact => ContestFactRow.Of(id, fact)));
                await AppendAsync(connection, transaction, EventKind.ContestChanged, id);
                return (await OneAsync(connection, transaction, id))!;
            },
            ct
        );

    public Task ChangeAsync(Contest contest, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await LockAsync(connection, transaction, contest.Id);
                await RefuseFlawsAsync(connection, transaction, contest);
                await connection.ExecuteAsync(
                    """
                    UPDATE contests SET code = @Code, names = @Names, scoring = @Scoring, counting = @Counting,
                      start_at = @StartAt, end_at = @EndAt, freeze_at = @FreezeAt, languages = @Languages, feedback = @Feedback,
                      attempts_limit = @AttemptsLimit, penalty_minutes = @PenaltyMinutes, duration = @Duration
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
        Func<DbConnection, DbTransaction, Task<IReadOnlyCollection<ContestId>>> change,
        CancellationToken ct
    ) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var touched = await change(connection, transaction);
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

    /// <summary>Lets no other decision about a contest be taken until the commit.</summary>
    internal static Task LockAsync(DbConnection connection, DbTransaction transaction, ContestId id) =>
        connection.ExecuteAsync("UPDATE contests SET code = code WHERE id = @id", new { id = id.Value }, transaction);

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
        var facts = (
            await connection.QueryAsync<ContestFactRow>(
                $"SELECT {ContestFactRow.Columns} FROM contest_facts WHERE contest IN (SELECT id FROM contests "
                    + $"{tail}) ORDER BY contest, id",
                parameters,
                transaction
            )
        ).ToLookup(fact => fact.Contest);
        return [.. rows.Select(row => row.ToContest([.. problems[row.Id]], [.. facts[row.Id]]))];
    }

    private static async Task RefuseFlawsAsync(DbConnection connection, DbTransaction transaction, Contest contest)
    {
        var taken =
            await connection.ExecuteScalarAsync<long>(
                "SELECT count(*) FROM contests WHERE code = @Code AND id <> @id",
                new { contest.Code, id = contest.Id.Value },
                transaction
            ) > 0;
        var flaws = ContestRule.Flaws(contest).ToList();
        if (taken)
        {
            flaws.Add(ContestFlaw.CodeTaken);
        }

        if (flaws.Count == 0 && await OneAsync(connection, transaction, contest.Id) is { } before)
        {
            if (ContestLife.ResultsAreOut(before) && ContestRule.ChangesResults(before, contest))
            {
                flaws.Add(ContestFlaw.ResultsAreOut);
            }
            else if (await LeavesOutAsync(connection, transaction, before, contest))
            {
                flaws.Add(ContestFlaw.WindowHandedIn);
            }
        }

        if (flaws.Count > 0)
        {
            throw new ContestException(flaws);
        }
    }

    /// <summary>Whether the new window leaves out a hand-in that counts in the old one.</summary>
    private static async Task<bool> LeavesOutAsync(DbConnection connection, DbTransaction transaction, Contest before, Contest contest)
    {
        if (HaveSameWindow(before, contest))
        {
            return false;
        }

        contest = contest with { Times = before.Times };
        var begun = await ContestActStore.BegunAsync(connection, transaction, contest.Id);
        var handed = await connection.QueryAsync<(long Entrant, long At)>(
            "SELECT entrant, at FROM submissions WHERE contest = @id",
            new { id = contest.Id.Value },
            transaction
        );
        return handed
            .GroupBy(one => new EntrantId(one.Entrant), one => DateTimeOffset.FromUnixTimeMilliseconds(one.At))
            .Any(tries =>
            {
                var start = begun.TryGetValue(tries.Key, out var at) ? at : (DateTimeOffset?)null;
                var (old, changed) = (Clock.Of(before, tries.Key, start), Clock.Of(contest, tries.Key, start));
                return tries.Any(one => old.Counts(one) && !changed.Counts(one));
            });
    }

    private static bool HaveSameWindow(Contest one, Contest other) =>
        (one.Start, one.End, one.Duration) == (other.Start, other.End, other.Duration);

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
