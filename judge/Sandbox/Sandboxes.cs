using Judge.Sandbox.Bubblewrap;
using Judge.Sandbox.Docker;
using Judge.Sandbox.Pool;
using Judge.Sandbox.Runner;
using Microsoft.Extensions.Logging;

namespace Judge.Sandbox;

/// <summary>Chooses how boxes are made on this machine. There is no way to run anything without one.</summary>
internal static class Sandboxes
{
    /// <summary>
    /// A sandbox that is chosen when it is first needed, and looked for again as long as there is none: Docker when an engine answers and
    /// has the images, else bubblewrap when it works here. Until then its kind is <see cref="SandboxKind.None"/> and it opens no box.
    /// </summary>
    public static LateSandbox Late(SandboxOptions options, TimeProvider time, ILogger logger) =>
        new(ct => TryAllAsync(options, time, logger, ct));

    /// <summary>As <see cref="Late"/>, and looks for it now.</summary>
    public static async Task<LateSandbox> ChooseAsync(SandboxOptions options, TimeProvider time, ILogger logger, CancellationToken ct)
    {
        var late = Late(options, time, logger);
        try
        {
            await late.CheckAsync(ct);
            logger.LogInformation("Boxes are made by {Kind}, {Slots} at once", late.Kind, late.Slots);
        }
        catch (SandboxException e)
        {
            logger.LogError("No sandbox, so nothing will be judged: {Reason}", e.Message);
        }

        return late;
    }

    private static async Task<SandboxChoice> TryAllAsync(SandboxOptions options, TimeProvider time, ILogger logger, CancellationToken ct)
    {
        var images = BuiltImages.In(options.ImagesFolder);
        var reasons = new List<string>();
        foreach (
            var kind in new[] { SandboxKind.Docker, SandboxKind.Bubblewrap }.Where(k =>
                options.Only is SandboxKind.None || options.Only == k
            )
        )
        {
            try
            {
                var pool = await StartAsync(kind, images[0], options, time, logger, ct);
                pool.Warm(images);
                return new SandboxChoice(pool, string.Join(' ', reasons));
            }
            catch (SandboxException e)
            {
                reasons.Add(e.Message);
            }
        }

        throw new SandboxException(string.Join(" ", reasons));
    }

    /// <summary>A pool that has proved that it can make a box.</summary>
    private static async Task<BoxPool> StartAsync(
        SandboxKind kind,
        string image,
        SandboxOptions options,
        TimeProvider time,
        ILogger logger,
        CancellationToken ct
    )
    {
        var sockets = SocketFolder.Create(options.SocketFolder);
        IBoxMaker maker = kind == SandboxKind.Docker ? new DockerBoxes(options, sockets, logger) : new BubblewrapBoxes(options, sockets);
        var pool = new BoxPool(maker, options, time, logger);
        try
        {
            await maker.CheckAsync(ct);
            await maker.SweepAsync(ct);
            await using (await pool.OpenAsync(image, memoryBytes: 0, ct))
            {
                return pool;
            }
        }
        catch
        {
            await pool.DisposeAsync();
            throw;
        }
    }
}
