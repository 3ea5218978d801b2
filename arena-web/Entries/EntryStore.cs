using System.Data.Common;
using ArenaWeb.Accounts;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Schools.Tree;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Entries;

/// <summary>The lists of schools. Whoever changes one says which version he has seen; of two only the first gets on.</summary>
internal sealed class EntryStore(Database database, IContests contests, TimeProvider time)
{
    /// <summary>Of one school; one that nobody has begun is empty.</summary>
    public async Task<SchoolEntry> FindAsync(ContestId contest, UnitId school, CancellationToken ct) =>
        (
            await ReadAsync("where contest_id = @contest and unit_id = @school", new { contest = contest.Value, school = school.Value }, ct)
        ).SingleOrDefault(new SchoolEntry(contest, school, 0, [], []));

    /// <summary>Every list of a contest that anybody has begun.</summary>
    public Task<IReadOnlyList<SchoolEntry>> OfContestAsync(ContestId contest, CancellationToken ct) =>
        ReadAsync("where contest_id = @contest", new { contest = contest.Value }, ct);

    /// <summary>Every list of a school that anybody has begun.</summary>
    public Task<IReadOnlyList<SchoolEntry>> OfSchoolAsync(UnitId school, CancellationToken ct) =>
        ReadAsync("where unit_id = @school", new { school = school.Value }, ct);

    /// <summary>Adds teams, or puts them in the place of those with their numbers: all of them or none.</summary>
    /// <returns>False: the list was changed since, and nothing was stored.</returns>
    public Task<bool> SaveAsync(SchoolEntry seen, IReadOnlyList<Team> teams, CancellationToken ct) =>
        ChangeAsync(
            seen,
            async (transaction, place) =>
            {
                foreach (var team in teams)
                {
                    await PutAsync(transaction, place, team);
                }
            },
            ct
        );

    /// <returns>As <see cref="SaveAsync"/>.</returns>
    public Task<bool> RemoveAsync(SchoolEntry seen, long team, CancellationToken ct) =>
        ChangeAsync(seen, (transaction, place) => RemoveAsync(transaction, place, team), ct);

    /// <summary>Takes a team with a number out, and with it the entrant that it is.</summary>
    /// <returns>As <see cref="SaveAsync"/>.</returns>
    public async Task<bool> WithdrawAsync(SchoolEntry seen, long team, EntrantId entrant, EntryFact fact, CancellationToken ct)
    {
        var touched = await contests.ChangeEntrantsAsync(
            async (_, transaction) =>
                await IsChangedAsync(
                    transaction,
                    seen,
                    async (_, place) =>
                    {
                        await RemoveAsync(transaction, place, team);
                        await AddAsync(transaction, place, fact);
                        await transaction.Connection!.ExecuteAsync(
                            "delete from exam_seats where entrant_id = @Value",
                            new { entrant.Value },
                            transaction
                        );
                        await People.RemoveAsync(transaction, entrant);
                    }
                )
                    ? [seen.Contest]
                    : [],
            ct
        );
        return touched.Count > 0;
    }

    /// <returns>As <see cref="SaveAsync"/>.</returns>
    public Task<bool> AddAsync(SchoolEntry seen, EntryFact fact, CancellationToken ct) =>
        ChangeAsync(seen, (transaction, place) => AddAsync(transaction, place, fact), ct);

    private static async Task RemoveAsync(DbTransaction transaction, (long contest, long school) place, long team)
    {
        const string Mine = "contest_id = @contest and unit_id = @school and id = @team";
        var values = new
        {
            place.contest,
            place.school,
            team,
        };
        await transaction.Connection!.ExecuteAsync(
            $"delete from entry_members where team_id in (select id from entry_teams where {Mine})",
            values,
            transaction
        );
        await transaction.Connection!.ExecuteAsync($"delete from entry_teams where {Mine}", values, transaction);
    }

