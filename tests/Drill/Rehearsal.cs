using System.Globalization;
using Judge.Worker.Trial;

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

        var folder = Directory.CreateTempSubdirectory("contest-drill-").FullName;
        await using var postgres = await ScratchPostgres.StartAsync(ct);
        var site = await DrillSite.MakeAsync(folder, await postgres.NewDatabaseAsync(ct), options, ct);
        var arenas = Enumerable.Range(0, options.Arenas).Select(number => new DrillArena(site, number, options.ArenaDown)).ToList();
        DrillReport report;
        try
        {
            await Task.WhenAll(arenas.Select(arena => arena.StartAsync(ct)));
            Say("the arenas answer");
            await using var nodes = await DrillNodes.StartAsync(options, _plan, [.. arenas.Select(arena => arena.Gateway)], folder, _log);
            await UntilAsync(() => _log.Now().Nodes == options.Nodes, ct);
            Say("the nodes ask for work");
            report = await new Performance(options, _plan, _log, site, postgres, arenas, nodes, Say, time).RunAsync(ct);
        }
        finally
        {
            foreach (var arena in arenas)
            {
                await arena.DisposeAsync();
            }
        }

        if (report.Flaws.Count == 0)
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            output.WriteLine($"Logs stay in {folder}");
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
