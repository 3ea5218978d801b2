using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Staff;

/// <summary>How many pupils each contest has.</summary>
internal sealed class Headcount(Database database)
{
    /// <summary>Contests without pupils are missing.</summary>
    public Task<Dictionary<ContestId, int>> ByContestAsync(CancellationToken ct) =>
        database.ReadAsync(
            async connection =>
                (
                    await connection.QueryAsync<Row>("SELECT contest_id AS Contest, count(*) AS Pupils FROM people GROUP BY contest_id")
                ).ToDictionary(row => new ContestId(row.Contest), row => (int)row.Pupils),
            ct
        );

    private sealed class Row
    {
        public long Contest { get; init; }
        public long Pupils { get; init; }
    }
}
