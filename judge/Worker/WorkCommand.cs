using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Judge.Cluster;
using Judge.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Judge.Worker;

/// <summary>
/// A judge node apart from the arenas. It knows their addresses and nothing else: orders, sources and packages come from them, and what
/// they cannot take yet waits in the node's own folder. Told to stop (SIGTERM, Ctrl-C), it takes nothing more, finishes what it has or
/// gives it back.
/// </summary>
internal static class WorkCommand
{
    private static readonly Option<string> Arena = new("--arena");
    private static readonly Option<string> Token = new("--token");
    private static readonly Option<string> Data = new("--data");
    private static readonly Option<string> Node = new("--node");
    private static readonly Option<string> Slots = new("--slots");

    public static CommandEntry Entry { get; } =
        new(
            "work",
            "work --arena HOST:PORT[,HOST:PORT] [--token TOKEN] [--data FOLDER] [--node NAME] [--slots N]",
            words => words.WorkLine,
            RunAsync,
            Arena,
            Token,
            Data,
            Node,
            Slots
        );

    /// <summary>A little more than the node's own grace.</summary>
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(15);

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var arenas = await ArenasAsync(
            Setting(parsed, Arena, "Contest__Arena") ?? throw new CommandFailure(ExitCode.BadInput, words.NoArena),
            words,
            ct
        );
        var options = Options(parsed, words);
        if (options.NodeFlaw() is { } flaw)
        {
            throw new CommandFailure(ExitCode.BadInput, flaw);
        }

        Directory.CreateDirectory(options.DataFolder);
        using var own = Own(options.DataFolder, words);
        var site = await SiteAsync(parsed.GetValue(Token), options.DataFolder, words, ct);
        options = options with { Node = site?.Member.Name ?? Setting(parsed, Node, "Contest__Node") ?? NameIn(options.DataFolder) };
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddNodeLog(options);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopWithin).AddSingleton<IHostLifetime, TokenLifetime>();
        builder.Services.AddJudgeClient(arenas, site).AddNodeApart(options).AddJudgingTraces(Collector(words), "judge", options.Node);
        using var host = builder.Build();
        await host.RunAsync(ct);
        return ExitCode.Good;
    }

    /// <summary>What a token is exchanged for, or what it was exchanged for before; null: only this machine is spoken to.</summary>
    private static async Task<SiteCertificate?> SiteAsync(string? token, string folder, Words words, CancellationToken ct)
    {
        try
        {
            return token is null
                ? NodeEnrolment.Find(folder, TimeProvider.System)
                : await NodeEnrolment.RedeemAsync(token, folder, TimeProvider.System, ct);
        }
        catch (EnrolmentException refused)
        {
            throw new CommandFailure(ExitCode.BadInput, ClusterCommand.Sentence(refused.Flaw, words));
        }
        catch (InvalidOperationException flawed)
        {
            throw new CommandFailure(ExitCode.BadInput, flawed.Message);
        }
    }

    /// <summary>From the command line, else from the environment, under the names the arena reads.</summary>
    private static JudgeOptions Options(ParseResult parsed, Words words)
    {
        var places = Places.Find(parsed);
        var slots = Setting(parsed, Slots, "Contest__Slots") ?? "0";
        return new JudgeOptions
        {
            DataFolder = Path.GetFullPath(parsed.GetValue(Data) ?? Path.Combine(places.Data, "node")),
            ProblemsFolder = "",
            LanguagesFolder = places.Languages,
            ImagesFolder = places.Images,
            Node = Setting(parsed, Node, "Contest__Node") ?? Environment.MachineName,
            Slots = int.TryParse(slots, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new CommandFailure(ExitCode.BadInput, words.NoNumber("--slots", slots)),
        };
    }

    /// <summary>Held while this program runs: two nodes in one folder would spoil each other's files.</summary>
    private static FileStream Own(string folder, Words words)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "node.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new CommandFailure(ExitCode.BadInput, words.FolderInUse(folder));
        }
    }

    /// <summary>
    /// A name that no other node has, though all machines of a school may be called the same, and the same after a restart: so the arena
    /// knows whose verdicts come late.
    /// </summary>
    internal static string NameIn(string folder)
    {
        var file = Path.Combine(folder, "node-name");
        if (!File.Exists(file) || File.ReadAllText(file).Trim() is not { Length: > 0 and <= 100 } name)
        {
            name = $"{Environment.MachineName}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
            File.WriteAllText(file, name);
        }

        return name;
    }

    /// <summary>All addresses of arenas.</summary>
    /// <param name="text">Such as <c>10.0.0.5:30000,arena.example:30000</c>.</param>
    private static async Task<IReadOnlyList<IPEndPoint>> ArenasAsync(string text, Words words, CancellationToken ct)
    {
        var arenas = new List<IPEndPoint>();
        foreach (var place in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            arenas.AddRange(await ArenaAsync(place, words, ct));
        }

        return arenas.Count > 0 ? arenas : throw new CommandFailure(ExitCode.BadInput, words.NoArena);
    }

    private static async Task<IEnumerable<IPEndPoint>> ArenaAsync(string place, Words words, CancellationToken ct)
    {
        if (IPEndPoint.TryParse(place, out var known) && known.Port > 0)
        {
            return [known];
        }

        var colon = place.LastIndexOf(':');
        if (
            colon <= 0
            || !ushort.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port == 0
        )
        {
            throw new CommandFailure(ExitCode.BadInput, words.WrongArena(place));
        }

        try
        {
            return (await Dns.GetHostAddressesAsync(place[..colon], ct)).Select(address => new IPEndPoint(address, port));
        }
        catch (SocketException)
        {
            throw new CommandFailure(ExitCode.BadInput, words.WrongArena(place));
        }
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

    /// <summary>Signals come as the command's token; a second one to listen to them would race with it.</summary>
    private sealed class TokenLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
