using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Judge.Problems;
using Judge.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Judge.Worker.Bench;

/// <summary>
/// Measures what judging costs on this machine, all in one run: a test, a box, whole submissions. Nothing is kept. Compare
/// ratios; the times of a shared machine mean little by themselves.
/// </summary>
internal static class BenchCommand
{
    private static readonly Option<bool> Json = CommandEntry.Flag("--json");
    private static readonly Option<bool> Quick = CommandEntry.Flag("--quick");

    /// <summary>The queue only, which needs no boxes.</summary>
    private static readonly Option<bool> Queue = CommandEntry.Flag("--queue");

    /// <summary>Marking by people only, which needs no boxes either.</summary>
    private static readonly Option<bool> Marking = CommandEntry.Flag("--marking");

    private static readonly Option<bool> Stability = CommandEntry.Flag("--stability");

    public static CommandEntry Entry { get; } =
        new(
            "bench",
            "bench [--json] [--quick] [--queue] [--marking] | bench --stability [--submissions 200] [--rounds 10] [--neighbours 20]",
            words => words.BenchLine,
            RunAsync,
            Json,
            Quick,
            Queue,
            Marking,
            Stability,
            StabilityCommand.Submissions,
            StabilityCommand.Rounds,
            StabilityCommand.Beside
        );

    private static readonly int[] TestCounts = [1, 10, 100];

    private static readonly (string Language, string Source)[] Programs =
    [
        ("pascal", BenchProblem.Pascal),
        ("python", BenchProblem.Python),
        ("cpp", BenchProblem.Cpp),
        ("c", BenchProblem.C),
    ];

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var places = Places.Find(parsed);
        if (parsed.GetValue(Stability))
        {
            return await StabilityCommand.RunAsync(places, parsed, ct);
        }

