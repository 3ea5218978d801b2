using System.CommandLine;
using System.Globalization;
using Judge.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Judge.Worker;

/// <summary>
/// A judge node apart from the arena, on the same PostgreSQL database and with the same data folder (sources lie there).
/// Told to stop (SIGTERM, Ctrl-C), it takes nothing more, finishes what it has or puts it back in line.
/// </summary>
internal static class WorkCommand
{
    private static readonly Option<string> Database = new("--database");
    private static readonly Option<string> Data = new("--data");
    private static readonly Option<string> Node = new("--node");
    private static readonly Option<string> Slots = new("--slots");

    public static CommandEntry Entry { get; } =
        new(
            "work",
            "work --database \"Host=…\" [--data FOLDER] [--node NAME] [--slots N]",
            words => words.WorkLine,
            RunAsync,
            Database,
            Data,
            Node,
            Slots
        );

    /// <summary>
    /// Unlike that of the arena and of other workers on this machine: a judge that starts takes back what its name holds.
    /// </summary>
    internal static string DefaultNode { get; } =
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}");

    /// <summary>A little more than the node's own grace.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(15);

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var options = Options(parsed, words);
        if (options.Flaw() is { } flaw)
        {
            throw new CommandFailure(ExitCode.BadInput, flaw);
        }

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddNodeLog(options);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        builder.Services.AddJudge(options).AddJudgeNode().AddJudgingTraces(Collector(words), "judge", options.Node);
        using var host = builder.Build();
        await host.RunAsync(ct);
        return ExitCode.Good;
    }

    /// <summary>From the command line, else from the environment, under the names the arena reads.</summary>
    private static JudgeOptions Options(ParseResult parsed, Words words)
    {
        var places = Places.Find(parsed);
        var slots = Setting(parsed, Slots, "Contest__Slots") ?? "0";
        return new JudgeOptions
        {
            Database = Setting(parsed, Database, "Contest__Database") ?? throw new CommandFailure(ExitCode.BadInput, words.NoDatabase),
            DataFolder = Setting(parsed, Data, "Contest__DataFolder") is { } data ? Path.GetFullPath(data) : places.Data,
            ProblemsFolder = places.Problems,
            LanguagesFolder = places.Languages,
            ImagesFolder = places.Images,
            Node = Setting(parsed, Node, "Contest__Node") ?? DefaultNode,
            Slots = int.TryParse(slots, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new CommandFailure(ExitCode.BadInput, words.NoNumber("--slots", slots)),
        };
    }

    private static string? Setting(ParseResult parsed, Option<string> option, string variable) =>
        parsed.GetValue(option) ?? Setting(variable);

    private static string? Setting(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    /// <summary>Empty: nothing is traced.</summary>
    private static string Collector(Words words)
    {
        const string name = "Contest__TracesTo";
        var address = Setting(name) ?? "";
        return address.Length == 0 || JudgingTraces.IsCollector(address)
            ? address
            : throw new CommandFailure(ExitCode.BadInput, words.NoCollector(name, address));
    }
}
