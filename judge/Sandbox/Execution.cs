namespace Judge.Sandbox;

/// <summary>What one run did and used.</summary>
internal sealed record Execution
{
    public required Ending Ending { get; init; }

    /// <summary>Exit code of a program that ended by itself, over a limit or within all; else 0.</summary>
    public int ExitCode { get; init; }

    /// <summary>Number of the signal that ended it, else 0.</summary>
    public int Signal { get; init; }

    /// <summary>User and system time of all processes.</summary>
    public required TimeSpan Cpu { get; init; }

    public required TimeSpan Wall { get; init; }

    /// <summary>
    /// When the program ended, since the machine's start (CLOCK_MONOTONIC), to be compared between boxes: of two programs joined
    /// by pipes, one that ends because the other has ended is the later one for certain.
    /// </summary>
    public TimeSpan EndedAt { get; init; }

    /// <summary>Peak memory in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Processes that were reaped, the program itself included.</summary>
    public int Processes { get; init; } = 1;

    public ReadOnlyMemory<byte> Stdout { get; init; }

    /// <summary>At most 4 KB.</summary>
    public ReadOnlyMemory<byte> Stderr { get; init; }

    /// <summary>Collected files by the name that was asked for; those of a whole folder as <c>FOLDER/NAME</c>.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();
}

/// <summary>How a run ended. When several limits were passed, the first in this order is told: memory, output, CPU, wall.</summary>
internal enum Ending
{
    None,
    Exited,
    Signaled,
    CpuLimit,
    WallLimit,
    MemoryLimit,
    OutputLimit,
}
