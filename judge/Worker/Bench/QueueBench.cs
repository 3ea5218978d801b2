using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Judge.Board;
using Judge.Contests;
using Judge.Queue;
using Judge.Submit;
using Judge.Worker.Trial;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Judge.Worker.Bench;

/// <summary>
/// What queue and boards cost by themselves: real hand-ins, dispatcher, database and verdicts, and nodes that judge in no time, or in a
/// given one.
/// </summary>
internal sealed class QueueBench(ISubmissions submissions, IContests contests, IClusterClient cluster, TimeProvider clock)
{
    private const int Slots = 4;

    /// <summary>More may not wait of one entrant.</summary>
    private const int OfEntrant = 30;

    private const string Language = "pascal";

    /// <param name="share">Of the usual number of takes: 1 in so many.</param>
    public static async IAsyncEnumerable<Figure> RunAsync(
        Places places,
        string folder,
        int share,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var figure in OnAsync("sqlite", "", places, folder, [4], share, ct))
        {
            yield return figure;
        }

        if (ScratchPostgres.Programs is null)
        {
            await Console.Error.WriteLineAsync("PostgreSQL is not installed: its rows are left out.");
            yield break;
        }

        await using var server = await ScratchPostgres.StartAsync(ct);
        var database = await server.NewDatabaseAsync(ct);
        await foreach (var figure in OnAsync("postgres", database, places, folder, [4, 50, 200], share, ct))
        {
            yield return figure;
        }

