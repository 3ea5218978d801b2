using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Access;

/// <summary>Reads that the matrix allows on condition that they are written down.</summary>
internal sealed class AccessLog(Database database, TimeProvider time)
{
    /// <param name="subject">The address that was asked for, without its query.</param>
    public Task WriteAsync(string actor, string name, ContestId? contest, string subject, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "insert into access_log (at, actor, object, contest_id, subject) values (@at, @actor, @name, @contest, @subject)",
                    new
                    {
                        at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                        actor,
                        name,
                        contest = contest?.Value,
                        subject,
                    },
                    transaction
                ),
            ct
        );

    /// <summary>Of one contest, newest first, each as actor, object and address.</summary>
    public Task<IReadOnlyList<AccessRead>> LatestAsync(ContestId contest, int most, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<AccessRead>>(
            async connection =>
                [
                    .. await connection.QueryAsync<AccessRead>(
                        """
                        select actor as Actor, object as Object, subject as Subject from access_log
                        where contest_id = @contest order by id desc limit @most
                        """,
                        new { contest = contest.Value, most }
                    ),
                ],
            ct
        );
}

/// <summary>One read that was written down.</summary>
internal sealed class AccessRead
{
    public string Actor { get; init; } = "";
    public string Object { get; init; } = "";
    public string Subject { get; init; } = "";
}
