using System.CommandLine;
using Drill.Bench;
using Judge.Worker;

namespace Drill;

/// <summary>The command line: a drill, the simulated nodes of one, or a bench.</summary>
internal static class DrillProgram
{
    private static readonly Option<int> Arenas = CommandEntry.Number("--arenas", 3);
    private static readonly Option<int> Nodes = CommandEntry.Number("--nodes", 20);
    private static readonly Option<int> Slots = CommandEntry.Number("--slots", 4);
    private static readonly Option<int> Handins = CommandEntry.Number("--handins", 5_000);
    private static readonly Option<int> Seconds = CommandEntry.Number("--seconds", 180);
    private static readonly Option<int> Seed = CommandEntry.Number("--seed", Environment.ProcessId % 10_000 + 1);

    public static async Task<int> Main(string[] args)
    {
        if (args is [NodeProgram.Name, ..])
        {
            await NodeProgram.RunAsync(args);
            return 0;
        }

        if (args is [BenchProgram.Name, ..])
        {
            await BenchProgram.RunAsync(args, CancellationToken.None);
            return 0;
        }

        var command = new RootCommand("Rehearses faults with a whole cluster on this machine.")
        {
            Arenas,
            Nodes,
            Slots,
            Handins,
            Seconds,
            Seed,
        };
        command.SetAction(RunAsync);
        // Long enough to end all that was started.
        return await command.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
    }

    /// <summary>0: all holds that must; 1: it does not.</summary>
    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var options = new DrillOptions
        {
            Arenas = parsed.GetValue(Arenas),
            Nodes = Math.Max(3, parsed.GetValue(Nodes)),
            Slots = parsed.GetValue(Slots),
            Handins = parsed.GetValue(Handins),
            Length = TimeSpan.FromSeconds(parsed.GetValue(Seconds)),
            Seed = parsed.GetValue(Seed),
        };
        var report = await new Rehearsal(options, Console.Out, TimeProvider.System).RunAsync(ct);
        foreach (var line in report.Lines())
        {
            Console.WriteLine(line);
        }

        return report.Flaws.Count == 0 ? 0 : 1;
    }
}
