using System.Data.Common;
using ArenaWeb.Access;
using Dapper;
using Judge.Contests;

namespace ArenaWeb.Privacy;

/// <summary>Where entrants take part.</summary>
internal static class EntrantContests
{
    private const int RowsOfACommand = 500;

    public static async Task<IReadOnlyCollection<ContestId>> OfAsync(
        DbConnection connection,
        DbTransaction transaction,
        IReadOnlyCollection<long> entrants
    )
    {
        var found = new HashSet<ContestId>();
        foreach (var some in entrants.Chunk(RowsOfACommand))
        {
            var sql = $"select distinct contest_id from people where entrant_id in {SqlNumbers.Of(some)}";
            found.UnionWith((await connection.QueryAsync<long>(sql, null, transaction)).Select(id => new ContestId(id)));
        }

        return found;
    }
}
