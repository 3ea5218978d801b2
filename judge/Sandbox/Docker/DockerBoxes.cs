using System.Globalization;
using Judge.Sandbox.Filter;
using Judge.Sandbox.Pool;
using Judge.Sandbox.Runner;
using Microsoft.Extensions.Logging;

namespace Judge.Sandbox.Docker;

/// <summary>Boxes that are containers of a Docker engine on this machine.</summary>
internal sealed class DockerBoxes(SandboxOptions options, SocketFolder sockets, ILogger logger) : IBoxMaker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Engine engine = new(options.EngineSocket);
    private readonly string runnerPath = Path.GetFullPath(Path.Combine(options.ImagesFolder, "runner", "runner"));
    private readonly string owner = Owner.Current().ToString();
    private readonly string filter = SystemCalls.Allowed.ToDockerProfile();
    private int serial;

    public SandboxKind Kind => SandboxKind.Docker;

    public async Task CheckAsync(CancellationToken ct)
    {
        await engine.PingAsync(ct);
        foreach (string image in BuiltImages.In(options.ImagesFolder))
        {
            if (await engine.ImageLabelAsync(ContainerBody.ImageName(image), "contest.stamp", ct) is null)
            {
                throw new SandboxException($"The Docker engine has no image for {image}: run sandbox-images/build.");
            }
        }
    }

    public async Task<LiveBox> StartAsync(string image, long memoryBytes, int core, CancellationToken ct)
    {
        int number = Interlocked.Increment(ref serial);
        UserLease user = UserLease.Take(Environment.ProcessId * 64 + number);
        string? id = null;
        try
        {
            using RunnerListener listener = RunnerListener.In(sockets.Path, number.ToString(CultureInfo.InvariantCulture));
            var body = new ContainerBody(image, runnerPath, listener.Folder, user.Id, core, memoryBytes);
            id = await engine.CreateAsync(body.ToJson(owner, filter), ct);
            await engine.StartAsync(id, ct);
            RunnerLink link = await listener.AcceptAsync(Patience, ct);
            return new DockerBox(engine, id, user, image, memoryBytes, link);
        }
        catch
        {
            user.Dispose();
            await RemoveQuietlyAsync(engine, id);
            throw;
        }
    }

    /// <summary>Removes containers whose judge is dead. Normally they end by themselves; this is for those that never started.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        foreach ((string id, string value) in await engine.ListAsync(ContainerBody.OwnerLabel, ct))
        {
            if (Owner.Parse(value) is { IsDead: true })
            {
                logger.LogInformation("Removing the container {Container} that a dead judge left", id);
                await engine.RemoveAsync(id, ct);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        engine.Dispose();
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