    private Task<int> AddAsync(DbTransaction transaction, (long contest, long school) place, EntryFact fact) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into entry_facts (contest_id, unit_id, act, at, actor, word, rule, until_at)
            values (@contest, @school, @act, @at, @Actor, @Word, @Rule, @until)
            """,
            new
            {
                place.contest,
                place.school,
                act = fact.Act.ToString(),
                at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                fact.Actor,
                fact.Word,
                fact.Rule,
                until = fact.Until?.ToUnixTimeMilliseconds(),
            },
            transaction
        );

    private const string InsertTeam = """
        insert into entry_teams (contest_id, unit_id, division, name, coach, captain)
        values (@contest, @school, @Division, @Name, @Coach, @Captain) returning id
        """;

    private const string UpdateTeam = """
        update entry_teams set division = @Division, name = @Name, coach = @Coach, captain = @Captain
        where id = @Id and contest_id = @contest and unit_id = @school
        """;

    private static async Task PutAsync(DbTransaction transaction, (long contest, long school) place, Team team)
    {
        var connection = transaction.Connection!;
        var values = new
        {
            place.contest,
            place.school,
            team.Id,
            team.Division,
            team.Name,
            team.Coach,
            team.Captain,
        };
        var id = team.Id == 0 ? await connection.ExecuteScalarAsync<long>(InsertTeam, values, transaction) : team.Id;
        if (team.Id > 0)
        {
            await connection.ExecuteAsync(UpdateTeam, values, transaction);
            await connection.ExecuteAsync("delete from entry_members where team_id = @id", new { id }, transaction);
        }

        await connection.ExecuteAsync(
            """
            insert into entry_members (team_id, position, pupil_id, name, class, grade)
            values (@id, @at, @Pupil, @Name, @Class, @Grade)
            """,
            team.Members.Select(
                (member, at) =>
                    new
                    {
                        id,
                        at,
                        member.Pupil,
                        member.Name,
                        member.Class,
                        member.Grade,
                    }
            ),
            transaction
        );
    }

    private Task<bool> ChangeAsync(SchoolEntry seen, Func<DbTransaction, (long contest, long school), Task> change, CancellationToken ct) =>
        database.WriteAsync((_, transaction) => IsChangedAsync(transaction, seen, change), ct);

    /// <summary>The row of the list keeps the second of two waiting, who then finds another version.</summary>
    private static async Task<bool> IsChangedAsync(
        DbTransaction transaction,
        SchoolEntry seen,
        Func<DbTransaction, (long contest, long school), Task> change
    )
    {
        var connection = transaction.Connection!;
        var place = (contest: seen.Contest.Value, school: seen.School.Value);
        var values = new
        {
            place.contest,
            place.school,
            seen.Version,
        };
        await connection.ExecuteAsync(
            "insert into entries (contest_id, unit_id, version) values (@contest, @school, 0) on conflict do nothing",
            values,
            transaction
        );
        var isLast =
            await connection.ExecuteAsync(
                """
                update entries set version = version + 1
                where contest_id = @contest and unit_id = @school and version = @Version
                """,
                values,
                transaction
            ) == 1;
        if (isLast)
        {
            await change(transaction, place);
        }

        return isLast;
    }

    private Task<IReadOnlyList<SchoolEntry>> ReadAsync(string where, object values, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SchoolEntry>>(
            async connection =>
            {
                // The version first: a change in between makes it too old, and then nothing is stored on its ground.
                var heads = await connection.QueryAsync<EntryRow>(
                    $"select contest_id as Contest, unit_id as School, version from entries {where} order by contest_id, unit_id",
                    values
                );
                var facts = await connection.QueryAsync<FactRow>(
                    $"""
                    select contest_id as Contest, unit_id as School, act, at, actor, word, rule, until_at as Until
                    from entry_facts {where} order by id
                    """,
                    values
                );
                var teams = await connection.QueryAsync<TeamRow>(
                    $"""
                    select id, contest_id as Contest, unit_id as School, division, name, coach, captain, sbd
                    from entry_teams {where} order by id
                    """,
                    values
                );
                var members = await connection.QueryAsync<MemberRow>(
                    $"""
                    select team_id as Team, pupil_id as Pupil, name, class, grade from entry_members
                    where team_id in (select id from entry_teams {where}) order by team_id, position
                    """,
                    values
                );
                var ofTeam = members.ToLookup(row => row.Team, row => row.ToMember());
                var ofEntry = teams.ToLookup(row => (row.Contest, row.School), row => row.ToTeam([.. ofTeam[row.Id]]));
                var factsOf = facts.ToLookup(row => (row.Contest, row.School), row => row.ToFact());
                return
                [
                    .. heads.Select(row => new SchoolEntry(
                        new(row.Contest),
                        new(row.School),
                        (int)row.Version,
                        [.. factsOf[(row.Contest, row.School)]],
                        [.. ofEntry[(row.Contest, row.School)]]
                    )),
                ];
            },
            ct
        );

    private sealed class EntryRow
    {
        public long Contest { get; init; }
        public long School { get; init; }
        public long Version { get; init; }
    }

    private sealed class FactRow
    {
        public long Contest { get; init; }
        public long School { get; init; }
        public string Act { get; init; } = "";
        public long At { get; init; }
        public string Actor { get; init; } = "";
        public string Word { get; init; } = "";
        public string Rule { get; init; } = "";
        public long? Until { get; init; }

        public EntryFact ToFact() =>
            new(
                Enum.Parse<EntryAct>(Act),
                DateTimeOffset.FromUnixTimeMilliseconds(At),
                Actor,
                Word,
                Rule,
                Until is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null
            );
    }

    private sealed class TeamRow
    {
        public long Id { get; init; }
        public long Contest { get; init; }
        public long School { get; init; }
        public string Division { get; init; } = "";
        public string Name { get; init; } = "";
        public string Coach { get; init; } = "";
        public long Captain { get; init; }
        public string? Sbd { get; init; }

        public Team ToTeam(IReadOnlyList<Member> members) =>
            new()
            {
                Id = Id,
                Division = Division,
                Name = Name,
                Coach = Coach,
                Captain = Captain,
                Sbd = Sbd,
                Members = members,
            };
    }

    private sealed class MemberRow
    {
        public long Team { get; init; }
        public long Pupil { get; init; }
        public string Name { get; init; } = "";
        public string Class { get; init; } = "";
        public long Grade { get; init; }

        public Member ToMember() => new(Pupil, Name, Class, (int)Grade);
    }
}
