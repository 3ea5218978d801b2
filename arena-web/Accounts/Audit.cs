using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Accounts;

/// <summary>Who of the staff did what; only ever added to.</summary>
internal sealed class Audit(Database database, TimeProvider time)
{
    private const string Latest = """
        select at, actor, act, contest_id as contest, detail from audit
        order by at desc, id desc limit @most offset @skip
        """;

    /// <summary>Takes no token: the act is done, whether or not somebody waits for the answer.</summary>
    /// <param name="actor">Login of the person, or a word for the program itself.</param>
    /// <param name="act">A short constant such as <c>contest.extended</c>.</param>
    /// <param name="detail">Invariant text without names of pupils.</param>
    public Task WriteAsync(string actor, string act, ContestId? contest, string detail) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "insert into audit (at, actor, act, contest_id, detail) values (@at, @actor, @act, @contest, @detail)",
                    new
                    {
                        at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                        actor,
                        act,
                        contest = contest?.Value,
                        detail,
                    },
                    transaction
                ),
            CancellationToken.None
        );

    public Task<int> CountAsync(CancellationToken ct) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("select count(*) from audit"), ct);

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> LatestAsync(int skip, int most, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<AuditEntry>>(
            async connection => [.. (await connection.QueryAsync<Row>(Latest, new { most, skip })).Select(row => row.ToEntry())],
            ct
        );

    private sealed class Row
    {
        public long At { get; init; }
        public string Actor { get; init; } = "";
        public string Act { get; init; } = "";
        public long? Contest { get; init; }
        public string Detail { get; init; } = "";

        public AuditEntry ToEntry() =>
            new(DateTimeOffset.FromUnixTimeMilliseconds(At), Actor, Act, Contest is { } id ? new ContestId(id) : null, Detail);
    }
}

internal sealed record AuditEntry(DateTimeOffset At, string Actor, string Act, ContestId? Contest, string Detail);
