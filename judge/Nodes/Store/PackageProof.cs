using System.Security.Cryptography;
using Judge.Problems.Package;

namespace Judge.Nodes.Store;

/// <summary>Whether a package that lies here is the one of its hash.</summary>
internal static class PackageProof
{
    /// <param name="list">Path of its list.</param>
    /// <param name="place">Its folder.</param>
    /// <exception cref="InvalidDataException">A file is missing, too many or another, or there is a link.</exception>
    /// <exception cref="IOException">Something cannot be read.</exception>
    public static async Task CheckAsync(string list, string hash, string place, CancellationToken ct)
    {
        if (new FileInfo(list).Length > PackageList.MostBytes)
        {
            throw new InvalidDataException("The list of its files is too long.");
        }

        var wanted = PackageList.Read(Path.GetFileName(place), await File.ReadAllBytesAsync(list, ct));
        var found = new DirectoryInfo(place).EnumerateFileSystemInfos("*", SearchOption.AllDirectories).ToList();
        if (
            wanted.Hash != hash
            || found.Exists(entry => entry.LinkTarget is not null)
            || !found
                .OfType<FileInfo>()
                .Select(file => Path.GetRelativePath(place, file.FullName))
                .ToHashSet()
                .SetEquals(wanted.Files.Select(file => file.Path))
        )
        {
            throw new InvalidDataException("It does not have the files of its list.");
        }

        foreach (var file in wanted.Files)
        {
            await CheckAsync(Path.Combine(place, file.Path), file, ct);
        }
    }

    private static async Task CheckAsync(string path, ListedFile wanted, CancellationToken ct)
    {
        await using var bytes = new FileStream(
            path,
            new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.Read }
        );
        if (bytes.Length != wanted.Size || Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) != wanted.Hash)
        {
            throw new InvalidDataException($"{wanted.Path} is not as its hash says.");
        }
    }
}
