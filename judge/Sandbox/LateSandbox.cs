namespace Judge.Sandbox;

/// <summary>A sandbox that is looked for until it is found: an engine may come up after the judge.</summary>
internal sealed class LateSandbox(Func<CancellationToken, Task<ISandbox>> find) : ISandbox
{
    private readonly SemaphoreSlim looking = new(1);
    private volatile ISandbox? found;

    public SandboxKind Kind => found?.Kind ?? SandboxKind.None;

    public int Slots => found?.Slots ?? 0;

    public async Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct) =>
        await (await FindAsync(ct)).OpenAsync(image, memoryBytes, ct);

    public bool IsWanted => found?.IsWanted ?? false;

    public Task<IBox?> TryOpenIdleAsync(string image, long memoryBytes, CancellationToken ct) =>
        found?.TryOpenIdleAsync(image, memoryBytes, ct) ?? Task.FromResult<IBox?>(null);

    public async Task CheckAsync(CancellationToken ct) => await (await FindAsync(ct)).CheckAsync(ct);

    public ValueTask DisposeAsync() => found?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<ISandbox> FindAsync(CancellationToken ct)
    {
        if (found is { } sandbox)
        {
            return sandbox;
        }

        await looking.WaitAsync(ct);
        try
        {
            return found ??= await find(ct);
        }
        finally
        {
            looking.Release();
        }
    }
}
