using System.Security.Cryptography;
using Judge.Problems.Package;
using Judge.Queue;

namespace Judge.Nodes.Store;

/// <summary>
/// Fetches packages from the arena piece by piece. Nothing is believed: sizes and hashes are those of a list, which has a hash itself.
/// </summary>
/// <param name="node">Name of this node.</param>
internal sealed class PackageFetcher(IJudgeDesk desk, string node, TimeProvider clock)
{
    private const int AtOnce = 8;
    private const int Tries = 5;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <summary>A little more than a call itself may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(11);

    /// <summary>The list of a package's files.</summary>
    /// <exception cref="InvalidDataException">What came is not what was asked for.</exception>
    public async Task<byte[]> ListAsync(string hash, CancellationToken ct)
    {
        using var list = new MemoryStream();
        var length = (await PieceAsync(hash, 0, ct)).Length;
        if (length > PackageList.MostBytes)
        {
            throw new InvalidDataException("The list of a package's files is too long.");
        }

        await WriteAsync(list, hash, length, ct);
        return list.ToArray();
    }

    /// <summary>Writes all files of a list into a folder that is not there yet.</summary>
    /// <exception cref="InvalidDataException">What came is not what was asked for.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public Task FilesAsync(PackageList list, string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var several = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        return Parallel.ForEachAsync(list.Files, several, async (file, one) => await FileAsync(file, folder, one));
    }

    private async Task FileAsync(ListedFile file, string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var written = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous,
            }
        );
        await WriteAsync(written, file.Hash, file.Size, ct);
    }

    /// <summary>Writes what bears a hash, a piece at a time.</summary>
    private async Task WriteAsync(Stream to, string hash, long length, CancellationToken ct)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long offset = 0;
        while (offset < length)
        {
            var piece = await PieceAsync(hash, offset, ct);
            if (piece.Length != length || piece.Bytes.Length == 0 || piece.Bytes.Length > length - offset)
            {
                throw new InvalidDataException("The arena sent a piece of a package that cannot be right.");
            }

            all.AppendData(piece.Bytes.Span);
            await to.WriteAsync(piece.Bytes, ct);
            offset += piece.Bytes.Length;
        }

        if (Convert.ToHexStringLower(all.GetHashAndReset()) != hash)
        {
            throw new InvalidDataException("The arena sent a file of a package that is not as its hash says.");
        }
    }

    /// <summary>An arena may stop meanwhile; another answers in its place.</summary>
    /// <exception cref="InvalidDataException">The package has changed since the job was ordered.</exception>
    private async Task<Piece> PieceAsync(string hash, long offset, CancellationToken ct)
    {
        for (var left = Tries - 1; ; left--)
        {
            try
            {
                return await desk.FetchAsync(new PieceRequest(node, hash, offset)).WaitAsync(Patience, clock, ct);
            }
            catch (FileNotFoundException)
            {
                throw new InvalidDataException("The arena has this state of the package no more.");
            }
            catch (Exception) when (left > 0 && !ct.IsCancellationRequested)
            {
                await Task.Delay(BetweenTries, clock, ct);
            }
        }
    }
}
