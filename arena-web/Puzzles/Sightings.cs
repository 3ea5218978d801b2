using System.Collections.Concurrent;
using ArenaWeb.Access;
using ArenaWeb.Puzzles.Rules;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Puzzles;

/// <summary>
/// Where pupils' pages are. Each page says so every twenty seconds; what was said is written down a few seconds later, for all at once,
/// so that another arena knows it too.
/// </summary>
internal sealed class Sightings(Database database, TimeProvider time, ILogger<Sightings> log) : BackgroundService
{
    private const int RowsOfACommand = 200;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<EntrantId, (string Label, DateTimeOffset At)> _fresh = new();

    /// <param name="label">Of the level; empty: on no level.</param>
    public void See(EntrantId entrant, string label) => _fresh[entrant] = (label, time.GetUtcNow());

    /// <summary>Of these pupils, without those whose pages were never seen.</summary>
    public async Task<IReadOnlyDictionary<EntrantId, Sighting>> OfAsync(IReadOnlyCollection<EntrantId> some, CancellationToken ct)
    {
        await WriteAsync(ct);
        var list = SqlNumbers.Of(some.Select(entrant => entrant.Value));
        var rows = await database.ReadAsync(
            connection =>
                connection.QueryAsync<Row>(
                    new CommandDefinition(
                        $"select entrant_id as Entrant, label as Label, since as Since, at as At from pupils_seen "
                            + $"where entrant_id in {list}",
                        flags: CommandFlags.Buffered | CommandFlags.NoCache
                    )
                ),
            ct
        );
        return rows.ToDictionary(row => new EntrantId(row.Entrant), row => row.ToSighting());
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(trouble, "It cannot be written down which pupils are there; walls show them as silent until it can");
            }
        }
    }

    private async Task WriteAsync(CancellationToken ct)
    {
        foreach (var some in _fresh.ToArray().Chunk(RowsOfACommand))
        {
            await database.WriteAsync(
                (connection, transaction) =>
                    connection.ExecuteAsync(
                        """
                        insert into pupils_seen (entrant_id, label, since, at) values (@entrant, @Label, @at, @at)
                        on conflict (entrant_id) do update set at = excluded.at, label = excluded.label,
                          since = case when pupils_seen.label = excluded.label then pupils_seen.since else excluded.since end
                        where excluded.at > pupils_seen.at
                        """,
                        some.OrderBy(one => one.Key.Value)
                            .Select(one => new
                            {
                                entrant = one.Key.Value,
                                one.Value.Label,
                                at = one.Value.At.ToUnixTimeMilliseconds(),
                            }),
                        transaction
                    ),
                ct
            );
            foreach (var one in some)
            {
                _fresh.TryRemove(one);
            }
        }
    }

    private sealed class Row
    {
        public long Entrant { get; init; }
        public string Label { get; init; } = "";
        public long Since { get; init; }
        public long At { get; init; }

        public Sighting ToSighting() =>
            new(Label, DateTimeOffset.FromUnixTimeMilliseconds(Since), DateTimeOffset.FromUnixTimeMilliseconds(At));
    }
}
