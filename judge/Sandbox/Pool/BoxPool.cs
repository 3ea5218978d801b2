using System.Collections.Concurrent;
using Judge.Sandbox.Inputs;
using Microsoft.Extensions.Logging;

namespace Judge.Sandbox.Pool;

/// <summary>The sandbox over any kind of box: slots, warm boxes, recycling.</summary>
internal sealed class BoxPool : ISandbox
{
    private readonly IBoxMaker _maker;
    private readonly SandboxOptions _options;
    private readonly ConcurrentStack<Slot> _free;
    private readonly Slot[] _slots;
    private readonly SemaphoreSlim _turn;
    private readonly InputCache _inputs;
    private int _waiters;

    public BoxPool(IBoxMaker maker, SandboxOptions options, TimeProvider time, ILogger logger)
    {
        _maker = maker;
        _options = options;
        var cores = Cores.Usable();
        var count = options.Slots > 0 ? options.Slots : cores.Count;
        _slots = [.. Enumerable.Range(0, count).Select(i => new Slot(maker, cores[i % cores.Count], options, time, logger))];
        _free = new ConcurrentStack<Slot>(_slots.Reverse());
        _turn = new SemaphoreSlim(count);
        _inputs = new InputCache(options.KeptInputBytes);
    }

    public SandboxKind Kind => _maker.Kind;

    public int Slots => _slots.Length;

    public bool IsWanted => Volatile.Read(ref _waiters) > 0;

    /// <summary>Starts boxes of these images for entrants on all slots, in the background.</summary>
    public void Warm(IEnumerable<string> images)
    {
        foreach (var image in images)
        {
            Array.ForEach(_slots, s => s.Warm(image, BoxRole.Entrant));
        }
    }

    public async Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct)
    {
        if (!_turn.Wait(TimeSpan.Zero, ct))
        {
            await WaitForTurnAsync(ct);
        }

        return await OpenOnFreeSlotAsync(image, memoryBytes, ct);
    }

    public async Task<IBox?> TryOpenIdleAsync(string image, long memoryBytes, CancellationToken ct) =>
        IsWanted || !_turn.Wait(TimeSpan.Zero, ct) ? null : await OpenOnFreeSlotAsync(image, memoryBytes, ct);

    public Task CheckAsync(CancellationToken ct) => _maker.CheckAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_slots.Select(s => s.CloseAsync()));
        await _maker.DisposeAsync();
        _inputs.Dispose();
    }

    private async Task WaitForTurnAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref _waiters);
        try
        {
            await _turn.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref _waiters);
        }
    }

    /// <summary>Whoever calls has a turn, so there is a free slot.</summary>
    private async Task<IBox> OpenOnFreeSlotAsync(string image, long memoryBytes, CancellationToken ct)
    {
        _free.TryPop(out var slot);
        try
        {
            return await OpenOnAsync(slot!, image, BoxRole.Entrant, memoryBytes, () => Release(slot!), ct);
        }
        catch
        {
            Release(slot!);
            throw;
        }
    }

    /// <param name="release">What follows when the box was given back.</param>
    private async Task<PooledBox> OpenOnAsync(Slot slot, string image, BoxRole role, long memoryBytes, Action release, CancellationToken ct)
    {
        var box = await slot.TakeAsync(image, role, MemoryClass.For(memoryBytes), ct);
        BoxCounters.Opened();
        return new PooledBox(
            box,
            _inputs,
            (other, memory, token) => OpenOnAsync(slot, other, BoxRole.FakeRunner, memory, () => { }, token),
            async () =>
            {
                await GiveBackAsync(slot, box);
                release();
            }
        );
    }

    private async Task GiveBackAsync(Slot slot, LiveBox box)
    {
        BoxCounters.Closed();
        var reason = RecyclingRule.Reason(box.Anomaly, box.Uses, _options.UsesPerBox) ?? await WipeAsync(box);
        if (reason is null)
        {
            slot.Keep(box);
        }
        else
        {
            slot.Throw(box, reason);
            slot.Warm(box.Image, box.Role);
        }
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
        _free.Push(slot);
        _turn.Release();
    }
}
