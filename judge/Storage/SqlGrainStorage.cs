using Dapper;
using Judge.Cluster;

namespace Judge.Storage;

/// <summary>States of grains in the database, where every arena of a cluster finds them.</summary>
internal sealed class SqlGrainStorage(Database database) : JsonGrainStorage
{
    protected override async Task<StoredState?> FindAsync(string kind, string key)
    {
        var row = await database.ReadAsync(
            connection =>
                connection.QuerySingleOrDefaultAsync<Row>(
                    "SELECT tag, state FROM grain_state WHERE kind = @kind AND id = @key",
                    new { kind, key }
                ),
            CancellationToken.None
        );
        return row is null ? null : new StoredState(row.Tag, row.State);
    }

    protected override async Task<bool> ReplaceAsync(string kind, string key, string? known, StoredState? next)
    {
        if ((known, next) is (null, null))
        {
            return await FindAsync(kind, key) is null;
        }

        var sql = (known, next) switch
        {
            (null, _) => "INSERT INTO grain_state (kind, id, tag, state) VALUES (@kind, @key, @Tag, @Json) ON CONFLICT DO NOTHING",
            (_, null) => "DELETE FROM grain_state WHERE kind = @kind AND id = @key AND tag = @known",
            _ => "UPDATE grain_state SET tag = @Tag, state = @Json WHERE kind = @kind AND id = @key AND tag = @known",
        };
        var changed = await database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    sql,
                    new
                    {
                        kind,
                        key,
                        known,
                        next?.Tag,
                        next?.Json,
                    },
                    transaction
                ),
            CancellationToken.None
        );
        return changed == 1;
    }

    private sealed class Row
    {
        public string Tag { get; set; } = "";
        public byte[] State { get; set; } = [];
    }
}
