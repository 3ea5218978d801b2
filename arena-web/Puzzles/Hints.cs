using ArenaWeb.Access;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Puzzles;

/// <summary>Which hints pupils have opened. It costs them nothing, and whoever helps them can see it.</summary>
internal sealed class Hints(Database database, TimeProvider time)
{
    public Task OpenAsync(EntrantId entrant, string label, int stage, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    "insert into hints_opened (entrant_id, label, stage, at) values (@entrant, @label, @stage, @at) on conflict do nothing",
                    new
                    {
                        entrant = entrant.Value,
                        label,
                        stage,
                        at = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    },
                    transaction
                ),
            ct
        );

    /// <summary>The greatest stage by pupil and level.</summary>
    public async Task<ILookup<EntrantId, (string Label, int Stage)>> OfAsync(IEnumerable<EntrantId> some, CancellationToken ct)
    {
        var list = SqlNumbers.Of(some.Select(entrant => entrant.Value));
        var rows = await database.ReadAsync(
            connection =>
                connection.QueryAsync<Row>(
                    new CommandDefinition(
                        $"""
                        select entrant_id as Entrant, label as Label, max(stage) as Stage from hints_opened
                        where entrant_id in {list} group by entrant_id, label
                        """,
                        flags: CommandFlags.Buffered | CommandFlags.NoCache
                    )
                ),
            ct
        );
        return rows.ToLookup(row => new EntrantId(row.Entrant), row => (row.Label, (int)row.Stage));
    }

    private sealed class Row
    {
        public long Entrant { get; init; }
        public string Label { get; init; } = "";
        public long Stage { get; init; }
    }
}
