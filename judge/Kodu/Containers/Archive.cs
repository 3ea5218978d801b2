using Judge.Kodu.Model;
using Judge.Messages;

namespace Judge.Kodu.Containers;

/// <summary>A file out of a world's packing.</summary>
/// <param name="Folder">One of the four folders of the game, in lower case.</param>
/// <param name="File">The name within it.</param>
internal sealed record Part(string Name, string Folder, string File, byte[] Bytes)
{
    /// <summary>The name without its ending.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(File);
}

/// <summary>
/// Unpacks a world by its first bytes, never by its name. Nothing is written to a disk, so no name in it reaches anything. Sizes are
/// counted while unpacking, never believed.
/// </summary>
internal static class Archive
{
    private static readonly HashSet<string> Folders = ["level", "stuff", "terrain", "thumbnail"];

    /// <exception cref="UnreadableWorldException">It is no world's packing, damaged, or beyond a limit.</exception>
    public static (WorldPacking Packing, IReadOnlyList<Part> Parts) Open(byte[] file, KoduLimits limits)
    {
        if (file.Length > limits.FileBytes)
        {
            throw TooLarge(limits.FileBytes);
        }

        try
        {
            return file switch
            {
                [(byte)'P', (byte)'K', 3, 4, ..] => (WorldPacking.Zip, new ZipWorld(limits).Unpack(file)),
                [(byte)'M', (byte)'S', (byte)'C', (byte)'F', ..] => (WorldPacking.Cabinet, new Cabinet(file, limits).Unpack()),
                _ => throw new UnreadableWorldException(FindingKind.Format, new Said("kodu.format.unknown")),
            };
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or OverflowException)
        {
            throw Damaged();
        }
    }

    public static UnreadableWorldException Damaged() => new(FindingKind.Format, new Said("kodu.format.damaged"));

    public static UnreadableWorldException TooLarge(long most) =>
        new(FindingKind.Limits, new Said("kodu.limit.bytes", Math.Max(1, most >> 20)));

    public static UnreadableWorldException TooMany(int most) => new(FindingKind.Limits, new Said("kodu.limit.entries", most));

    /// <summary>A part under its name; null: no part of a world, which the game passes over as well.</summary>
    /// <exception cref="UnreadableWorldException">The name leads out of its folder.</exception>
    public static (string Name, string Folder, string File)? Named(string stored)
    {
        var name = stored.Replace('\\', '/');
        var parts = name.Split('/');
        if (parts.Contains("..") || name.Any(char.IsControl) || name.Length > 260)
        {
            throw new UnreadableWorldException(FindingKind.Entries, new Said("kodu.entries.name"));
        }

        var folder = parts[0].ToLowerInvariant();
        return parts.Length > 1 && parts[^1].Length > 0 && Folders.Contains(folder) ? (name, folder, parts[^1]) : null;
    }

    /// <summary>Copies a stream to its end, and stops it where it grows beyond what is left.</summary>
    public static byte[] ReadAll(Stream input, Allowance allowance)
    {
        using var output = new MemoryStream();
        var buffer = new byte[1 << 15];
        while (input.Read(buffer) is > 0 and var read)
        {
            allowance.Take(read);
            output.Write(buffer, 0, read);
        }

        return output.ToArray();
    }
}

/// <summary>How many bytes may still be unpacked, from all entries and from the one at hand.</summary>
/// <param name="packed">Bytes of the whole file.</param>
internal sealed class Allowance(KoduLimits limits, long packed)
{
    private readonly long _most = Math.Min(limits.TotalBytes, Math.Max(limits.FreeBytes, packed * limits.Ratio));
    private long _total;
    private long _entry;

    public void Begin() => _entry = 0;

    /// <exception cref="UnreadableWorldException">It is more than a world may hold.</exception>
    public void Take(long bytes)
    {
        (_total, _entry) = (_total + bytes, _entry + bytes);
        if (_total > _most || _entry > limits.EntryBytes)
        {
            throw Archive.TooLarge(Math.Min(_most, limits.EntryBytes));
        }
    }
}
