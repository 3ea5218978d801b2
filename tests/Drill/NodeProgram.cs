using System.Globalization;
using System.Net;
using Judge.Cluster;
using Judge.Queue;
using Judge.Score;
using Judge.Submit;
using Judge.Worker.Trial;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Drill;

/// <summary>Simulated nodes in a process of their own, each with its own connection, and a line for each thing that they do.</summary>
internal static class NodeProgram
{
    public const string Name = "nodes";

    /// <summary>The command that starts it.</summary>
    /// <param name="arenas">Ports on loopback.</param>
    /// <param name="by">They are reached by way of this address; null: directly.</param>
    public static IReadOnlyList<string> Command(IEnumerable<string> nodes, IEnumerable<int> arenas, DrillOptions options, IPAddress? by) =>
        [
            "dotnet",
            typeof(NodeProgram).Assembly.Location,
            Name,
            string.Join(',', nodes),
            string.Join(',', arenas),
            options.Slots.ToString(CultureInfo.InvariantCulture),
            options.JudgingTime.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
            by?.ToString() ?? "",
        ];

    public static async Task RunAsync(IReadOnlyList<string> args)
    {
        var arenas = args[2].Split(',').Select(port => new IPEndPoint(IPAddress.Loopback, int.Parse(port))).ToArray();
        var (slots, time) = (int.Parse(args[3]), TimeSpan.FromMilliseconds(double.Parse(args[4], CultureInfo.InvariantCulture)));
        // A silo answers only who calls it by the address that it knows itself by.
        var ways = args[5].Length > 0 ? arenas.Select(at => new Relay(at, new IPEndPoint(IPAddress.Parse(args[5]), at.Port))).ToList() : [];
        await Task.WhenAll(args[1].Split(',').Select(name => RunAsync(new SimulatedNodeOptions(name, slots, time, ["python"]), arenas)));
    }

    /// <summary>Tells the log what a line says.</summary>
    /// <returns>False: it is a line of something else.</returns>
    public static bool Read(string line, DispatchLog log)
    {
        if (line.Split(' ') is not ["@", var kind, var node, .. var numbers])
        {
            return false;
        }

        var of = numbers.Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        switch (kind)
        {
            case "ordered":
                log.Joined(node);
                log.Ordered(of[0]);
                break;
            case "took":
                log.Took(node, new Ticket(Judging(of), (int)of[2]));
                break;
            default:
                log.Settled(node, Judging(of));
                break;
        }

        return true;
    }

    private static JudgingId Judging(long[] of) => new(new SubmissionId(of[0]), new RejudgingId(of[1]));

    private static async Task RunAsync(SimulatedNodeOptions options, IPEndPoint[] arenas)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System).AddJudgeClient(arenas);
        using var host = builder.Build();
        await host.StartAsync();
        var desk = AnyDesk.Of(host.Services.GetRequiredService<IClusterClient>());
        await new SimulatedNode(desk, options, new Teller(), TimeProvider.System).RunAsync(CancellationToken.None);
    }

    private sealed class Teller : ISimulatedNodeListener
    {
        public void Ordered(string node, OrdersNumber number) => Say($"ordered {node} {number.Epoch}");

        public void Took(string node, Ticket ticket) => Say($"took {node} {Words(ticket.Judging)} {ticket.Attempt}");

        public void Settled(string node, Outcome outcome) => Say($"settled {node} {Words(outcome.Ticket.Judging)}");

        private static string Words(JudgingId judging) => $"{judging.Submission.Value} {judging.Rejudging.Value}";

        private static void Say(string words) => Console.WriteLine($"@ {words}");
    }
}
