using Microsoft.Win32.SafeHandles;

namespace Judge.Sandbox;

/// <summary>
/// A pipe between two programs in boxes (<see cref="Command.StdinPipe"/>, <see cref="Command.StdoutPipe"/>), who then talk directly, or
/// between one and the judge. An end that was handed to a run or opened as a stream belongs to it.
/// </summary>
internal sealed class Pipe : IDisposable
{
    /// <summary>As much as an ordinary user may have (fs.pipe-max-size): what is written ahead need not wait for a reader.</summary>
    private const int Size = 1 << 20;

    private Pipe(SafeFileHandle readEnd, SafeFileHandle writeEnd)
    {
        ReadEnd = readEnd;
        WriteEnd = writeEnd;
    }

    public SafeFileHandle ReadEnd { get; }

    public SafeFileHandle WriteEnd { get; }

    /// <param name="isNamed">
    /// Its ends become <see cref="Command.Pipes"/>. A program may then open its own end for the other direction, which tells it
    /// nothing but its own words.
    /// </param>
    /// <exception cref="IOException">No descriptors are left.</exception>
    public static Pipe Create(bool isNamed = false)
    {
        (var read, var write) = Kernel.CreatePipe(Size, isNamed);
        return new Pipe(read, write);
    }

    /// <summary>The judge's own end. A read waits until there is something, or the program is dead (end of file).</summary>
    public Stream OpenRead() => new FileStream(ReadEnd, FileAccess.Read, bufferSize: 0);

    /// <summary>The judge's own end. A write waits for room and fails with <see cref="IOException"/> when the program is dead.</summary>
    public Stream OpenWrite() => new FileStream(WriteEnd, FileAccess.Write, bufferSize: 0);

    public void Dispose()
    {
        ReadEnd.Dispose();
        WriteEnd.Dispose();
    }
}
