namespace Judge.Sandbox;

/// <summary>A sandbox that is looked for until it is found: an engine may come up after the judge.</summary>
internal sealed class LateSandbox(Func<CancellationToken, Task<ISandbox>> find) : ISandbox
{
    private readonly SemaphoreSlim _looking = new(1);
    private volatile ISandbox? _found;

    public SandboxKind Kind => _found?.Kind ?? SandboxKind.None;

    public int Slots => _found?.Slots ?? 0;

    public async Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct) =>
        await (await FindAsync(ct)).OpenAsync(image, memoryBytes, ct);

    public bool IsWanted => _found?.IsWanted ?? false;

    public Task<IBox?> TryOpenIdleAsync(string image, long memoryBytes, CancellationToken ct) =>
        _found?.TryOpenIdleAsync(image, memoryBytes, ct) ?? Task.FromResult<IBox?>(null);

    public async Task CheckAsync(CancellationToken ct) => await (await FindAsync(ct)).CheckAsync(ct);

    public ValueTask DisposeAsync() => _found?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<ISandbox> FindAsync(CancellationToken ct)
    {
        if (_found is { } sandbox)
        {
            return sandbox;
        }

        await _looking.WaitAsync(ct);
        try
        {
            return _found ??= await find(ct);
        }
        finally
        {
            _looking.Release();
        }
    }
}
