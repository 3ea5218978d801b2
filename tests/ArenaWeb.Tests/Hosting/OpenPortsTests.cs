using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Support;

namespace ArenaWeb.Tests.Hosting;

/// <summary>Real arenas in processes of their own, as a school starts them.</summary>
public sealed partial class OpenPortsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-ports-").FullName;
    private readonly List<Process> _started = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var process in _started)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Two_arenas_stand_side_by_side_and_each_listens_on_its_page_port_only()
    {
        var ports = await Task.WhenAll(StartAsync("first"), StartAsync("second"));
        Assert.NotEqual(ports[0], ports[1]);
        Assert.Equal([ports[0]], ListeningPorts(_started[0]));
        Assert.Equal([ports[1]], ListeningPorts(_started[1]));
    }

    /// <returns>Port of its pages, once it listens there, which it does last.</returns>
    private async Task<int> StartAsync(string name)
    {
        var start = new ProcessStartInfo("dotnet", Path.Combine(AppContext.BaseDirectory, "ArenaWeb.dll"))
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Contest__Home"] = Repository.Root,
                ["Contest__DataFolder"] = Path.Combine(_folder, name),
                ["Contest__EmbeddedJudge"] = "false",
            },
        };
        var process = Process.Start(start)!;
        lock (_started)
        {
            _started.Add(process);
        }

        while (await process.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            if (Listening().Match(line) is { Success: true } found)
            {
                _ = process.StandardOutput.ReadToEndAsync(Ct);
                return int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
            }
        }

        throw new InvalidOperationException("The arena ended before it listened.");
    }

    /// <summary>From the process' open sockets and the kernel's table of them (proc(5)).</summary>
    private static int[] ListeningPorts(Process process)
    {
        var sockets = Directory
            .GetFiles($"/proc/{process.Id}/fd")
            .Select(descriptor => File.ResolveLinkTarget(descriptor, returnFinalTarget: false)?.Name ?? "")
            .ToHashSet();
        return
        [
            .. new[] { "tcp", "tcp6" }
                .SelectMany(table => File.ReadLines($"/proc/{process.Id}/net/{table}").Skip(1))
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(row => row[3] == "0A" && sockets.Contains($"socket:[{row[9]}]"))
                .Select(row => int.Parse(row[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        ];
    }

    [GeneratedRegex(@"Now listening on: ""?http://127\.0\.0\.1:(\d+)")]
    private static partial Regex Listening();
}
