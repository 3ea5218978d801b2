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
    public const string Usage = "work --database \"Host=…\" [--data FOLDER] [--node NAME] [--slots N]";

    /// <summary>
    /// Unlike that of the arena and of other workers on this machine: a judge that starts takes back what its name holds.
    /// </summary>
    internal static string DefaultNode { get; } =
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}");

    /// <summary>A little more than the node's own grace.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(15);

    public static async Task<ExitCode> RunAsync(IReadOnlyList<string> args, Words words, CancellationToken ct)
    {
        var arguments = Arguments.Parse(args, words, [.. Places.Options, "database", "data", "node", "slots", "lang"], []);
        if (arguments.Plain.Count > 0)
        {
            throw new CommandFailure(ExitCode.BadInput, words.Usage(Usage));
        }

        var options = Options(arguments, words);
        if (options.Flaw() is { } flaw)
        {
            throw new CommandFailure(ExitCode.BadInput, flaw);
        }

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddNodeLog(options);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin);
        builder.Services.AddJudge(options).AddJudgeNode();
        using var host = builder.Build();
        await host.RunAsync(ct);
        return ExitCode.Good;
    }

    /// <summary>From the command line, else from the environment, under the names the arena reads.</summary>
    private static JudgeOptions Options(Arguments arguments, Words words)
    {
        var places = Places.Find(arguments);
        var slots = Setting(arguments, "slots", "Contest__Slots") ?? "0";
        return new JudgeOptions
        {
            Database = Setting(arguments, "database", "Contest__Database") ?? throw new CommandFailure(ExitCode.BadInput, words.NoDatabase),
            DataFolder = Setting(arguments, "data", "Contest__DataFolder") is { } data ? Path.GetFullPath(data) : places.Data,
            ProblemsFolder = places.Problems,
            LanguagesFolder = places.Languages,
            ImagesFolder = places.Images,
            Node = Setting(arguments, "node", "Contest__Node") ?? DefaultNode,
            Slots = int.TryParse(slots, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new CommandFailure(ExitCode.BadInput, words.NoNumber("--slots", slots)),
        };
    }

    private static string? Setting(Arguments arguments, string option, string variable) =>
        arguments.Option(option) ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null);
}
