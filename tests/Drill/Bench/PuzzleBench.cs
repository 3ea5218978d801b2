using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ArenaWeb.Staff;
using Judge.Contests;
using Judge.Worker.Bench;
using Judge.Worlds;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;
using Judge.Worlds.Run;

namespace Drill.Bench;

/// <summary>
/// An hour of puzzles: what a run costs by itself, and what a pupil waits for while 2,000 play, one run each in ten seconds, over HTTP
/// and through the queue. Pupils and arena share the machine, so compare ratios.
/// </summary>
internal sealed class PuzzleBench(BenchArena arena)
{
    private const int Pupils = 2_000;
    private const int AtOnce = 50;
    private const int Takes = 5;

    private const string Level = "a11";

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(40);

    public static IEnumerable<Contest> Made()
    {
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        yield return new()
        {
            Code = "GIO",
            Names = new Dictionary<string, string> { ["vi"] = "Giờ lập trình" },
            Scoring = ScoringStyle.PointsWithPenalty,
            PenaltyMinutes = 0,
            Start = start,
            End = start.AddHours(3),
            Problems = [new("A", Level, 3)],
        };
    }

    public async IAsyncEnumerable<Figure> RunAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var folder = Path.Combine(DrillSite.Home(AppContext.BaseDirectory), "problems", "worlds", Level);
        var program = await File.ReadAllBytesAsync(Path.Combine(folder, "submissions", "accepted", "ideal.json"), ct);
        var level = LevelReader.Read(await File.ReadAllBytesAsync(Path.Combine(folder, LevelReader.File), ct), Level);
        yield return Figure.Of("puzzles.run.core", "1/s", Enumerable.Range(0, Takes).Select(_ => RunsASecond(level, program)));
        yield return Figure.Of("puzzles.trace", "B", [TraceBytes(level, program)]);

        var pupils = await SignInAsync(ct);
        var waits = await PlayAsync(pupils, program, ct);
        var inTime = waits.Where(wait => wait is not null).Select(wait => wait!.Value).Order().ToList();
        yield return Figure.Of("puzzles.run.p50", "ms", [At(inTime, 0.50)]);
        yield return Figure.Of("puzzles.run.p95", "ms", [At(inTime, 0.95)]);
        yield return Figure.Of("puzzles.run.rate", "1/s", [waits.Count / Length.TotalSeconds]);
        yield return Figure.Of("puzzles.run.later", "%", [100.0 * (waits.Count - inTime.Count) / waits.Count]);
        yield return Figure.Of("puzzles.memory", "MB", [arena.Memory]);
        pupils.ForEach(pupil => pupil.Dispose());
    }

    /// <summary>Reading, all worlds and the stars, one after another on one core.</summary>
    private static double RunsASecond(Level level, byte[] program)
    {
        var (start, runs) = (Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1))
        {
            if (PuzzleJudge.Judge(level, program).Report is not { Stars: 3 })
            {
                throw new InvalidOperationException($"The best program of {Level} is not the best.");
            }

            runs++;
        }

        return runs / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Of all worlds of the level.</summary>
    private static double TraceBytes(Level level, byte[] program) =>
        BlockReader.Read(program, level).Program is { } read
            ? level.Worlds.Sum(world => WorldEngine.Run(level, world, read.Program).Steps.Length)
            : 0;

    private async Task<List<BenchPlayer>> SignInAsync(CancellationToken ct)
    {
        var contest = arena.All[0];
        using (var organiser = new BenchBrowser(BenchBrowser.ClientOf(arena.Address)))
        {
            await organiser.OpenAsync("/dang-nhap/can-bo", ct);
            await organiser.SendAsync("/dang-nhap/can-bo", "/", ct, ("Login", Organiser.Login), ("Password", Organiser.Password));
            var path = StaffPaths.Pupils(contest.Id);
            await organiser.OpenAsync(path, ct);
            var file = Convert.ToBase64String(BenchList.Entrants(Pupils));
            await organiser.SendAsync($"{path}?handler=Add", BenchList.Pin(Pupils - 1), ct, ("Sent.File", file));
        }

        var players = new ConcurrentBag<BenchPlayer>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        await Parallel.ForAsync(
            0,
            Pupils,
            options,
            async (number, stop) => players.Add(await BenchPlayer.SignInAsync(arena.Address, contest.Code, "A", number, stop))
        );
        return [.. players];
    }

    /// <summary>Waits of all runs in milliseconds; null: the verdict came later than the answer.</summary>
    private static async Task<IReadOnlyCollection<double?>> PlayAsync(
        IReadOnlyCollection<BenchPlayer> players,
        byte[] program,
        CancellationToken ct
    )
    {
        var waits = new ConcurrentBag<double?>();
        var text = JsonSerializer.Deserialize<JsonElement>(program, new JsonSerializerOptions { MaxDepth = 1_024 }).GetRawText();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(players.Select((player, i) => PlayAsync(player, Pace * i / players.Count)));
        return waits;

        async Task PlayAsync(BenchPlayer player, TimeSpan first)
        {
            for (var at = first; at < Length; at += Pace)
            {
                if (at - Stopwatch.GetElapsedTime(start) is var rest && rest > TimeSpan.Zero)
                {
                    await Task.Delay(rest, ct);
                }

                waits.Add(await player.RunAsync(text, ct));
            }
        }
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)(share * (sorted.Count - 1))];
}
