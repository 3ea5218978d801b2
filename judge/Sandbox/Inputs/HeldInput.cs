using Microsoft.Win32.SafeHandles;

namespace Judge.Sandbox.Inputs;

/// <summary>
/// A file that was read: a small one as bytes, which go to the runner with the request; a large one as a memory file sealed against any
/// change, of which each run gets a read-only descriptor of its own.
/// </summary>
internal sealed class HeldInput(string path, long length) : IDisposable
{
    /// <summary>Up to here one message with the bytes is as quick as a descriptor.</summary>
    private const long SmallBytes = 64 << 10;

    private readonly Lock gate = new();
    private Content? small;
    private SafeFileHandle? large;
    private bool closed;

    public long Length => length;

    /// <summary>The content for one run, read from the disk if this is the first; null: closed meanwhile.</summary>
    /// <exception cref="IOException">The file cannot be read, or became shorter.</exception>
    public Content? TryOpen()
    {
        lock (gate)
        {
            if (closed)
            {
                return null;
            }

            if (length <= SmallBytes)
            {
                return small ??= Content.OfBytes(ReadSmall());
            }

            large ??= ReadLarge();
            return Content.OfDescriptor(Kernel.OpenForReading($"/proc/self/fd/{large.DangerousGetHandle()}"), length);
        }
    }

    /// <summary>Runs that have a descriptor keep it.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            large?.Dispose();
        }
    }

    private byte[] ReadSmall()
    {
        byte[] bytes = new byte[length];
        using FileStream file = Open();
        file.ReadExactly(bytes);
        return bytes;
    }

    private SafeFileHandle ReadLarge()
    {
        SafeFileHandle memory = Kernel.CreateMemoryFile("input");
        try
        {
            using FileStream file = Open();
            Kernel.Copy(file.SafeFileHandle, memory, length);
            Kernel.Seal(memory);
            return memory;
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    private FileStream Open() => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
}
