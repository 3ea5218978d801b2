using System.Runtime.CompilerServices;
using System.Text.Json;
using Judge.Contests;
using Judge.Worker.Bench;

namespace Drill.Bench;

/// <summary>Measures an arena on a contest's day; the same figures as the bench of the judge, printed alike.</summary>
internal static class BenchProgram
{
    public const string Name = "bench";

    /// <summary>Asks for an hour of puzzles.</summary>
    public const string Puzzles = "--puzzles";

    public static Task RunAsync(IReadOnlyCollection<string> args, CancellationToken ct) =>
        args.Contains(Puzzles)
            ? RunAsync(PuzzleBench.Made(), judges: true, arena => new PuzzleBench(arena).RunAsync(ct), args.Contains("--json"), ct)
            : RunAsync(ContestBench.Made(), judges: false, arena => OfContestAsync(arena, ct), args.Contains("--json"), ct);

    private static async IAsyncEnumerable<Figure> OfContestAsync(BenchArena arena, [EnumeratorCancellation] CancellationToken ct)
    {
        using var bench = new ContestBench(arena);
        await foreach (var figure in bench.RunAsync(ct))
        {
            yield return figure;
        }
    }

    private static async Task RunAsync(
        IEnumerable<Contest> made,
        bool judges,
        Func<BenchArena, IAsyncEnumerable<Figure>> bench,
        bool json,
        CancellationToken ct
    )
    {
        var folder = Directory.CreateTempSubdirectory("contest-bench-").FullName;
        try
        {
            await using var arena = await BenchArena.StartAsync(folder, made, judges, ct);
            var figures = new List<Figure>();
            await foreach (var figure in bench(arena))
            {
                figures.Add(figure);
                if (!json)
                {
                    Console.WriteLine(BenchCommand.Line(figure));
                }
            }

            if (json)
            {
                Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
