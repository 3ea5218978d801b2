using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>Files named by the SHA-256 of their content, in a folder for each first two digits.</summary>
internal sealed class FileBlobs(string folder) : IBlobs
{
    public async Task<string> PutAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            return hash;
        }

        var home = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(home);
        var written = Path.Combine(home, $"{hash}.{Guid.NewGuid():N}.new");
        try
        {
            await WriteAsync(written, bytes, ct);
            File.Move(written, path, overwrite: true);
            SyncFolder(home);
            return hash;
        }
        catch
        {
            File.Delete(written);
            throw;
        }
    }

    public async Task<byte[]> GetAsync(string hash, CancellationToken ct)
    {
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException("No such content.", path);
        }

        var bytes = await File.ReadAllBytesAsync(path, ct);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash
            ? bytes
            : throw new InvalidDataException($"The stored content {hash} is damaged.");
    }

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        await using var stream = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous,
            }
        );
        await stream.WriteAsync(bytes, ct);
        stream.Flush(flushToDisk: true);
    }

    private string PathOf(string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder, hash[..2], hash)
            : throw new ArgumentException("Not a SHA-256 in lower-case hex.", nameof(hash));

    /// <summary>A renamed file survives a power cut only when its folder is on the disk too.</summary>
    private static void SyncFolder(string path)
    {
        var handle = Open(path, 0);
        if (handle >= 0)
        {
            _ = Fsync(handle);
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
