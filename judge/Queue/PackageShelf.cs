using System.Collections.Concurrent;
using System.Security.Cryptography;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Queue;

/// <summary>
/// Serves the packages of the library. Nothing outside names a path: only hashes of what was listed here are answered. A package is listed
/// anew when the library says that it has changed.
/// </summary>
internal sealed class PackageShelf(ProblemLibrary library, TimeProvider clock) : IPackageShelf
{
    /// <summary>Greatest piece in bytes.</summary>
    public const int PieceBytes = 1 << 20;

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Shelved> _shelved = new();
    private readonly SemaphoreSlim _listing = new(1);
    private readonly SemaphoreSlim _listingAll = new(1);
    private long? _listedAllAt;

    /// <exception cref="PackageException">There is no such package, or it is wrong.</exception>
    public async Task<string> HashOfAsync(string problem, CancellationToken ct)
    {
        var found = Look(problem);
        if (Known(problem, found) is { } before)
        {
            return before.Hash;
        }

        await _listing.WaitAsync(ct);
        try
        {
            return (Known(problem, found) ?? (_shelved[problem] = await ListAsync(found, ct))).Hash;
        }
        finally
        {
            _listing.Release();
        }
    }

    public async Task<Piece?> ReadAsync(string hash, long offset, CancellationToken ct)
    {
        if (Find(hash, offset) is { } found)
        {
            return await found;
        }

        await ListAllAsync(ct);
        return Find(hash, offset) is { } later ? await later : null;
    }

    private Task<Piece>? Find(string hash, long offset)
    {
        foreach (var shelved in _shelved.Values)
        {
            if (shelved.Hash == hash)
            {
                return Task.FromResult(PieceOf(shelved.List, offset));
            }

            if (shelved.Files.TryGetValue(hash, out var path) && File.Exists(path))
            {
                return PieceOfAsync(path, offset);
            }
        }

        return null;
    }

    /// <summary>
    /// Another arena may have told the hash: what is not known may lie in a package that was not listed here yet. Not more than once a
    /// second, whoever asks for whatever.
    /// </summary>
    private async Task ListAllAsync(CancellationToken ct)
    {
        await _listingAll.WaitAsync(ct);
        try
        {
            if (_listedAllAt is { } before && clock.GetElapsedTime(before) < LookAgainAfter)
            {
                return;
            }

            foreach (var name in library.Names())
            {
                await TryListAsync(name, ct);
            }

            _listedAllAt = clock.GetTimestamp();
        }
        finally
        {
            _listingAll.Release();
        }
    }

    private async Task TryListAsync(string name, CancellationToken ct)
    {
        try
        {
            await HashOfAsync(name, ct);
        }
        catch (Exception e) when (e is PackageException or IOException)
        {
            // a wrong package must not hide the others; whoever asks for it is told
        }
    }

    private Problem Look(string name)
    {
        var found = library.Look(name) ?? throw new PackageException(name, "there is no such package in the arena's folders of problems.");
        return found.Problem ?? throw found.Trouble!;
    }

    /// <summary>Null: it was not listed yet, or has changed since.</summary>
    private Shelved? Known(string name, Problem found) =>
        _shelved.TryGetValue(name, out var shelved) && ReferenceEquals(shelved.Of, found) ? shelved : null;

    private static async Task<Shelved> ListAsync(Problem problem, CancellationToken ct)
    {
        var listed = new List<ListedFile>();
        foreach (var file in ProblemLibrary.FilesOf(problem.Folder, FileAttributes.ReparsePoint))
        {
            await using var bytes = file.Open(
                new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.Read }
            );
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct));
            listed.Add(new ListedFile(Path.GetRelativePath(problem.Folder, file.FullName), bytes.Length, hash));
        }

        var list = PackageList.Write(problem.Name, listed);
        var paths = listed.DistinctBy(file => file.Hash).ToDictionary(file => file.Hash, file => Path.Combine(problem.Folder, file.Path));
        return new Shelved(problem, PackageList.HashOf(list), list, paths);
    }

    private static Piece PieceOf(byte[] list, long offset)
    {
        var start = (int)Math.Clamp(offset, 0, list.Length);
        return new Piece(list.Length, list.AsMemory(start, Math.Min(PieceBytes, list.Length - start)));
    }

    private static async Task<Piece> PieceOfAsync(string path, long offset)
    {
        using var file = File.OpenHandle(path, options: FileOptions.Asynchronous);
        var length = RandomAccess.GetLength(file);
        var bytes = new byte[Math.Min(PieceBytes, length - Math.Clamp(offset, 0, length))];
        var read = await RandomAccess.ReadAsync(file, bytes, Math.Max(offset, 0));
        return new Piece(length, bytes.AsMemory(0, read));
    }

    /// <param name="Of">As the library had it when it was listed.</param>
    /// <param name="Files">From hash to full path.</param>
    private sealed record Shelved(Problem Of, string Hash, byte[] List, IReadOnlyDictionary<string, string> Files);
}
