using System.Diagnostics;
using System.Globalization;

namespace Judge.Worker.Bench;

/// <summary>
/// Programs beside the judge that wear cores, memory and disk (<c>neighbour.c</c>), to see whether verdicts depend on them. They are
/// children of this process and end with it.
/// </summary>
internal sealed class Neighbours : IDisposable
{
    private static readonly string[] Kinds = ["core", "memory", "core", "disk"];

    private readonly List<Process> _processes = [];

    private Neighbours() { }

    /// <summary>Half of them wear cores, a quarter memory and disk each; those of memory fill half of what is free, all together.</summary>
    /// <param name="folder">For their files, 64 MB each.</param>
    public static async Task<Neighbours> StartAsync(int count, string folder, CancellationToken ct)
    {
        var all = new Neighbours();
        var binary = await BareMachine.BuildAsync(Path.Combine(AppContext.BaseDirectory, "Bench", "neighbour.c"), folder, ct);
        var share = Share(count, FreeBytes(await File.ReadAllTextAsync("/proc/meminfo", ct)));
        foreach (var (kind, at) in Enumerable.Range(0, count).Select(at => (Kinds[at % Kinds.Length], at)))
        {
            string[] arguments = kind switch
            {
                "memory" => [kind, share.ToString(CultureInfo.InvariantCulture)],
                "disk" => [kind, Path.Combine(folder, $"neighbour-{at}")],
                _ => [kind],
            };
            all._processes.Add(Process.Start(new ProcessStartInfo(binary, arguments) { RedirectStandardInput = true })!);
        }

        return all;
    }

    /// <summary>Memory in bytes of each neighbour that fills some.</summary>
    internal static long Share(int count, long free) =>
        free / 2 / Math.Max(1, Enumerable.Range(0, count).Count(at => Kinds[at % Kinds.Length] == "memory"));

    /// <summary>What programs can still get, by the text of <c>/proc/meminfo</c>.</summary>
    internal static long FreeBytes(string meminfo)
    {
        var line = meminfo.Split('\n').First(line => line.StartsWith("MemAvailable:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) << 10;
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.StandardInput.Close();
        }

        foreach (var process in _processes)
        {
            process.WaitForExit();
            process.Dispose();
        }
    }
}
