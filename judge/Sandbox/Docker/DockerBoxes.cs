using System.Globalization;
using Judge.Sandbox.Filter;
using Judge.Sandbox.Pool;
using Judge.Sandbox.Runner;
using Microsoft.Extensions.Logging;

namespace Judge.Sandbox.Docker;

/// <summary>Boxes that are containers of a Docker engine on this machine: it must see the runner and the sockets.</summary>
internal sealed class DockerBoxes(SandboxOptions options, SocketFolder sockets, ILogger logger) : IBoxMaker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Engine _engine = new(options.Engine);
    private readonly string _runnerPath = Path.GetFullPath(Path.Combine(options.ImagesFolder, "runner", "runner"));
    private readonly string _owner = Owner.Current().ToString();
    private readonly string _filter = SystemCalls.Allowed.ToDockerProfile();
    private int _serial;

    public SandboxKind Kind => SandboxKind.Docker;

    public async Task CheckAsync(CancellationToken ct)
    {
        await _engine.PingAsync(ct);
        foreach (var image in BuiltImages.In(options.ImagesFolder))
        {
            if (await _engine.ImageLabelAsync(ContainerBody.ImageName(image), "contest.stamp", ct) is null)
            {
                throw new SandboxException($"The Docker engine has no image for {image}: run sandbox-images/build.");
            }
        }
    }

    public async Task<LiveBox> StartAsync(string image, long memoryBytes, int core, CancellationToken ct)
    {
        var number = Interlocked.Increment(ref _serial);
        var user = UserLease.Take();
        string? id = null;
        try
        {
            using var listener = RunnerListener.In(sockets.Path, number.ToString(CultureInfo.InvariantCulture));
            var body = new ContainerBody(image, _runnerPath, listener.Folder, user.Id, core, memoryBytes);
            id = await _engine.CreateAsync(body.ToParameters(_owner, _filter), ct);
            await _engine.StartAsync(id, ct);
            var link = await listener.AcceptAsync(Patience, ct);
            return new DockerBox(_engine, id, user, image, memoryBytes, link);
        }
        catch
        {
            user.Dispose();
            await RemoveQuietlyAsync(_engine, id);
            throw;
        }
    }

    /// <summary>Removes containers whose judge is dead. Normally they end by themselves; this is for those that never started.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        foreach ((var id, var value) in await _engine.ListAsync(ContainerBody.OwnerLabel, ct))
        {
            if (Owner.Parse(value) is { IsDead: true })
            {
                logger.LogInformation("Removing the container {Container} that a dead judge left", id);
                await _engine.RemoveAsync(id, ct);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _engine.Dispose();
        sockets.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task RemoveQuietlyAsync(Engine engine, string? id)
    {
        try
        {
            if (id is not null)
            {
                await engine.RemoveAsync(id, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is SandboxException or ObjectDisposedException)
        {
            // The runner ends with the connection, and the next judge's sweep takes what is left.
        }
    }

    private sealed class DockerBox(Engine engine, string id, UserLease user, string image, long memoryBytes, RunnerLink link)
        : LiveBox(image, memoryBytes, link)
    {
        protected override Task SetMemoryAsync(long bytes, CancellationToken ct) => engine.UpdateMemoryAsync(id, bytes, ct);

        protected override async Task ClearAwayAsync()
        {
            await RemoveQuietlyAsync(engine, id);
            user.Dispose();
        }
    }
}
