using System.Globalization;

namespace Drill;

/// <summary>
/// A whole site on this machine, with everything real but the judging: arenas, PostgreSQL with fsync, nodes in processes of their own and
/// pupils who hand in over HTTP, while one thing after another fails. All processes end with this one.
/// </summary>
internal sealed class Rehearsal(DrillOptions options, TextWriter output, TimeProvider time)
{
    private readonly DrillPlan _plan = DrillPlan.Of(options);
    private readonly DispatchLog _log = new(time);

    public async Task<DrillReport> RunAsync(CancellationToken ct)
    {
        var began = time.GetTimestamp();
        output.WriteLine(
            $"seed {options.Seed}: {options.Arenas} arenas, {options.Nodes} nodes x {options.Slots} slots, {options.Handins} hand-ins"
        );
        if (!Cable.IsPossible)
        {
            output.WriteLine("Without root's rights no network can be cut: the node stands still instead (SIGSTOP).");
        }

        await using var stage = await Stage.StartAsync(options.Arenas, options.Pupils, options.ArenaDown, ct);
        Say("the arenas answer");
        await using var nodes = await DrillNodes.StartAsync(options, _plan, stage.Gateways, stage.Folder, _log);
        await UntilAsync(() => _log.Now().Nodes == options.Nodes, ct);
        Say("the nodes ask for work");
        var report = await new Performance(options, _plan, _log, stage, nodes, Say, time).RunAsync(ct);
        if (report.Flaws.Count > 0)
        {
            stage.KeepsFolder = true;
            output.WriteLine($"Logs stay in {stage.Folder}");
        }

        return report;

        void Say(string what) =>
            output.WriteLine(
                $"{time.GetElapsedTime(began).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(6)} s  {what}"
            );
    }

    /// <summary>Looks again and again.</summary>
    public static async Task UntilAsync(Func<bool> holds, CancellationToken ct)
    {
        while (!holds())
        {
            await Task.Delay(100, ct);
        }
    }
}