        var share = parsed.GetValue(Quick) ? 10 : 1;
        var folder = Directory.CreateTempSubdirectory("contest-bench-").FullName;
        try
        {
            var figures = new List<Figure>();
            var measuring =
                parsed.GetValue(Queue) ? QueueBench.RunAsync(places, folder, share, ct)
                : parsed.GetValue(Marking) ? MarkingBench.Run(share).ToAsyncEnumerable()
                : MeasureAsync(places, folder, share, ct);
            await foreach (var figure in measuring)
            {
                figures.Add(figure);
                if (!parsed.GetValue(Json))
                {
                    Console.WriteLine(Line(figure));
                }
            }
            if (parsed.GetValue(Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
            }

            return ExitCode.Good;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async IAsyncEnumerable<Figure> MeasureAsync(
        Places places,
        string folder,
        int share,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await foreach (var figure in BoxesAsync(places, folder, share, ct))
        {
            yield return figure;
        }

        yield return ImportBench.Run(folder, 5, ct);
        await foreach (var figure in SubmissionsAsync(places, folder, share, ct))
        {
            yield return figure;
        }

        // Last: what hundreds of simulated nodes leave behind in this process would weigh on whatever is measured after them.
        await foreach (var figure in QueueBench.RunAsync(places, folder, share, ct))
        {
            yield return figure;
        }
    }

    /// <summary>What a test, an input and a script cost in a box.</summary>
    private static async IAsyncEnumerable<Figure> BoxesAsync(
        Places places,
        string folder,
        int share,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var languages = Languages.Load(places.Languages);
        var bare = await BareMachine.BuildAsync(Path.Combine(AppContext.BaseDirectory, "Bench", "bare.c"), folder, ct);
        var options = SandboxOptions.FromEnvironment(Environment.GetEnvironmentVariable) with
        {
            ImagesFolder = places.Images,
            Slots = 1,
            UsesPerBox = 1,
        };
        await using var sandbox = await Sandboxes.ChooseAsync(options, TimeProvider.System, NullLogger.Instance, ct);
        var tests = new TestBench(sandbox, places.Images, bare, folder);
        foreach (var (language, source) in Programs)
        {
            await foreach (var figure in tests.PerTestAsync(languages.Find(language)!, source, 600 / share, ct))
            {
                yield return figure;
            }
        }

        foreach (var megabytes in new[] { 1, 100 })
        {
            yield return await tests.PerInputAsync(
                languages.Find("pascal")!,
                BenchProblem.Reader,
                megabytes,
                Math.Max(5, 2000 / megabytes / 10 / share),
                ct
            );
        }

        yield return await tests.BoxStartAsync("pascal", 30 / share + 2, ct);
        await foreach (var figure in new ScriptBench(sandbox, folder).RunAsync("pascal", 300 / share, ct))
        {
            yield return figure;
        }
    }

    /// <summary>How long submissions take from hand-in to verdict, alone and in line.</summary>
    private static async IAsyncEnumerable<Figure> SubmissionsAsync(
        Places places,
        string folder,
        int share,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var problems = Path.Combine(folder, "problems");
        foreach (var count in TestCounts.Append(BenchProblem.Tests))
        {
            BenchProblem.Write(problems, count);
        }

        using var host = await BenchNode.StartAsync(places, problems, Path.Combine(folder, "data"), ct);
        var bench = ActivatorUtilities.CreateInstance<SubmissionBench>(host.Services);
        foreach (var count in TestCounts)
        {
            var takes = await bench.BurstsAsync("pascal", BenchProblem.Pascal, count, waiting: 1, 40 / share + 2, ct);
            yield return Figure.Of($"submission.tests.{count}.each", "ms", takes.Latencies.Select(latency => latency / count));
        }

        var languages = host.Services.GetRequiredService<Languages>();
        var bare = await BareMachine.BuildAsync(Path.Combine(AppContext.BaseDirectory, "Bench", "bare.c"), folder, ct);
        foreach (var (language, source) in Programs)
        {
            using var limit = Limit(languages.Find(language)!, source);
            if (language == "pascal")
            {
                using var stages = new StageBench();
                var takes = await BurstsAsync(language, source, 1, 40 / share + 2, () => Task.FromResult(limit.Compile()));
                foreach (var figure in stages.Figures(Figure.Of("bare", "ms", takes.Beside).Median))
                {
                    yield return figure;
                }
            }

            foreach (var waiting in new[] { 1, 8, 64 })
            {
                var bursts = Math.Max(3, 60 / waiting / share + 2);
                var takes = await BurstsAsync(language, source, waiting, bursts, () => RateAsync(limit, waiting));
                yield return Figure.Of($"submission.{language}.{waiting}.latency", "ms", takes.Latencies);
                yield return Figure.Of($"submission.{language}.{waiting}.rate", "1/s", takes.Rates, takes.Beside);
            }
        }

        var again = await bench.BurstsAsync("pascal", BenchProblem.Pascal, BenchProblem.Tests, waiting: 64, 5, ct, again: true);
        yield return Figure.Of("submission.pascal.64.again.rate", "1/s", again.Rates);
        await host.StopAsync(ct);

        BareSubmissions Limit(Language language, string source) =>
            new(bare, places.Images, language, source, BenchInput(folder), BenchProblem.Tests, Environment.ProcessorCount);

        Task<SubmissionBench.Takes> BurstsAsync(string language, string source, int waiting, int bursts, Func<Task<double>> beside) =>
            bench.BurstsAsync(language, source, BenchProblem.Tests, waiting, bursts, ct, beside: beside);
    }

    /// <summary>As many submissions as wait, on the bare machine; a single one has the machine to itself.</summary>
    private static async Task<double> RateAsync(BareSubmissions limit, int waiting) =>
        waiting == 1 ? 1000 / limit.Alone() : await limit.RateAsync(waiting);

    private static string BenchInput(string folder)
    {
        var file = Path.Combine(folder, "bare-input");
        File.WriteAllText(file, "3 4\n");
        return file;
    }

    public static string Line(Figure figure) =>
        $"{figure.Name.PadRight(34)} {figure.Median.ToString("0.00", CultureInfo.InvariantCulture).PadLeft(9)} {figure.Unit.PadRight(4)}"
        + string.Create(CultureInfo.InvariantCulture, $" [{figure.Min:0.00} to {figure.Max:0.00}, n={figure.N}]")
        + (figure.Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"  {ratio:0.00} x base ({figure.Baseline:0.00})") : "");
}
