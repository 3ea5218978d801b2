using System.Globalization;
using System.Net;
using Judge.Worker.Trial;

namespace Drill;

/// <summary>The nodes of a drill: those that something happens to in processes of their own, all others in one.</summary>
internal sealed class DrillNodes : IAsyncDisposable
{
    private readonly DispatchLog _log;
    private readonly StreamWriter _said;
    private readonly Dictionary<int, OwnedProcess> _alone = [];
    private OwnedProcess? _others;
    private Cable? _cable;

    private DrillNodes(DispatchLog log, StreamWriter said) => (_log, _said) = (log, said);

    /// <summary>Starts them; they ask for work as soon as they are up.</summary>
    public static async Task<DrillNodes> StartAsync(
        DrillOptions options,
        DrillPlan plan,
        IReadOnlyList<int> gateways,
        string folder,
        DispatchLog log
    )
    {
        var nodes = new DrillNodes(log, new StreamWriter(Path.Combine(folder, "nodes.log")) { AutoFlush = true });
        var alone = plan.Steps.Where(step => step.Fault is Fault.KillNode or Fault.CutNode).ToList();
        foreach (var step in alone)
        {
            var cut = step.Fault == Fault.CutNode && Cable.IsPossible;
            var node = await nodes.BeginAsync([Name(step.Which)], gateways, options, cut ? Cable.NearAddress : null);
            nodes._alone[step.Which] = node;
            nodes._cable = cut ? await Cable.PlugInAsync(node.Id, gateways) : nodes._cable;
        }

        var others = Enumerable.Range(0, options.Nodes).Except(alone.Select(step => step.Which)).Select(Name).ToList();
        nodes._others = others.Count > 0 ? await nodes.BeginAsync(others, gateways, options, null) : null;
        return nodes;
    }

    public async Task KillAsync(int node)
    {
        await _alone[node].EndAsync("KILL");
        _log.Left(Name(node));
    }

    /// <summary>Where no cable can be pulled, it stands still: as silent, but it loses time of its own, too.</summary>
    public async Task CutAsync(int node)
    {
        await (_cable?.PullAsync() ?? _alone[node].SignalAsync("STOP"));
        _log.Left(Name(node));
    }

    /// <summary>It is there again from the first orders on that reach it.</summary>
    public Task MendAsync(int node) => _cable?.PlugAsync() ?? _alone[node].SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _alone.Values.Append(_others))
        {
            await (process?.DisposeAsync() ?? default);
        }

        await (_cable?.DisposeAsync() ?? default);
        await _said.DisposeAsync();
    }

    private static string Name(int node) => string.Create(CultureInfo.InvariantCulture, $"node-{node + 1:00}");

    /// <param name="by">As in <see cref="NodeProgram.Command"/>; it gets a network of its own then.</param>
    private Task<OwnedProcess> BeginAsync(IReadOnlyList<string> names, IReadOnlyList<int> gateways, DrillOptions options, IPAddress? by) =>
        OwnedProcess.StartAsync(
            [.. by is null ? [] : Cable.Prefix, .. NodeProgram.Command(names, gateways, options, by)],
            "KILL",
            new Dictionary<string, string>(),
            line =>
            {
                if (!NodeProgram.Read(line, _log))
                {
                    lock (_said)
                    {
                        _said.WriteLine(line);
                    }
                }
            }
        );
}
