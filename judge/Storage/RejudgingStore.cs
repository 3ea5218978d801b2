using System.Data.Common;
using Dapper;
using Judge.Contests;
using Judge.Events;
using Judge.Queue;
using Judge.Rejudge;
using Judge.Score;

namespace Judge.Storage;

/// <summary>
/// Rejudgings. Their judgements lie beside the first ones; which one counts is a number in the submission's row, so applying is one
/// transaction however many there are. Whether all is judged is counted and not remembered, so it cannot be wrong.
/// </summary>
internal sealed class RejudgingStore(Database database, IJudgeQueue queue, TimeProvider clock) : IRejudgings
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<int> CountAsync(RejudgeScope scope, CancellationToken ct) =>
        database.ReadAsync(
            connection =>
                connection.ExecuteScalarAsync<int>($"SELECT count(*) {RejudgingRow.Chosen(scope)}", RejudgingRow.Parameters(scope)),
            ct
        );

    public async Task<Rejudging?> StartAsync(RejudgeScope scope, string reason, string by, CancellationToken ct)
    {
        var started = await StoreAsync(scope, reason, by, ct);
        if (started is not null)
        {
            await queue.OfferAsync(started.Id);
        }

        return started;
    }

    public Task<Rejudging?> FindAsync(RejudgingId id, CancellationToken ct) =>
        database.ReadAsync(connection => OneAsync(connection, null, id), ct);

    public Task<IReadOnlyList<Rejudging>> ListAsync(ContestId contest, CancellationToken ct) =>
        ManyAsync("r.contest = @contest", new { contest = contest.Value }, ct);

    public async Task<IReadOnlyList<Rejudging>> ReadyAsync(CancellationToken ct) =>
        [.. (await ManyAsync("r.state = 'Running'", new { }, ct)).Where(rejudging => rejudging.State == RejudgingState.Ready)];

    public Task<Preview?> PreviewAsync(RejudgingId id, CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
            {
                if (
                    await OneAsync(connection, null, id) is not { } rejudging
                    || await ContestStore.OneAsync(connection, null, rejudging.Scope.Contest) is not { } contest
                )
                {
                    return null;
                }

                var again = await AgainAsync(connection, null, rejudging);
                var facts = await JudgementStore.FactsOfContestAsync(connection, contest.Id);
                var begun = await ContestActStore.BegunAsync(connection, null, contest.Id);
                return Preview.Of(contest, await ContestStore.EntrantsAsync(connection, contest.Id), facts, again, begun);
            },
            ct
        );

    public Task<RejudgeEnd> ApplyAsync(RejudgingId id, string by, CancellationToken ct) =>
        EndAsync(
            id,
            RejudgingState.Applied,
            by,
            async (connection, transaction, rejudging) =>
            {
                await connection.ExecuteAsync(
                    """
                    UPDATE rejudging_submissions
                    SET replaced = (SELECT s.counts FROM submissions s WHERE s.id = rejudging_submissions.submission)
                    WHERE rejudging = @id AND submission IN (
                      SELECT s.id FROM submissions s JOIN judgements j ON j.submission = s.id AND j.rejudging = @id
                      WHERE s.counts < @id AND j.verdict <> 'JudgeError')
                    """,
                    new { id = id.Value },
                    transaction
                );
                await connection.ExecuteAsync(
                    "UPDATE submissions SET counts = @id WHERE id IN (SELECT submission FROM rejudging_submissions WHERE "
                        + "rejudging = @id AND replaced IS NOT NULL)",
                    new { id = id.Value },
                    transaction
                );
                var again = await AgainAsync(connection, transaction, rejudging with { State = RejudgingState.Applied });
                await EventRows.AppendAllAsync(
                    database,
                    connection,
                    transaction,
                    Now,
                    [
                        .. from one in again
                        where one.Differs
                        let after = one.After
                        select new NewEvent(
                            EventKind.Rejudged,
                            rejudging.Scope.Contest,
                            after.Entrant,
                            after.Submission.Value,
                            after.ToEventText()
                        ),
                    ]
                );
            },
            ct
        );

    public async Task<RejudgeEnd> DiscardAsync(RejudgingId id, string by, CancellationToken ct)
    {
        var end = await EndAsync(id, RejudgingState.Discarded, by, (_, _, _) => Task.CompletedTask, ct);
        if (end == RejudgeEnd.Granted)
        {
            await queue.WithdrawAsync(id);
        }

        return end;
    }

    private Task<Rejudging?> StoreAsync(RejudgeScope scope, string reason, string by, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var id = new RejudgingId(
                    await connection.ExecuteScalarAsync<long>(
                        """
                        INSERT INTO rejudgings (contest, label, verdict, submission, reason, state, total, made_by, at)
                        VALUES (@contest, @label, @verdict, @submission, @reason, 'Running', 0, @by, @now) RETURNING id
                        """,
                        RejudgingRow.Parameters(
                            scope,
                            new
                            {
                                reason,
                                by,
                                now = Now,
                            }
                        ),
                        transaction
                    )
                );
                var total = await connection.ExecuteAsync(
                    $"INSERT INTO rejudging_submissions (rejudging, submission) SELECT @id, s.id {RejudgingRow.Chosen(scope)}",
                    RejudgingRow.Parameters(scope, new { id = id.Value }),
                    transaction
                );
                await connection.ExecuteAsync(
                    total > 0 ? "UPDATE rejudgings SET total = @total WHERE id = @id" : "DELETE FROM rejudgings WHERE id = @id",
                    new { id = id.Value, total },
                    transaction
                );
                return await OneAsync(connection, transaction, id);
            },
            ct
        );

    /// <summary>The contest's row is locked: two rejudgings that end at once do so one after the other.</summary>
    private Task<RejudgeEnd> EndAsync(
        RejudgingId id,
        RejudgingState state,
        string by,
        Func<DbConnection, DbTransaction, Rejudging, Task> end,
        CancellationToken ct
    ) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "UPDATE contests SET code = code WHERE id = (SELECT contest FROM rejudgings WHERE id = @id)",
                    new { id = id.Value },
                    transaction
                );
                var rejudging = await OneAsync(connection, transaction, id);
                var isToCount = state == RejudgingState.Applied;
                var contest = rejudging is null ? null : await ContestStore.OneAsync(connection, transaction, rejudging.Scope.Contest);
                var refusal = rejudging?.State switch
                {
                    null => RejudgeEnd.Unknown,
                    RejudgingState.Applied or RejudgingState.Discarded => RejudgeEnd.AlreadyEnded,
                    RejudgingState.Running when isToCount => RejudgeEnd.NotReady,
                    _ when isToCount && ContestLife.ResultsAreOfficial(contest!) => RejudgeEnd.Official,
                    _ => RejudgeEnd.None,
                };
                if (refusal != RejudgeEnd.None)
                {
                    return refusal;
                }

                await connection.ExecuteAsync(
                    "UPDATE rejudgings SET state = @state, ended_by = @by, ended_at = @now WHERE id = @id",
                    new
                    {
                        id = id.Value,
                        state = state.ToString(),
                        by,
                        now = Now,
                    },
                    transaction
                );
                await end(connection, transaction, rejudging!);
                return RejudgeEnd.Granted;
            },
            ct
        );

    private Task<IReadOnlyList<Rejudging>> ManyAsync(string condition, object parameters, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Rejudging>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<RejudgingRow>($"{RejudgingRow.Select} WHERE {condition} ORDER BY r.id DESC", parameters)
                    ).Select(row => row.ToRejudging()),
                ],
            ct
        );

    private static async Task<Rejudging?> OneAsync(DbConnection connection, DbTransaction? transaction, RejudgingId id) =>
        (
            await connection.QuerySingleOrDefaultAsync<RejudgingRow>(
                $"{RejudgingRow.Select} WHERE r.id = @id",
                new { id = id.Value },
                transaction
            )
        )?.ToRejudging();

    /// <summary>
    /// What is judged again, with what counts without it: of an applied rejudging what it replaced, else what no later one has decided.
    /// </summary>
    private static async Task<IReadOnlyList<Again>> AgainAsync(DbConnection connection, DbTransaction? transaction, Rejudging rejudging)
    {
        var (without, only) =
            rejudging.State == RejudgingState.Applied ? ("m.replaced", "m.replaced IS NOT NULL") : ("s.counts", "s.counts < @id");
        var before = await FactsAsync(without);
        var after = (await FactsAsync("m.rejudging")).ToDictionary(fact => fact.Submission);
        return [.. before.Where(fact => after.ContainsKey(fact.Submission)).Select(fact => new Again(fact, after[fact.Submission]))];

        Task<IReadOnlyList<Judged>> FactsAsync(string which) =>
            JudgementStore.FactsAsync(
                connection,
                transaction,
                $"""
                JOIN rejudging_submissions m ON m.submission = s.id AND m.rejudging = @id
                JOIN judgements j ON j.submission = s.id AND j.rejudging = {which} WHERE {only}
                """,
                new { id = rejudging.Id.Value }
            );
    }
}
