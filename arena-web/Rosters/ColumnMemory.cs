using ArenaWeb.Schools.Tree;
using Dapper;
using Judge.Storage;

namespace ArenaWeb.Rosters;

/// <summary>What people said that the columns of their lists hold, so that they say it once.</summary>
internal sealed class ColumnMemory(Database database, TimeProvider time)
{
    private const string Nothing = "-";

    /// <param name="owner">A school or an organiser; see <see cref="OfSchool"/>.</param>
    /// <returns>By the shape of the heading.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<RosterColumn?>>> RecallAsync(string owner, CancellationToken ct)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<Row>("SELECT shape, columns FROM roster_columns WHERE owner = @owner", new { owner }),
            ct
        );
        return rows.ToDictionary(row => row.Shape, row => Parse(row.Columns.Split(',')));
    }

    public Task KeepAsync(string owner, RosterList list, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) =>
                connection.ExecuteAsync(
                    """
                    INSERT INTO roster_columns (owner, shape, columns, changed_at) VALUES (@owner, @shape, @columns, @now)
                    ON CONFLICT (owner, shape) DO UPDATE SET columns = excluded.columns, changed_at = excluded.changed_at
                    """,
                    new
                    {
                        owner,
                        shape = list.Heading!.Shape,
                        columns = string.Join(',', list.Meanings.Select(Text)),
                        now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                    },
                    transaction
                ),
            ct
        );

    public static string OfSchool(UnitId school) => FormattableString.Invariant($"school:{school.Value}");

    public static string OfStaff(string login) => $"staff:{login}";

    /// <summary>Words that are no column hold nothing of use.</summary>
    public static IReadOnlyList<RosterColumn?> Parse(IEnumerable<string?> words) =>
        [
            .. words.Select(word =>
                Enum.TryParse<RosterColumn>(word, out var column) && Enum.IsDefined(column) ? column : (RosterColumn?)null
            ),
        ];

    public static string Text(RosterColumn? column) => column?.ToString() ?? Nothing;

    private sealed class Row
    {
        public string Shape { get; init; } = "";
        public string Columns { get; init; } = "";
    }
}
