using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Judge.Sandbox.Filter;
using Judge.Sandbox.Pool;
using Judge.Sandbox.Runner;

namespace Judge.Sandbox.Bubblewrap;

/// <summary>
/// Boxes of kernel namespaces, for machines without a Docker engine: the same runner on the same root file system, under
/// the same system call filter. Weaker in three ways: /box is not mounted noexec, its number of files is not bounded, and where no control
/// group can be made the memory of several processes together is not bounded, only that of each.
/// </summary>
internal sealed class BubblewrapBoxes(SandboxOptions options, SocketFolder sockets) : IBoxMaker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _images = Path.GetFullPath(options.ImagesFolder);
    private readonly byte[] _filter = BpfProgram.For(SystemCalls.Allowed.Calls);
    private int _serial;

    public SandboxKind Kind => SandboxKind.Bubblewrap;

    public async Task CheckAsync(CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw new SandboxException("Without a Docker engine, boxes can only be made by a judge that runs as root.");
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo("bwrap", "--help") { RedirectStandardOutput = true })!;
            var help = await process.StandardOutput.ReadToEndAsync(ct);
            if (!help.Contains("--size", StringComparison.Ordinal))
            {
                throw new SandboxException("bubblewrap is too old: 0.7 or newer is needed.");
            }
        }
        catch (Win32Exception e)
        {
            throw new SandboxException("bubblewrap is not installed either: apt-get install bubblewrap.", e);
        }
    }

    public async Task<LiveBox> StartAsync(string image, long memoryBytes, int core, CancellationToken ct)
    {
        var root = Path.Combine(_images, image, "rootfs");
        if (!Directory.Exists(root))
        {
            throw new SandboxException($"There is no root file system for {image}: run sandbox-images/build.");
        }

        var serial = Interlocked.Increment(ref _serial);
        var name = serial.ToString(CultureInfo.InvariantCulture);
        var box = new Making(UserLease.Take(), ControlGroup.TryCreate(sockets.Name + "." + name, memoryBytes));
        try
        {
            using var listener = RunnerListener.In(sockets.Path, name);
            var arguments = new BubblewrapArguments(root, Path.Combine(_images, "runner", "runner"), listener.Folder, box.User.Id, core);
            var report = listener.Folder + ".report";
            box.Monitor = Launch(report, arguments.All(box.Group?.Mounts ?? []));
            var link = await AcceptAsync(listener, box.Monitor, ct);
            box.Process = await ReadProcessAsync(report, ct);
            File.Delete(report);
            box.Group?.Add(box.Process);
            return new BubblewrapBox(box, image, memoryBytes, link);
        }
        catch
        {
            await box.ClearAwayAsync();
            throw;
        }
    }

    public Task SweepAsync(CancellationToken ct)
    {
        ControlGroup.Sweep();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        sockets.Dispose();
        return ValueTask.CompletedTask;
    }

    private Process Launch(string report, IEnumerable<string> arguments)
    {
        var filterPath = Path.Combine(sockets.Path, "filter.bpf");
        if (!File.Exists(filterPath))
        {
            File.WriteAllBytes(filterPath, _filter);
        }

        var start = new ProcessStartInfo("/bin/sh", ["-c", BubblewrapArguments.Shell, report, filterPath, .. arguments])
        {
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new SandboxException("bubblewrap could not be started.");
    }

    private static async Task<RunnerLink> AcceptAsync(RunnerListener listener, Process monitor, CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var accept = listener.AcceptAsync(Patience, ended.Token);
        var complaint = monitor.StandardError.ReadToEndAsync(CancellationToken.None);
        if (await Task.WhenAny(accept, complaint) == accept)
        {
            return await accept;
        }

        await ended.CancelAsync();
        throw new SandboxException("bubblewrap could not make a box: " + (await complaint).Trim());
    }

    /// <summary>The runner's process id outside, which bwrap wrote before the runner could report.</summary>
    private static async Task<int> ReadProcessAsync(string report, CancellationToken ct)
    {
        var told = JsonNode.Parse(await File.ReadAllTextAsync(report, ct));
        return (int?)told?["child-pid"] ?? throw new SandboxException("bubblewrap did not tell the box's process.");
    }

    /// <summary>What belongs to a box on the host.</summary>
    private sealed class Making(UserLease user, ControlGroup? group)
    {
        public UserLease User { get; } = user;

        public ControlGroup? Group { get; } = group;

        public Process? Monitor { get; set; }

        public int Process { get; set; }

        public async Task ClearAwayAsync()
        {
            if (Monitor is not null)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
                try
                {
                    await Monitor.WaitForExitAsync(patience.Token);
                }
                catch (OperationCanceledException)
                {
                    Monitor.Kill(entireProcessTree: true);
                }

                Monitor.Dispose();
            }

            await (Group?.RemoveAsync() ?? Task.CompletedTask);
            User.Dispose();
        }
    }

    private sealed class BubblewrapBox(Making making, string image, long memoryBytes, RunnerLink link) : LiveBox(image, memoryBytes, link)
    {
        public override bool BoundsMemory => making.Group is not null;

        protected override Task SetMemoryAsync(long bytes, CancellationToken ct)
        {
            making.Group?.SetMemory(bytes);
            return Task.CompletedTask;
        }

        protected override Task ClearAwayAsync() => making.ClearAwayAsync();
    }
}
