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

    private readonly Lock _gate = new();
    private Content? _small;
    private SafeFileHandle? _large;
    private bool _closed;

    public long Length => length;

    /// <summary>The content for one run, read from the disk if this is the first; null: closed meanwhile.</summary>
    /// <exception cref="IOException">The file cannot be read, or became shorter.</exception>
    public Content? TryOpen()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return null;
            }

            if (length <= SmallBytes)
            {
                return _small ??= Content.OfBytes(ReadSmall());
            }

            _large ??= ReadLarge();
            return Content.OfDescriptor(Kernel.OpenForReading($"/proc/self/fd/{_large.DangerousGetHandle()}"), length);
        }
    }

    /// <summary>Runs that have a descriptor keep it.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            _large?.Dispose();
        }
    }

    private byte[] ReadSmall()
    {
        var bytes = new byte[length];
        using var file = Open();
        file.ReadExactly(bytes);
        return bytes;
    }

    private SafeFileHandle ReadLarge()
    {
        var memory = Kernel.CreateMemoryFile("input");
        try
        {
            using var file = Open();
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
