using System.Text.Json;
using Judge.Worker.Bench;

namespace Drill.Bench;

/// <summary>Measures an arena on a contest's day; the same figures as the bench of the judge, printed alike.</summary>
internal static class BenchProgram
{
    public const string Name = "bench";

    public static async Task RunAsync(bool json, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("contest-bench-").FullName;
        try
        {
            await using var arena = await BenchArena.StartAsync(folder, ct);
            using var bench = new ContestBench(arena);
            var figures = new List<Figure>();
            await foreach (var figure in bench.RunAsync(ct))
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
