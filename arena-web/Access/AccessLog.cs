using ArenaWeb.Accounts;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Access;

/// <summary>Reads that the matrix allows on condition that they are written down.</summary>
internal sealed class AccessLog(Database database, TimeProvider time)
{
    private const string Columns = "at as At, actor as Actor, role as Role, object as Object, contest_id as Contest, subject as Subject";

    /// <param name="path">The address that was asked for, without its query.</param>
    /// <param name="quiet">The same read by the same person so soon after another is not written again; zero: each is.</param>
    public Task WriteAsync(Asker asker, string name, Subject subject, string path, TimeSpan quiet, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    insert into access_log (at, actor, role, object, contest_id, unit_id, subject)
                    select @at, @actor, @role, @name, @contest, @unit, @path where not exists
                      (select 1 from access_log where actor = @actor and at > @since and object = @name and subject = @path)
                    """,
                    new
                    {
                        at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                        since = (time.GetUtcNow() - quiet).ToUnixTimeMilliseconds(),
                        actor = asker.Login ?? "",
                        role = $"{RoleOf(asker, subject)}",
                        name,
                        contest = subject.Contest?.Value,
                        unit = subject.Unit,
                        path,
                    },
                    transaction
                ),
            ct
        );

    /// <summary>Of one contest, newest first.</summary>
    public Task<IReadOnlyList<AccessRead>> LatestAsync(ContestId contest, int most, CancellationToken ct) =>
        ReadAsync(
            "contest_id = @contest",
            new
            {
                contest = contest.Value,
                most,
                skip = 0,
            },
            ct
        );

    /// <summary>Of a school: of its data, and of the contests that its pupils are in; newest first.</summary>
    public Task<IReadOnlyList<AccessRead>> OfSchoolAsync(
        long unit,
        IEnumerable<ContestId> contests,
        int skip,
        int most,
        CancellationToken ct
    ) =>
        ReadAsync(
            $"unit_id = @unit or contest_id in {SqlNumbers.Of(contests.Select(contest => contest.Value))}",
            new
            {
                unit,
                most,
                skip,
            },
            ct
        );

    private Task<IReadOnlyList<AccessRead>> ReadAsync(string where, object values, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<AccessRead>>(
            async connection =>
                [
                    .. await connection.QueryAsync<AccessRead>(
                        $"select {Columns} from access_log where {where} order by id desc limit @most offset @skip",
                        values
                    ),
                ],
            ct
        );

    /// <summary>The narrowest role counts: whoever has one there reads in that role.</summary>
    private static StaffRole RoleOf(Asker asker, Subject subject) =>
        asker
            .Grants.OrderByDescending(grant => grant.Scope.Unit is not null && grant.Scope.Unit == subject.Unit)
            .ThenByDescending(grant => grant.Scope.Contest is not null && grant.Scope.Contest == subject.Contest)
            .FirstOrDefault()
            ?.Role
        ?? StaffRole.None;
}

/// <summary>One read that was written down.</summary>
internal sealed class AccessRead
{
    /// <summary>UTC unix milliseconds.</summary>
    public long At { get; init; }
    public string Actor { get; init; } = "";

    /// <summary>A name of <see cref="StaffRole"/>; empty: not known, in logs of earlier versions.</summary>
    public string Role { get; init; } = "";
    public string Object { get; init; } = "";

    /// <summary>Null: it belongs to no contest.</summary>
    public long? Contest { get; init; }
    public string Subject { get; init; } = "";
}
