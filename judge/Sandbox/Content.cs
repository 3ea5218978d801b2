using System.Runtime.InteropServices;

namespace Judge.Sandbox;

/// <summary>Bytes that go into a box, from memory or from a file that is not read before it is needed.</summary>
internal abstract record Content
{
    public static Content Empty { get; } = OfBytes(ReadOnlyMemory<byte>.Empty);

    /// <summary>Length in bytes.</summary>
    public abstract long Length { get; }

    public abstract Stream OpenRead();

    public static Content OfBytes(ReadOnlyMemory<byte> bytes) => new InMemory(bytes);

    public static Content OfFile(string path) => new OnDisk(path);

    private sealed record InMemory(ReadOnlyMemory<byte> Bytes) : Content
    {
        public override long Length => Bytes.Length;

        public override Stream OpenRead() =>
            MemoryMarshal.TryGetArray(Bytes, out ArraySegment<byte> part)
                ? new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)
                : new MemoryStream(Bytes.ToArray(), writable: false);
    }

    private sealed record OnDisk(string Path) : Content
    {
        public override long Length => new FileInfo(Path).Length;

        public override Stream OpenRead() => new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
    }
}
