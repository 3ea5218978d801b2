using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Drill;

/// <summary>
/// The one way from a network namespace to this machine: a pair of virtual interfaces. Pulled out, it takes nothing any more and says so to
/// nobody; plugged in again, what was under way arrives. It goes with the last process of the namespace.
/// </summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly string _near;
    private readonly List<Relay> _relays = [];

    private Cable(string near) => _near = near;

    /// <summary>Making interfaces takes root's rights.</summary>
    public static bool IsPossible => Environment.IsPrivilegedProcess;

    /// <summary>How a program is started in a namespace of its own; it begins when the cable is plugged in.</summary>
    public static IReadOnlyList<string> Prefix =>
        ["unshare", "--net", "sh", "-c", "until ip link show far | grep -q ,UP; do sleep 0.05; done; exec \"$@\"", "sh"];

    /// <summary>This machine's address at the near end, from a range that is for tests only (RFC 2544).</summary>
    public static IPAddress NearAddress { get; } = Address(1);

    /// <summary>Connects the namespace of a process; what it sends to the near address reaches the same port of loopback.</summary>
    public static async Task<Cable> PlugInAsync(int process, IEnumerable<int> ports)
    {
        var near = string.Create(CultureInfo.InvariantCulture, $"drill{process}");
        var pid = process.ToString(CultureInfo.InvariantCulture);
        await LeaveAsync(pid);
        await IpAsync("link", "add", near, "type", "veth", "peer", "name", "far", "netns", pid);
        await IpAsync("address", "add", $"{NearAddress}/30", "dev", near);
        await IpAsync("link", "set", near, "up");
        await RunAsync("nsenter", "-t", pid, "-n", "ip", "link", "set", "lo", "up");
        await RunAsync("nsenter", "-t", pid, "-n", "ip", "address", "add", $"{Address(2)}/30", "dev", "far");
        await RunAsync("nsenter", "-t", pid, "-n", "ip", "link", "set", "far", "up");
        var cable = new Cable(near);
        cable._relays.AddRange(
            ports.Select(port => new Relay(new IPEndPoint(NearAddress, port), new IPEndPoint(IPAddress.Loopback, port)))
        );
        return cable;
    }

    /// <summary>A process begins in the namespace of whoever started it, and what is done before it has left is done to that one.</summary>
    private static async Task LeaveAsync(string process)
    {
        var here = Namespace("self");
        while (Namespace(process) == here)
        {
            await Task.Delay(10);
        }

        // It ends with an exception where the process is gone.
        static string? Namespace(string of) => new FileInfo($"/proc/{of}/ns/net").LinkTarget ?? throw new InvalidOperationException(of);
    }

    public Task PullAsync() => IpAsync("link", "set", _near, "down");

    public Task PlugAsync() => IpAsync("link", "set", _near, "up");

    public async ValueTask DisposeAsync()
    {
        foreach (var relay in _relays)
        {
            await relay.DisposeAsync();
        }
    }

    /// <summary>Drills side by side do not share a range.</summary>
    private static IPAddress Address(int host)
    {
        var range = Environment.ProcessId % (1 << 14) * 4;
        return new IPAddress([198, (byte)(18 + (range >> 16)), (byte)(range >> 8), (byte)(range + host)]);
    }

    private static Task IpAsync(params string[] words) => RunAsync("ip", words);

    private static async Task RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(program, words);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', words)} failed.");
        }
    }
}
