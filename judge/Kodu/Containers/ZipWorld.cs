using System.IO.Compression;
using Judge.Formats.Archive;
using Judge.Kodu.Model;
using Judge.Messages;

namespace Judge.Kodu.Containers;

/// <summary>A world as the game exports it today: a zip with the parts of the Open Packaging Conventions, which are not needed.</summary>
internal sealed class ZipWorld(KoduLimits limits)
{
    public IReadOnlyList<Part> Unpack(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        if (ZipDirectory.Count(stream, limits.Entries) is null)
        {
            throw Archive.TooMany(limits.Entries);
        }

        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true, ZipNames.Instance);
        var allowance = new Allowance(limits, file.Length);
        return [.. zip.Entries.Select(entry => Unpack(entry, allowance)).OfType<Part>()];
    }

    private static Part? Unpack(ZipArchiveEntry entry, Allowance allowance)
    {
        if (entry.IsEncrypted)
        {
            throw new UnreadableWorldException(FindingKind.Format, new Said("kodu.format.password"));
        }

        if (Archive.Named(entry.FullName) is not { } named)
        {
            return null;
        }

        allowance.Begin();
        using var input = entry.Open();
        var bytes = Archive.ReadAll(input, allowance);
        var sum = new Crc32();
        sum.Add(bytes);
        return bytes.Length == entry.Length && sum.Value == entry.Crc32
            ? new Part(named.Name, named.Folder, named.File, bytes)
            : throw Archive.Damaged();
    }
}
