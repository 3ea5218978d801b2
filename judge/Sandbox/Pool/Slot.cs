using Microsoft.Extensions.Logging;

namespace Judge.Sandbox.Pool;

/// <summary>
/// One core and the boxes that wait on it, at most one an image and role. Whoever holds the slot may take boxes; while nobody
/// holds it boxes are only started and replaced.
/// </summary>
internal sealed class Slot(IBoxMaker maker, int core, SandboxOptions options, TimeProvider time, ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Image, BoxRole Role), Task<LiveBox>> _waiting = [];
    private bool _closed;

    /// <summary>Starts a box ahead, so that the next one who wants the image need not wait.</summary>
    public void Warm(string image, BoxRole role)
    {
        lock (_gate)
        {
            if (!_closed && !_waiting.ContainsKey((image, role)))
            {
                _waiting[(image, role)] = StartAsync(image, role, MemoryClass.For(0), CancellationToken.None);
            }
        }
    }

    /// <summary>A box of the image and role, waiting or new, with room for the memory.</summary>
    public async Task<LiveBox> TakeAsync(string image, BoxRole role, long memoryBytes, CancellationToken ct)
    {
        var box = await TryTakeWaitingAsync(image, role, ct);
        box ??= await StartAsync(image, role, memoryBytes, ct);
        try
        {
            await box.GrowAsync(memoryBytes, ct);
        }
        catch
        {
            Throw(box, "lost");
            throw;
        }

        box.Uses++;
        return box;
    }

    /// <summary>Takes a wiped box back, to be used again unless it stays idle.</summary>
    public void Keep(LiveBox box)
    {
        lock (_gate)
        {
            if (!_closed && _waiting.TryAdd((box.Image, box.Role), Task.FromResult(box)))
            {
                _ = ReplaceWhenIdleAsync(box);
                return;
            }
        }

        Throw(box, "spare");
    }

    public void Throw(LiveBox box, string reason)
    {
        BoxCounters.Ended(reason);
        logger.LogDebug("Box of {Image} on core {Core} thrown away: {Reason}", box.Image, core, reason);
        _ = box.EndAsync();
    }

    public async Task CloseAsync()
    {
        Task<LiveBox>[] left;
        lock (_gate)
        {
            _closed = true;
            left = [.. _waiting.Values];
            _waiting.Clear();
        }

        foreach (var start in left)
        {
            await start
                .ContinueWith(t => t.IsCompletedSuccessfully ? t.Result.EndAsync() : Task.CompletedTask, TaskScheduler.Default)
                .Unwrap();
        }
    }

    private async Task<LiveBox?> TryTakeWaitingAsync(string image, BoxRole role, CancellationToken ct)
    {
        Task<LiveBox>? start;
        lock (_gate)
        {
            _waiting.Remove((image, role), out start);
        }

        if (start is null)
        {
            return null;
        }

        try
        {
            var box = await start.WaitAsync(ct);
            if (box.Link.IsAlive)
            {
                return box;
            }

            Throw(box, "lost");
        }
        catch (SandboxException e)
        {
            logger.LogDebug(e, "A box that was started ahead did not come up");
        }
        catch (OperationCanceledException)
        {
            _ = start.ContinueWith(t => t.Result.EndAsync(), TaskContinuationOptions.OnlyOnRanToCompletion);
            throw;
        }

        return null;
    }

    private async Task ReplaceWhenIdleAsync(LiveBox box)
    {
        var uses = box.Uses;
        await Task.Delay(options.IdleBeforeFresh, time);
        lock (_gate)
        {
            var idle =
                _waiting.TryGetValue((box.Image, box.Role), out var there)
                && there.IsCompletedSuccessfully
                && there.Result == box
                && box.Uses == uses;
            if (_closed || !idle)
            {
                return;
            }

            _waiting.Remove((box.Image, box.Role));
        }

        Throw(box, "idle");
        Warm(box.Image, box.Role);
    }

    private async Task<LiveBox> StartAsync(string image, BoxRole role, long memoryBytes, CancellationToken ct)
    {
        var box = await maker.StartAsync(image, memoryBytes, core, ct);
        box.Role = role;
        BoxCounters.Started(image);
        return box;
    }
}
