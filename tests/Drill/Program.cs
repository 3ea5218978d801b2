using System.CommandLine;
using Drill;
using Judge.Worker;

if (args is [NodeProgram.Name, ..])
{
    await NodeProgram.RunAsync(args);
    return 0;
}

var arenas = CommandEntry.Number("--arenas", 3);
var nodes = CommandEntry.Number("--nodes", 20);
var slots = CommandEntry.Number("--slots", 4);
var handins = CommandEntry.Number("--handins", 5_000);
var seconds = CommandEntry.Number("--seconds", 180);
var seed = CommandEntry.Number("--seed", Environment.ProcessId % 10_000 + 1);
var command = new RootCommand("A rehearsal of faults with a whole cluster on this machine.")
{
    arenas,
    nodes,
    slots,
    handins,
    seconds,
    seed,
};
command.SetAction(
    async (parsed, ct) =>
    {
        var options = new DrillOptions
        {
            Arenas = parsed.GetValue(arenas),
            Nodes = parsed.GetValue(nodes),
            Slots = parsed.GetValue(slots),
            Handins = parsed.GetValue(handins),
            Length = TimeSpan.FromSeconds(parsed.GetValue(seconds)),
            Seed = parsed.GetValue(seed),
        };
        var report = await new Rehearsal(options, Console.Out, TimeProvider.System).RunAsync(ct);
        foreach (var line in report.Lines())
        {
            Console.WriteLine(line);
        }

        return report.Flaws.Count == 0 ? 0 : 1;
    }
);
return await command.Parse(args).InvokeAsync();
