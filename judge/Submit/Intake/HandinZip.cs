using System.IO.Compression;
using Judge.Formats.Archive;

namespace Judge.Submit.Intake;

/// <summary>Why a zip is not read.</summary>
internal enum ZipFlaw
{
    None,

    /// <summary>Damaged, cut off, or of a rare kind.</summary>
    Unreadable,

    /// <summary>A password is needed.</summary>
    Locked,
    TooManyFiles,
    TooLarge,

    /// <summary>A symbolic link, which is a path and no file.</summary>
    Link,
}

/// <summary>A zip nobody trusts: what it says of itself is never believed, and it costs no more than it may hold.</summary>
/// <param name="Files">Those that were wanted, without folders.</param>
/// <param name="Others">Names of those that were not: nothing of them was unpacked.</param>
/// <param name="Culprit">Name of the file that is to blame for the flaw; empty: the zip is.</param>
internal sealed record HandinZip(IReadOnlyList<HandedFile> Files, IReadOnlyList<HandedFile> Others, ZipFlaw Flaw, string Culprit = "")
{
    private const int SymbolicLink = 0xA000;
    private const int FileType = 0xF000;
    private const int UnixAttributes = 16;

    /// <summary>The earliest time that a zip can hold: a canonical zip tells nothing of when it was made.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="mostFiles">Greatest number of entries, wanted or not; what systems put beside files may double it.</param>
    /// <param name="mostBytes">Greatest size of all wanted files together.</param>
    /// <param name="wanted">Which files are unpacked, by their name alone.</param>
    public static HandinZip Read(ReadOnlyMemory<byte> bytes, int mostFiles, long mostBytes, Predicate<HandedFile> wanted)
    {
        if (ZipEnd.Entries(bytes.Span) is not { } count)
        {
            return Bad(ZipFlaw.Unreadable);
        }

        if (count > 2 * mostFiles)
        {
            return Bad(ZipFlaw.TooManyFiles);
        }

        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, ZipNames.Instance);
            List<(ZipArchiveEntry Entry, HandedFile File)> entries =
            [
                .. zip
                    .Entries.Select(entry => (entry, File: new HandedFile(entry.FullName, default)))
                    .Where(one => !one.File.IsTyped && !one.File.IsNoise),
            ];
            return entries.Count > mostFiles ? Bad(ZipFlaw.TooManyFiles) : OfEntries(entries, mostBytes, wanted);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return Bad(ZipFlaw.Unreadable);
        }
    }

    /// <summary>The same files give the same bytes, in whatever order they come.</summary>
    /// <param name="level">How hard the files are pressed together.</param>
    public static byte[] Write(IEnumerable<HandedFile> files, CompressionLevel level)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(file.Name, level);
                entry.LastWriteTime = NoTime;
                using var to = entry.Open();
                to.Write(file.Bytes.Span);
            }
        }

        return bytes.ToArray();
    }

    private static HandinZip OfEntries(List<(ZipArchiveEntry Entry, HandedFile File)> entries, long mostBytes, Predicate<HandedFile> wanted)
    {
        var (files, others) = (new List<HandedFile>(), new List<HandedFile>());
        foreach (var (entry, file) in entries)
        {
            if (entry.IsEncrypted)
            {
                return Bad(ZipFlaw.Locked, file.BaseName);
            }

            if (((entry.ExternalAttributes >> UnixAttributes) & FileType) == SymbolicLink)
            {
                return Bad(ZipFlaw.Link, file.BaseName);
            }

            if (!wanted(file))
            {
                others.Add(file);
                continue;
            }

            if (Inflate(entry, mostBytes) is not { } content)
            {
                return Bad(ZipFlaw.TooLarge, file.BaseName);
            }

            mostBytes -= content.Length;
            files.Add(file with { Bytes = content });
        }

        return new HandinZip(files, others, ZipFlaw.None);
    }

    /// <summary>Null: it is larger than that, whatever its header says.</summary>
    private static byte[]? Inflate(ZipArchiveEntry entry, long mostBytes)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        var piece = new byte[32 << 10];
        int read;
        while ((read = from.Read(piece)) > 0)
        {
            if (to.Length + read > mostBytes)
            {
                return null;
            }

            to.Write(piece, 0, read);
        }

        return to.ToArray();
    }

    private static HandinZip Bad(ZipFlaw flaw, string culprit = "") => new([], [], flaw, culprit);
}
