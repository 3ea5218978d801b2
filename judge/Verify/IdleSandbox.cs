using Judge.Sandbox;

namespace Judge.Verify;

/// <summary>
/// A sandbox as those see it who must delay nobody: a box is opened on one slot alone, when it is free and nobody waits for it.
/// </summary>
internal sealed class IdleSandbox(ISandbox sandbox, TimeProvider time) : ISandbox
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(100);

    public SandboxKind Kind => sandbox.Kind;

    public int Slots => 1;

    public bool IsWanted => sandbox.IsWanted;

    /// <summary>How long was waited for boxes until now.</summary>
    public TimeSpan Waited { get; private set; }

    public async Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            if (await sandbox.TryOpenIdleAsync(image, memoryBytes, ct) is { } box)
            {
                Waited += time.GetElapsedTime(began);
                return box;
            }

            await Task.Delay(LookAgainAfter, time, ct);
        }
    }

    /// <summary>Never: one slot is all.</summary>
    public Task<IBox?> TryOpenIdleAsync(string image, long memoryBytes, CancellationToken ct) => Task.FromResult<IBox?>(null);

    public Task CheckAsync(CancellationToken ct) => sandbox.CheckAsync(ct);

    /// <summary>The sandbox is not its own.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
