using Dapper;
using Judge.Events;
using Judge.Problems;
using Npgsql;

namespace Drill;

/// <summary>Looks into the database all the time: whether it answers, what has no verdict, and which silos were declared dead.</summary>
internal sealed class Watch(string database, DispatchLog log, DrillOptions options, TimeProvider time)
{
    private const string Dead = "SELECT port, generation FROM membership WHERE status = 6";

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly List<Sample> _samples = [];
    private readonly Dictionary<(int Port, int Generation), DateTimeOffset> _evicted = [];

    /// <summary>Submissions without a verdict, as of the last look that was answered.</summary>
    public int Unjudged { get; private set; }

    /// <summary>Looks so far.</summary>
    public int Looks { get; private set; }

    /// <summary>To be read when it is over.</summary>
    public IReadOnlyList<Sample> Samples => _samples;

    /// <summary>When the silo at a port was first seen to be declared dead after a moment; null: never. For when it is over.</summary>
    public DateTimeOffset? EvictedAt(int port, DateTimeOffset after) =>
        _evicted.Where(of => of.Key.Port == port && of.Value >= after).Select(of => (DateTimeOffset?)of.Value).Min();

    public async Task RunAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Command Timeout=2;Timeout=2");
        while (!ct.IsCancellationRequested)
        {
            _samples.Add(await LookAsync(source));
            Looks++;
            await Task.Delay(Between, time, ct).ContinueWith(_ => { }, CancellationToken.None);
        }
    }

    /// <summary>All verdicts and events.</summary>
    public async Task<(IReadOnlyList<StoredVerdict> Verdicts, IReadOnlyList<StoredEvent> Events)> FactsAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var connection = await source.OpenConnectionAsync(ct);
        var verdicts = await connection.QueryAsync<(long Submission, string Verdict, string Share)>(
            "SELECT submission, verdict, share FROM judgements"
        );
        var events = await connection.QueryAsync<(long Sequence, string Kind, long Subject)>("SELECT sequence, kind, subject FROM events");
        return (
            [.. verdicts.Select(of => new StoredVerdict(of.Submission, Enum.Parse<Verdict>(of.Verdict), decimal.Parse(of.Share)))],
            [.. events.Select(of => new StoredEvent(of.Sequence, Enum.Parse<EventKind>(of.Kind), of.Subject))]
        );
    }

    private async Task<Sample> LookAsync(NpgsqlDataSource source)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            Unjudged = await connection.ExecuteScalarAsync<int>(
                """
                SELECT count(*) FROM submissions s
                WHERE NOT EXISTS (SELECT 1 FROM judgements j WHERE j.submission = s.id AND j.rejudging = 0)
                """
            );
            foreach (var dead in await connection.QueryAsync<(int Port, int Generation)>(Dead))
            {
                _evicted.TryAdd(dead, time.GetUtcNow());
            }

            var (held, nodes) = log.Now();
            return new Sample(time.GetUtcNow(), true, Unjudged - held, nodes * options.Slots - held);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return new Sample(time.GetUtcNow(), false, 0, 0);
        }
    }
}
