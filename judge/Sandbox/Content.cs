using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Judge.Sandbox;

/// <summary>Bytes that go into a box, from memory or from a file that is not read before it is needed.</summary>
internal abstract record Content
{
    public static Content Empty { get; } = OfBytes(ReadOnlyMemory<byte>.Empty);

    /// <summary>Length in bytes.</summary>
    public abstract long Length { get; }

    /// <summary>The file it comes from, or null.</summary>
    public virtual string? Path => null;

    /// <summary>A descriptor from which a program can read it, or null. Whoever hands it over closes it.</summary>
    public virtual SafeFileHandle? Descriptor => null;

    public abstract Stream OpenRead();

    public static Content OfBytes(ReadOnlyMemory<byte> bytes) => new InMemory(bytes);

    public static Content OfFile(string path) => new OnDisk(path);

    /// <param name="descriptor">Open for reading, with nobody else reading from it; good for one use.</param>
    /// <param name="length">In bytes.</param>
    public static Content OfDescriptor(SafeFileHandle descriptor, long length) => new Opened(descriptor, length);

    private sealed record InMemory(ReadOnlyMemory<byte> Bytes) : Content
    {
        public override long Length => Bytes.Length;

        public override Stream OpenRead() =>
            MemoryMarshal.TryGetArray(Bytes, out var part)
                ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
                : new MemoryStream(Bytes.ToArray(), writable: false);
    }

    private sealed record OnDisk(string Place) : Content
    {
        public override long Length => new FileInfo(Place).Length;

        public override string Path => Place;

        public override Stream OpenRead() => new FileStream(Place, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
    }

    private sealed record Opened(SafeFileHandle Handle, long Size) : Content
    {
        public override long Length => Size;

        public override SafeFileHandle Descriptor => Handle;

        public override Stream OpenRead() => new FileStream(Handle, FileAccess.Read, bufferSize: 0);
    }
}
