using System.Data.Common;
using System.Globalization;
using ArenaWeb.Access;
using ArenaWeb.Schools.Tree;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Privacy;

/// <summary>What deleting a school's data takes away, and what stands in the way.</summary>
/// <param name="Entrants">Who keep number, school, work and score, and lose name and class.</param>
/// <param name="Running">Contests that are not over and need the names.</param>
internal sealed record ErasurePlan(int Pupils, int Entrants, int Consents, int Requests, IReadOnlyList<Contest> Running)
{
    public bool IsEmpty => Pupils + Entrants + Requests == 0;
}

/// <summary>
/// Takes personal data away, with what pupils wrote to the jury. Scores stay under their number; the audit stays, which holds no names;
/// of consents stays that they were given.
/// </summary>
internal sealed class Erasure(Database database, IContests contests, SchoolData data, PeopleChanges changes, TimeProvider time)
{
    private const int RowsOfACommand = 500;

    /// <summary>Changes nothing.</summary>
    public async Task<ErasurePlan> PlanAsync(UnitId school, CancellationToken ct)
    {
        var entrants = await data.EntrantsAsync(school, ct);
        var named = entrants.Where(entrant => entrant.Name.Length > 0).ToList();
        var open = entrants.Select(entrant => new ContestId(entrant.Contest)).ToHashSet();
        var now = time.GetUtcNow();
        var running = (await contests.ListAsync(ct)).Where(contest => open.Contains(contest.Id) && now < contest.End).ToList();
        var (pupils, consents, requests) = await database.ReadAsync(
            async connection =>
                (
                    await CountAsync(connection, "pupils where unit_id = @unit"),
                    await CountAsync(connection, "consents where pupil_id in (select id from pupils where unit_id = @unit)"),
                    await CountAsync(connection, "privacy_requests where unit_id = @unit")
                ),
            ct
        );
        return new(pupils, named.Count, consents, requests, running);

        Task<int> CountAsync(DbConnection connection, string what) =>
            connection.ExecuteScalarAsync<int>($"select count(*) from {what}", new { unit = school.Value });
    }

    /// <summary>What <see cref="PlanAsync"/> has told, all or nothing.</summary>
    public async Task EraseAsync(UnitId school, CancellationToken ct)
    {
        var entrants = (await data.EntrantsAsync(school, ct)).Select(entrant => entrant.Entrant).ToList();
        await ChangeAsync(
            async (connection, transaction) =>
            {
                var values = new { unit = school.Value, owner = string.Create(CultureInfo.InvariantCulture, $"school:{school.Value}") };
                foreach (
                    var sql in (string[])
                        [
                            "update consents set note = '' where pupil_id in (select id from pupils where unit_id = @unit)",
                            "delete from entrant_pupils where pupil_id in (select id from pupils where unit_id = @unit)",
                            """
                                update entry_members set name = '', class = ''
                                where pupil_id in (select id from pupils where unit_id = @unit)
                                """,
                            "update entry_teams set name = '', coach = '' where unit_id = @unit",
                            "update entry_facts set word = '' where unit_id = @unit",
                            "delete from pupils where unit_id = @unit",
                            "update pupil_lists set version = version + 1 where unit_id = @unit",
                            "delete from roster_columns where owner = @owner",
                            "update privacy_requests set note = '', answer = '', extra_reason = '', pupil_id = null where unit_id = @unit",
                        ]
                )
                {
                    await connection.ExecuteAsync(sql, values, transaction);
                }
                return await ForgetAsync(connection, transaction, entrants);
            },
            ct
        );
    }

    /// <summary>Entrants with names of contests that ended before.</summary>
    public async Task<IReadOnlyList<(EntrantId Entrant, ContestId Contest)>> EndedAsync(DateTimeOffset before, CancellationToken ct)
    {
        var ended = await EndedContestsAsync(before, ct);
        return await database.ReadAsync<IReadOnlyList<(EntrantId, ContestId)>>(
            async connection =>
                [
                    .. (
                        await connection.QueryAsync<(long Entrant, long Contest)>(
                            $"select entrant_id, contest_id from people where name <> '' and contest_id in {SqlNumbers.Of(ended)}"
                        )
                    ).Select(row => (new EntrantId(row.Entrant), new ContestId(row.Contest))),
                ],
            ct
        );
    }

    /// <summary>Takes the names from entrants and entries of contests that ended before.</summary>
    /// <returns>How many entrants.</returns>
    public async Task<int> ForgetEndedAsync(DateTimeOffset before, CancellationToken ct)
    {
        var ended = await EndedContestsAsync(before, ct);
        var entrants = (await EndedAsync(before, ct)).Select(one => one.Entrant.Value).ToList();
        await ChangeAsync(
            async (connection, transaction) =>
            {
                var over = $"contest_id in {SqlNumbers.Of(ended)}";
                foreach (
                    var sql in (string[])
                        [
                            $"""
                                update entry_members set name = '', class = ''
                                where name <> '' and team_id in (select id from entry_teams where {over})
                                """,
                            $"update entry_teams set name = '', coach = '' where (name <> '' or coach <> '') and {over}",
                            $"update entry_facts set word = '' where word <> '' and {over}",
                            $"delete from school_classes where {over}",
                        ]
                )
                {
                    await connection.ExecuteAsync(sql, null, transaction);
                }
                return await ForgetAsync(connection, transaction, entrants);
            },
            ct
        );
        return entrants.Count;
    }

    private async Task<IReadOnlyList<long>> EndedContestsAsync(DateTimeOffset before, CancellationToken ct) =>
        [.. (await contests.ListAsync(ct)).Where(contest => contest.End < before).Select(contest => contest.Id.Value)];

    private async Task ChangeAsync(Func<DbConnection, DbTransaction, Task<IReadOnlyCollection<ContestId>>> change, CancellationToken ct)
    {
        foreach (var contest in await contests.ChangeEntrantsAsync(change, ct))
        {
            changes.Tell(contest);
        }
    }

    /// <summary>Nobody signs in any more as somebody who was forgotten.</summary>
    private static async Task<IReadOnlyCollection<ContestId>> ForgetAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyCollection<long> entrants
    )
    {
        foreach (var some in entrants.Chunk(RowsOfACommand))
        {
            var list = SqlNumbers.Of(some);
            var accounts = $"(select 'pupil|' || entrant_id from people where entrant_id in {list})";
            foreach (
                var sql in (string[])
                    [
                        $"update people set name = '', class = '', publish = 0, pin_hash = '' where entrant_id in {list}",
                        $"delete from entrant_pupils where entrant_id in {list}",
                        $"delete from class_secrets where entrant_id in {list}",
                        $"""
                            update clarification_acts set text = ''
                            where kind = 'Asked' and clarification_id in (select id from clarifications where entrant_id in {list})
                            """,
                        $"update consents set note = '' where entrant_id in {list}",
                        $"delete from sessions where account in {accounts}",
                        $"delete from known_devices where account in {accounts}",
                    ]
            )
            {
                await connection.ExecuteAsync(sql, null, transaction);
            }
        }
        return await EntrantContests.OfAsync(connection, transaction, entrants);
    }
}
