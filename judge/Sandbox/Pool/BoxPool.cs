using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Judge.Sandbox.Pool;

/// <summary>The sandbox over any kind of box: slots, warm boxes, recycling.</summary>
internal sealed class BoxPool : ISandbox
{
    private readonly IBoxMaker maker;
    private readonly SandboxOptions options;
    private readonly ConcurrentStack<Slot> free;
    private readonly Slot[] slots;
    private readonly SemaphoreSlim turn;

    public BoxPool(IBoxMaker maker, SandboxOptions options, TimeProvider time, ILogger logger)
    {
        this.maker = maker;
        this.options = options;
        IReadOnlyList<int> cores = Cores.Usable();
        int count = options.Slots > 0 ? options.Slots : cores.Count;
        slots = [.. Enumerable.Range(0, count).Select(i => new Slot(maker, cores[i % cores.Count], options, time, logger))];
        free = new ConcurrentStack<Slot>(slots.Reverse());
        turn = new SemaphoreSlim(count);
    }

    public SandboxKind Kind => maker.Kind;

    public int Slots => slots.Length;

    /// <summary>Starts boxes of these images on all slots, in the background.</summary>
    public void Warm(IEnumerable<string> images)
    {
        foreach (string image in images)
        {
            Array.ForEach(slots, s => s.Warm(image));
        }
    }

    public async Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        free.TryPop(out Slot? slot);
        try
        {
            LiveBox box = await slot!.TakeAsync(image, MemoryClass.For(memoryBytes), ct);
            BoxCounters.Opened();
            return new PooledBox(box, b => GiveBackAsync(slot, b));
        }
        catch
        {
            Release(slot!);
            throw;
        }
    }

    public Task CheckAsync(CancellationToken ct) => maker.CheckAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(slots.Select(s => s.CloseAsync()));
        await maker.DisposeAsync();
    }

    private async Task GiveBackAsync(Slot slot, LiveBox box)
    {
        BoxCounters.Closed();
        string? reason = RecyclingRule.Reason(box.Anomaly, box.Uses, options.UsesPerBox) ?? await WipeAsync(box);
        if (reason is null)
        {
            slot.Keep(box);
        }
        else
        {
            slot.Throw(box, reason);
            slot.Warm(box.Image);
        }

        Release(slot);
    }

    private static async Task<string?> WipeAsync(LiveBox box)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            await box.Link.AskAsync(Runner.RequestHead.Wipe(), patience.Token);
            return null;
        }
        catch (Exception e) when (e is SandboxException or OperationCanceledException)
        {
            return "not_wiped";
        }
    }

    private void Release(Slot slot)
    {
        free.Push(slot);
        turn.Release();
    }
}
