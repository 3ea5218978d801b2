using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Worker.Bench;

/// <summary>Tells which of many submissions get another verdict when they are judged again under full load; none should.</summary>
internal static class StabilityCommand
{
    public static Option<int> Submissions { get; } = CommandEntry.Number("--submissions", 200);

    public static Option<int> Rounds { get; } = CommandEntry.Number("--rounds", 10);

    /// <summary>Programs that wear the machine meanwhile.</summary>
    public static Option<int> Beside { get; } = CommandEntry.Number("--neighbours", 20);

    public static async Task<ExitCode> RunAsync(Places places, ParseResult parsed, CancellationToken ct)
    {
        var (count, rounds, beside) = (parsed.GetValue(Submissions), parsed.GetValue(Rounds), parsed.GetValue(Beside));
        var folder = Directory.CreateTempSubdirectory("contest-bench-").FullName;
        try
        {
            using var neighbours = await Neighbours.StartAsync(beside, folder, ct);
            using var host = await BenchNode.StartAsync(places, places.Problems, Path.Combine(folder, "data"), ct);
            var bench = ActivatorUtilities.CreateInstance<StabilityBench>(host.Services);
            var courses = await bench.RunAsync(count, rounds, round => Console.Error.WriteLine($"{round}/{rounds}"), ct);
            await host.StopAsync(ct);
            var unstable = courses.Where(course => !course.IsStable).ToList();
            foreach (var course in unstable)
            {
                foreach (var (verdicts, times) in course.Verdicts.OrderByDescending(verdict => verdict.Value))
                {
                    Console.WriteLine($"{course.Path}  {times}×  {verdicts}");
                }
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"stability.differ {unstable.Count} of {courses.Count} submissions, {rounds} times each, beside {beside} neighbours "
                        + $"({(double)unstable.Count / courses.Count:0.0000})"
                )
            );
            return unstable.Count == 0 ? ExitCode.Good : ExitCode.NotAccepted;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
