using System.Data.Common;
using Dapper;
using Judge.Contests;
using Judge.Events;
using Judge.Problems.Package;
using Judge.Queue;
using Judge.Score;
using Judge.Settings;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>
/// Hand-ins. The source is on the disk before the row that names it; row and event are one transaction, in which the entrant's row is
/// locked, so that two hand-ins at once cannot both take the last attempt. That it waits for a judge follows from the row.
/// </summary>
/// <param name="languages">Folder names of the languages that can be judged here.</param>
/// <param name="problems">Says what may be handed in; a package that cannot be read here says nothing.</param>
internal sealed class SubmissionStore(
    Database database,
    IBlobs blobs,
    IReadOnlySet<string> languages,
    ProblemLibrary problems,
    IJudgeQueue queue,
    TimeProvider clock
) : ISubmissions
{
    /// <summary>
    /// Hand-ins stored at once. Each waits for the one that numbers its event, so more of them would only hold the connections that judging
    /// needs.
    /// </summary>
    private const int MostAtOnce = 8;

    private readonly SemaphoreSlim _storing = new(MostAtOnce);

    public async Task<Submitted> AddAsync(Handin handin, CancellationToken ct)
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (answer, _, _) = await database.ReadAsync(connection => DecideAsync(connection, null, handin, at), ct);
        if (answer.Result == SubmitResult.None)
        {
            var source = await blobs.PutAsync(handin.Source, ct);
            await _storing.WaitAsync(CancellationToken.None); // from here on it counts, whether or not somebody waits for the answer
            try
            {
                answer = await database.WriteAsync(
                    (connection, transaction) => StoreAsync(connection, transaction, handin, source, at),
                    CancellationToken.None
                );
            }
            finally
            {
                _storing.Release();
            }
        }

        if (answer.Result == SubmitResult.Accepted)
        {
            var accepted = DateTimeOffset.FromUnixTimeMilliseconds(at);
            Tracing.Begin(Tracing.Handin, JudgingTrace.Of(new(answer.Id, default), accepted), accepted)?.Dispose();
        }

        if (answer.Result is SubmitResult.Accepted or SubmitResult.AlreadyAccepted)
        {
            await queue.OfferAsync(answer.Id); // again as well: who sends again may have had no answer because no offer was made
        }

        return answer;
    }

    public Task<Submission?> FindAsync(SubmissionId id, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
                (
                    await connection.QuerySingleOrDefaultAsync<SubmissionRow>(
                        $"SELECT {SubmissionRow.Columns} FROM submissions s WHERE s.id = @id",
                        new { id = id.Value }
                    )
                )?.ToSubmission(),
            ct
        );

    public Task<IReadOnlyList<Submission>> ListAsync(SubmissionFilter filter, CancellationToken ct)
    {
        string?[] conditions =
        [
            filter.Contest is null ? null : "s.contest = @contest",
            filter.Entrant is null ? null : "s.entrant = @entrant",
            filter.Label is null ? null : "s.label = @label",
            filter.Language is null ? null : "s.language = @language",
            filter.Before is null ? null : "s.id < @before",
            filter.Verdict is null
                ? null
                : "EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = s.counts AND j.verdict = @verdict)",
            filter.Partial
                ? """
                    EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = s.counts
                        AND CAST(j.share AS DOUBLE PRECISION) > 0 AND CAST(j.share AS DOUBLE PRECISION) < 1)
                    """
                : null,
            filter.Waiting ? "NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = 0)" : null,
        ];
        var where = string.Join(" AND ", conditions.Where(condition => condition is not null).DefaultIfEmpty("1 = 1"));
        var parameters = new
        {
            contest = filter.Contest?.Value,
            entrant = filter.Entrant?.Value,
            label = filter.Label,
            language = filter.Language,
            verdict = filter.Verdict?.ToString(),
            before = filter.Before?.Value,
            most = Math.Clamp(filter.Most, 1, 1_000),
        };
        return database.ReadAsync<IReadOnlyList<Submission>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<SubmissionRow>(
                            $"SELECT {SubmissionRow.Columns} FROM submissions s WHERE {where} ORDER BY s.id DESC LIMIT @most",
                            parameters
                        )
                    ).Select(row => row.ToSubmission()),
                ],
            ct
        );
    }

    private async Task<Submitted> StoreAsync(DbConnection connection, DbTransaction transaction, Handin handin, string source, long at)
    {
        await connection.ExecuteAsync(
            "UPDATE entrants SET contest = contest WHERE id = @entrant",
            new { entrant = handin.Entrant.Value },
            transaction
        );
        var (answer, problem, clock) = await DecideAsync(connection, transaction, handin, at);
        if (answer.Result != SubmitResult.None)
        {
            return answer;
        }

        var (counts, late) = LateRule.Of(clock!, handin.MadeAgo, DateTimeOffset.FromUnixTimeMilliseconds(at));

        var id = new SubmissionId(
            await connection.ExecuteScalarAsync<long>(
                """
                INSERT INTO submissions (contest, entrant, label, problem, language, source, size, at, handin_key, made_at, received_at)
                VALUES (@contest, @entrant, @label, @problem, @language, @source, @size, @at, @key, @made, @received) RETURNING id
                """,
                new
                {
                    contest = handin.Contest.Value,
                    entrant = handin.Entrant.Value,
                    label = problem!.Label,
                    problem = problem.Problem,
                    language = SubmissionRow.LanguageOf(handin),
                    source,
                    size = handin.Source.Length,
                    at = counts.ToUnixTimeMilliseconds(),
                    key = handin.Key.ToString("N"),
                    made = late?.Made.ToUnixTimeMilliseconds(),
                    received = late?.Received.ToUnixTimeMilliseconds(),
                },
                transaction
            )
        );
        var fact = new Judged(id, handin.Entrant, problem.Label, counts, default, 0);
        await EventRows.AppendAsync(
            database,
            connection,
            transaction,
            at,
            EventKind.Submitted,
            handin.Contest,
            handin.Entrant,
            id.Value,
            fact.ToEventText()
        );
        return new Submitted(SubmitResult.Accepted, id);
    }

    /// <summary>None, the problem and the entrant's clock: it may be stored.</summary>
    private async Task<(Submitted Answer, ContestProblem? Problem, Clock? Clock)> DecideAsync(
        DbConnection connection,
        DbTransaction? transaction,
        Handin handin,
        long at
    )
    {
        var who = new
        {
            contest = handin.Contest.Value,
            entrant = handin.Entrant.Value,
            key = handin.Key.ToString("N"),
        };
        var known = await connection.ExecuteScalarAsync<long?>(
            "SELECT id FROM submissions WHERE entrant = @entrant AND handin_key = @key",
            who,
            transaction
        );
        if (known is { } id)
        {
            return (new Submitted(SubmitResult.AlreadyAccepted, new SubmissionId(id)), null, null);
        }

        var belongs =
            await connection.ExecuteScalarAsync<long>(
                "SELECT count(*) FROM entrants WHERE id = @entrant AND contest = @contest",
                who,
                transaction
            ) > 0;
        if (!belongs || await ContestStore.OneAsync(connection, transaction, handin.Contest) is not { } contest)
        {
            return (new Submitted(SubmitResult.UnknownEntrant, default), null, null);
        }

        var problem = SubmitRule.ProblemOf(contest, handin.Label);
        var before = await BeforeAsync(connection, transaction, contest, handin.Entrant, problem?.Label ?? "");
        var result = SubmitRule.Decide(
            contest,
            handin,
            languages,
            problem is null ? null : problems.Look(problem.Problem)?.Problem,
            before,
            DateTimeOffset.FromUnixTimeMilliseconds(at)
        );
        return (new Submitted(result, default), problem, Clock.Of(contest, handin.Entrant, before.Begun));
    }

    private static async Task<Before> BeforeAsync(
        DbConnection connection,
        DbTransaction? transaction,
        Contest contest,
        EntrantId entrant,
        string label
    )
    {
        var who = new { entrant = entrant.Value, label };
        return new Before(
            await connection.ExecuteScalarAsync<int>(
                """
                SELECT count(*) FROM submissions s WHERE s.entrant = @entrant AND s.label = @label AND NOT EXISTS
                (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = s.counts AND j.verdict = 'JudgeError')
                """,
                who,
                transaction
            ),
            await connection.ExecuteScalarAsync<int>(
                """
                SELECT count(*) FROM submissions s WHERE s.entrant = @entrant AND NOT EXISTS
                (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = 0)
                """,
                who,
                transaction
            ),
            contest.Duration is null ? null : await ContestActStore.BegunAsync(connection, transaction, entrant)
        );
    }
}
