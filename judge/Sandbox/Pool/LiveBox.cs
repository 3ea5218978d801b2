using Judge.Sandbox.Runner;

namespace Judge.Sandbox.Pool;

/// <summary>A box that runs, with the runner waiting in it.</summary>
internal abstract class LiveBox(string image, long memoryBytes, RunnerLink link)
{
    public string Image { get; } = image;

    /// <summary>Whom it serves, from its start to its end.</summary>
    public BoxRole Role { get; set; }

    public RunnerLink Link { get; } = link;

    /// <summary>Bytes that everything in the box may take together.</summary>
    public long MemoryBytes { get; private set; } = memoryBytes;

    /// <summary>How many submissions it has served.</summary>
    public int Uses { get; set; }

    /// <summary>Whether the memory of all processes together is bounded; if not, each one's address space must be.</summary>
    public virtual bool BoundsMemory => true;

    /// <summary>Why it must not be used again, or null.</summary>
    public string? Anomaly { get; set; }

    /// <summary>Sees to it that the box has at least this much memory.</summary>
    public async Task GrowAsync(long bytes, CancellationToken ct)
    {
        if (bytes > MemoryBytes)
        {
            await SetMemoryAsync(bytes, ct);
            MemoryBytes = bytes;
        }
    }

    /// <summary>Ends the box: the closed connection alone makes its runner end. Never throws.</summary>
    public async Task EndAsync()
    {
        Link.Dispose();
        await ClearAwayAsync();
    }

    protected abstract Task SetMemoryAsync(long bytes, CancellationToken ct);

    /// <summary>Removes what may be left when the runner was stuck.</summary>
    protected abstract Task ClearAwayAsync();
}

/// <summary>Whose programs a box runs; a box never changes sides.</summary>
internal enum BoxRole
{
    Entrant,
    FakeRunner,
}

/// <summary>Starts boxes of one kind.</summary>
internal interface IBoxMaker : IAsyncDisposable
{
    SandboxKind Kind { get; }

    /// <summary>Starts a box on a core and waits until its runner has said hello.</summary>
    /// <exception cref="SandboxException">It cannot be started; the message says why.</exception>
    Task<LiveBox> StartAsync(string image, long memoryBytes, int core, CancellationToken ct);

    /// <summary>Whether boxes could be started now, without starting one.</summary>
    /// <exception cref="SandboxException">They cannot; the message says what cures it.</exception>
    Task CheckAsync(CancellationToken ct);

    /// <summary>Removes what judges that are dead left behind.</summary>
    Task SweepAsync(CancellationToken ct);
}
