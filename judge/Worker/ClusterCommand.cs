using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Judge.Cluster;

namespace Judge.Worker;

/// <summary>Certificates of a site with several arenas or with judge nodes on other machines.</summary>
internal static class ClusterCommand
{
    private const string Usage = "cluster certificates|enrol FOLDER [--arena NAME…] [--node NAME…] [--at ADDRESS:PORT] [--minutes N]";

    private static readonly Argument<string> What = new("certificates|enrol");
    private static readonly Argument<string> Folder = new("FOLDER");
    private static readonly Option<string[]> Arenas = new("--arena") { AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Nodes = new("--node") { AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> At = new("--at");
    private static readonly Option<int> Minutes = CommandEntry.Number("--minutes", 30);

    public static CommandEntry Entry { get; } =
        new("cluster", Usage, words => words.Catalog["cluster.line"], RunAsync, What, Folder, Arenas, Nodes, At, Minutes);

    private static Task<ExitCode> RunAsync(ParseResult parsed, Words words, CancellationToken ct)
    {
        var folder = Path.GetFullPath(parsed.GetRequiredValue(Folder));
        var (arenas, nodes) = (Names(parsed, Arenas, words), Names(parsed, Nodes, words));
        return parsed.GetRequiredValue(What) switch
        {
            "certificates" when arenas.Count + nodes.Count > 0 => Task.FromResult(Issue(folder, arenas, nodes, words)),
            "enrol" when nodes.Count > 0 && arenas.Count == 0 => EnrolAsync(folder, nodes, parsed, words, ct),
            _ => throw new CommandFailure(ExitCode.BadInput, words.Usage(Usage)),
        };
    }

    private static ExitCode Issue(string folder, IReadOnlyList<string> arenas, IReadOnlyList<string> nodes, Words words)
    {
        var members = arenas
            .Select(name => (Name: name, Role: SiteRole.Arena))
            .Concat(nodes.Select(name => (Name: name, Role: SiteRole.Node)))
            .Select(member => (member.Name, member.Role, Path: Path.Combine(folder, member.Name + ".pem")))
            .ToList();
        if (members.Find(member => File.Exists(member.Path)) is { Path: { } taken })
        {
            throw new CommandFailure(ExitCode.BadInput, words.Catalog["cluster.taken", taken]);
        }

        if (members.Select(member => member.Path).Append(Path.Combine(folder, SiteAuthority.CertificateFile)).HasDuplicate() is { } twice)
        {
            throw new CommandFailure(ExitCode.BadInput, words.Catalog["cluster.taken", twice]);
        }

        using var authority = Authority(() => SiteAuthority.OpenOrMake(folder, Now));
        foreach (var (name, role, path) in members)
        {
            OwnersFile.Write(path, authority.Issue(name, role, Now));
            var member = SiteCertificate.Load(path, Path.Combine(folder, SiteAuthority.CertificateFile), role, TimeProvider.System).Member;
            Console.WriteLine(words.Catalog["cluster.made", path, member.End.ToString("dd/MM/yyyy", words.Culture), member.Serial]);
        }

        Console.WriteLine(words.Catalog["cluster.next", folder]);
        return ExitCode.Good;
    }

    private static async Task<ExitCode> EnrolAsync(
        string folder,
        IReadOnlyList<string> nodes,
        ParseResult parsed,
        Words words,
        CancellationToken ct
    )
    {
        if (!IPEndPoint.TryParse(parsed.GetValue(At) ?? "", out var at) || at.Port == 0 || at.Address.Equals(IPAddress.Any))
        {
            throw new CommandFailure(ExitCode.BadInput, words.Catalog["cluster.at"]);
        }

        var minutes = parsed.GetValue(Minutes);
        if (!File.Exists(Path.Combine(folder, SiteAuthority.KeyFile)))
        {
            throw new CommandFailure(ExitCode.BadInput, words.Catalog["cluster.noKey", folder]);
        }

        using var authority = Authority(() => SiteAuthority.Open(folder));
        using var server = Server(authority, at, nodes, words);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(TimeSpan.FromMinutes(minutes));
        foreach (var (node, token) in server.Tokens)
        {
            Console.WriteLine(words.Catalog["cluster.token", node, token]);
        }

        Console.WriteLine(words.Catalog["cluster.waiting", minutes]);
        try
        {
            await server.RunAsync(node => Console.WriteLine(words.Catalog["cluster.enrolled", node]), end.Token);
            return ExitCode.Good;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new CommandFailure(ExitCode.BadInput, words.Catalog["cluster.over"]);
        }
    }

    private static EnrolmentServer Server(SiteAuthority authority, IPEndPoint at, IReadOnlyList<string> nodes, Words words)
    {
        try
        {
            return new EnrolmentServer(authority, at, nodes, TimeProvider.System);
        }
        catch (SocketException)
        {
            throw new CommandFailure(ExitCode.BadInput, words.Catalog["cluster.atTaken", at]);
        }
    }

    /// <summary>What a node is told that got no certificate for its token.</summary>
    internal static string Sentence(EnrolmentFlaw flaw, Words words) => words.Catalog[$"cluster.flaw.{flaw}"];

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static SiteAuthority Authority(Func<SiteAuthority> open)
    {
        try
        {
            return open();
        }
        catch (InvalidOperationException e)
        {
            throw new CommandFailure(ExitCode.BadInput, e.Message);
        }
    }

    private static IReadOnlyList<string> Names(ParseResult parsed, Option<string[]> option, Words words)
    {
        var names = parsed.GetValue(option) ?? [];
        return names.FirstOrDefault(name => !SiteMember.IsName(name)) is { } bad
            ? throw new CommandFailure(ExitCode.BadInput, words.Catalog["cluster.name", bad, SiteMember.MostNameLength])
            : names;
    }

    private static string? HasDuplicate(this IEnumerable<string> paths) =>
        paths.GroupBy(path => path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1)?.Key;
}
