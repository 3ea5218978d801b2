using System.IO.Compression;
using System.Text.RegularExpressions;
using Judge.Score;

namespace Judge.Programs.Compile;

/// <summary>The files in what was handed in: the one there is, or those of a zip.</summary>
/// <param name="Files">By name; a name is plain, and no two differ in letter case only.</param>
/// <param name="Fault">None, or why there are no files.</param>
internal sealed partial record HandinArchive(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files, CompileFault Fault)
{
    private const int SymbolicLink = 0xA000;
    private const int FileType = 0xF000;
    private const int UnixAttributes = 16;

    /// <summary>Unpacks a zip nobody trusts: what it says of itself is never believed, and it costs no more than it may hold.</summary>
    /// <param name="mostFiles">Greatest number of files.</param>
    /// <param name="mostBytes">Greatest size of all files together.</param>
    public static HandinArchive OfZip(ReadOnlyMemory<byte> bytes, int mostFiles, long mostBytes)
    {
        if (ZipEnd.Entries(bytes.Span) is not { } count)
        {
            return Bad(CompileFault.BadArchive);
        }

        if (count > 2 * mostFiles)
        {
            return Bad(CompileFault.ArchiveTooLarge);
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return OfEntries([.. zip.Entries.Where(entry => !IsFolder(entry) && !IsNoise(entry.FullName))], mostFiles, mostBytes);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return Bad(CompileFault.BadArchive);
        }
    }

    private static HandinArchive OfEntries(List<ZipArchiveEntry> entries, int mostFiles, long mostBytes)
    {
        if (entries.Count > mostFiles)
        {
            return Bad(CompileFault.ArchiveTooLarge);
        }

        if (entries.Exists(entry => entry.IsEncrypted))
        {
            return Bad(CompileFault.BadArchive);
        }

        var common = CommonFolder(entries);
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries)
        {
            var name = PathOf(entry)[common.Length..];
            if (!NamePattern().IsMatch(name) || IsLink(entry) || files.ContainsKey(name))
            {
                return Bad(CompileFault.BadFileNames);
            }

            if (Inflate(entry, mostBytes) is not { } content)
            {
                return Bad(CompileFault.ArchiveTooLarge);
            }

            mostBytes -= content.Length;
            files[name] = content;
        }

        return new HandinArchive(files, CompileFault.None);
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

    /// <summary>Who zips a folder gets its name in front of every file's.</summary>
    private static string CommonFolder(List<ZipArchiveEntry> entries)
    {
        if (entries.Count == 0 || PathOf(entries[0]).IndexOf('/') is not (> 0 and var slash))
        {
            return "";
        }

        var folder = PathOf(entries[0])[..(slash + 1)];
        return
            folder[0] != '.'
            && !folder.Contains(':')
            && entries.TrueForAll(entry => PathOf(entry).StartsWith(folder, StringComparison.Ordinal))
            ? folder
            : "";
    }

    private static string PathOf(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');

    private static bool IsFolder(ZipArchiveEntry entry) => PathOf(entry).EndsWith('/');

    private static bool IsLink(ZipArchiveEntry entry) => ((entry.ExternalAttributes >> UnixAttributes) & FileType) == SymbolicLink;

    /// <summary>What systems put beside people's files.</summary>
    private static bool IsNoise(string path) =>
        path.StartsWith("__MACOSX/", StringComparison.Ordinal) || Path.GetFileName(path) is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private static HandinArchive Bad(CompileFault fault) => new(new Dictionary<string, ReadOnlyMemory<byte>>(), fault);

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\z")]
    private static partial Regex NamePattern();
}
