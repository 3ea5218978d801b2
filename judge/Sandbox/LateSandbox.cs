namespace Judge.Sandbox;

/// <summary>A sandbox that was chosen.</summary>
/// <param name="PassedOver">Why a better kind was not; empty: there is none better.</param>
internal sealed record SandboxChoice(ISandbox Sandbox, string PassedOver);

/// <summary>A sandbox that is looked for until it is found: an engine may come up after the judge.</summary>
internal sealed class LateSandbox(Func<CancellationToken, Task<SandboxChoice>> find) : ISandbox
{
    private readonly SemaphoreSlim _looking = new(1);
    private volatile SandboxChoice? _found;

    public SandboxKind Kind => _found?.Sandbox.Kind ?? SandboxKind.None;

    /// <summary>Why boxes are not made in a better way, and what cures it; empty: they are, or nothing was found yet.</summary>
    public string PassedOver => _found?.PassedOver ?? "";

    public int Slots => _found?.Sandbox.Slots ?? 0;

    public async Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct) =>
        await (await FindAsync(ct)).OpenAsync(image, memoryBytes, ct);

    public bool IsWanted => _found?.Sandbox.IsWanted ?? false;

    public Task<IBox?> TryOpenIdleAsync(string image, long memoryBytes, CancellationToken ct) =>
        _found?.Sandbox.TryOpenIdleAsync(image, memoryBytes, ct) ?? Task.FromResult<IBox?>(null);

    public async Task CheckAsync(CancellationToken ct) => await (await FindAsync(ct)).CheckAsync(ct);

    public ValueTask DisposeAsync() => _found?.Sandbox.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<ISandbox> FindAsync(CancellationToken ct)
    {
        if (_found is { Sandbox: var sandbox })
        {
            return sandbox;
        }

        await _looking.WaitAsync(ct);
        try
        {
            return (_found ??= await find(ct)).Sandbox;
        }
        finally
        {
            _looking.Release();
        }
    }
}