        yield return await OfThreeArenasAsync(await server.NewDatabaseAsync(ct), places, folder, 40 / share + 2, ct);
    }

    /// <summary>From a hand-in to the moment when the last of three arenas has the board with it. In milliseconds.</summary>
    private static async Task<Figure> OfThreeArenasAsync(string database, Places places, string folder, int takes, CancellationToken ct)
    {
        var data = Path.Combine(folder, "three");
        var arenas = new List<IHost>();
        try
        {
            for (var number = 0; number < 3; number++)
            {
                arenas.Add(await StartAsync(places, data, database, ct, apart: true));
            }

            var bench = ActivatorUtilities.CreateInstance<QueueBench>(arenas[0].Services);
            var boards = arenas.Select(arena => arena.Services.GetRequiredService<IBoards>()).ToList();
            return Figure.Of("board.postgres.3.arenas", "ms", await bench.BoardsAsync(boards, takes, ct));
        }
        finally
        {
            foreach (var arena in arenas)
            {
                await arena.StopAsync(CancellationToken.None);
                arena.Dispose();
            }
        }
    }

    private static async IAsyncEnumerable<Figure> OnAsync(
        string name,
        string database,
        Places places,
        string folder,
        int[] crowds,
        int share,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        using var host = await StartAsync(places, Path.Combine(folder, name), database, ct);
        var bench = ActivatorUtilities.CreateInstance<QueueBench>(host.Services);
        foreach (var nodes in crowds)
        {
            var crowd = string.Create(CultureInfo.InvariantCulture, $"queue.{name}.{nodes}x{Slots}");
            var waits = await bench.WaitsAsync(nodes, 500 / share, ct);
            yield return Figure.Of($"{crowd}.wait.p50", "ms", waits);
            yield return Figure.Of($"{crowd}.wait.p99", "ms", [waits.Order().ElementAt(waits.Count * 99 / 100)]);
            var rates = new List<double>();
            for (var take = 0; take < 3; take++)
            {
                rates.Add(await bench.RateAsync(nodes, TimeSpan.Zero, nodes * Slots * 20 / share, ct));
            }

            yield return Figure.Of($"{crowd}.rate", "1/s", rates);
        }

        var judging = TimeSpan.FromMilliseconds(200);
        var alone = await bench.RateAsync(1, judging, 400 / share, ct);
        var four = await bench.RateAsync(4, judging, 1600 / share, ct);
        yield return Figure.Of($"queue.{name}.of.4.nodes.each", "1/s", [four / 4], [alone]);
        yield return Figure.Of($"queue.{name}.first.job", "ms", await bench.FirstJobsAsync(40 / share + 2, ct));
    }

    /// <param name="apart">One of several arenas, which find each other by the database.</param>
    private static async Task<IHost> StartAsync(Places places, string data, string database, CancellationToken ct, bool apart = false)
    {
        var problems = Path.Combine(data, "packages");
        BenchProblem.Write(problems, 1);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddJudge(
            new()
            {
                Database = database,
                DataFolder = data,
                ProblemsFolder = problems,
                LanguagesFolder = places.Languages,
                ImagesFolder = places.Images,
                Node = "bench",
                Cluster =
                    apart && FreePort.Take(2) is [var silo, var gateway]
                        ? new() { Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{silo}"), GatewayPort = gateway }
                        : new(),
            }
        );
        var host = builder.Build();
        await host.StartAsync(ct);
        return host;
    }

    /// <summary>From the call that hands in to the node that has it: one at a time, while all nodes are idle. In milliseconds.</summary>
    private async Task<IReadOnlyList<double>> WaitsAsync(int nodes, int takes, CancellationToken ct)
    {
        var (contest, entrants) = await AddContestAsync(takes, ct);
        await using var crowd = Start(nodes, TimeSpan.Zero, ct);
        await crowd.AreThereAsync(nodes, ct);
        var waits = new List<double>();
        for (var take = 0; take < takes; take++)
        {
            var start = Stopwatch.GetTimestamp();
            var id = await HandInAsync(contest, entrants[take / OfEntrant], ct);
            waits.Add(Stopwatch.GetElapsedTime(start, await crowd.TakenAtAsync(id, ct)).TotalMilliseconds);
        }

        return waits;
    }

    /// <summary>Verdicts a second, from the first that is taken to the last that is stored, of a line that waits for the nodes.</summary>
    private async Task<double> RateAsync(int nodes, TimeSpan judging, int count, CancellationToken ct)
    {
        var (contest, entrants) = await AddContestAsync(count, ct);
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = ct },
            async (number, token) => await HandInAsync(contest, entrants[number / OfEntrant], token)
        );
        await using var crowd = Start(nodes, judging, ct);
        await crowd.AreSettledAsync(count, ct);
        return count / Stopwatch.GetElapsedTime(crowd.FirstTaken, Stopwatch.GetTimestamp()).TotalSeconds;
    }

    /// <summary>From the start of a node to its first job, where something waits. In milliseconds.</summary>
    private async Task<IReadOnlyList<double>> FirstJobsAsync(int takes, CancellationToken ct)
    {
        var (contest, entrants) = await AddContestAsync(takes, ct);
        var times = new List<double>();
        for (var take = 0; take < takes; take++)
        {
            var id = await HandInAsync(contest, entrants[take / OfEntrant], ct);
            var start = Stopwatch.GetTimestamp();
            await using var node = Start(1, TimeSpan.Zero, ct);
            times.Add(Stopwatch.GetElapsedTime(start, await node.TakenAtAsync(id, ct)).TotalMilliseconds);
            await node.AreSettledAsync(1, ct);
        }

        return times;
    }

    private async Task<IReadOnlyList<double>> BoardsAsync(IReadOnlyList<IBoards> boards, int takes, CancellationToken ct)
    {
        var (contest, entrants) = await AddContestAsync(takes, ct);
        var times = new List<double>();
        for (var take = 0; take < takes; take++)
        {
            var shown = await Task.WhenAll(
                boards.Select(async board => (board, view: await board.NowAsync(contest.Id, BoardSide.Staff, ct)))
            );
            var start = Stopwatch.GetTimestamp();
            var changes = shown.Select(one => one.board.AfterAsync(contest.Id, BoardSide.Staff, one.view!.Version, ct)).ToList();
            await HandInAsync(contest, entrants[take / OfEntrant], ct);
            await Task.WhenAll(changes);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times;
    }

    private Crowd Start(int nodes, TimeSpan judging, CancellationToken ct) =>
        new(cluster.GetGrain<IJudgeDesk>(0), nodes, name => new(name, Slots, judging, [Language]), clock, ct);

    private async Task<(Contest Contest, IReadOnlyList<EntrantId> Entrants)> AddContestAsync(int handins, CancellationToken ct)
    {
        var contest = await contests.AddAsync(
            new()
            {
                Code = $"BENCH-{Guid.NewGuid().ToString("N")[..8].ToUpperInvariant()}",
                Names = new Dictionary<string, string> { ["en"] = "Bench" },
                Scoring = ScoringStyle.Points,
                Start = clock.GetUtcNow().AddHours(-1),
                End = clock.GetUtcNow().AddHours(1),
                Problems = [new("A", BenchProblem.Name(1), 100)],
            },
            ct
        );
        return (contest, await contests.AddEntrantsAsync(contest.Id, handins / OfEntrant + 1, ct));
    }

    private async Task<SubmissionId> HandInAsync(Contest contest, EntrantId entrant, CancellationToken ct)
    {
        var source = Encoding.UTF8.GetBytes(BenchProblem.Pascal);
        var answer = await submissions.AddAsync(new(contest.Id, entrant, "A", Language, source, Guid.NewGuid()), ct);
        return answer.Result == SubmitResult.Accepted
            ? answer.Id
            : throw new InvalidOperationException($"A hand-in was refused: {answer.Result}.");
    }
}
