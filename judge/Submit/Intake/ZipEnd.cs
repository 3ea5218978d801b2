using System.Buffers.Binary;

namespace Judge.Submit.Intake;

/// <summary>The record at the end of a zip (PKWARE's APPNOTE.TXT, 4.3.16), looked at before anything of it is unpacked.</summary>
internal static class ZipEnd
{
    private const int Size = 22;
    private const int MostComment = ushort.MaxValue;
    private const int EntrySize = 46;

    /// <summary>
    /// How many entries the directory can have at most: as many as it says, or as its bytes have room for if that is more. Null: no zip,
    /// or one that says its numbers in the 64-bit form, which nothing as small as a hand-in needs.
    /// </summary>
    public static long? Entries(ReadOnlySpan<byte> zip)
    {
        var tail = zip[Math.Max(0, zip.Length - Size - MostComment)..];
        if (tail.LastIndexOf("PK\u0005\u0006"u8) is not (>= 0 and var at) || tail.Length - at < Size)
        {
            return null;
        }

        var end = tail[at..];
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        var disks = BinaryPrimitives.ReadUInt32LittleEndian(end[4..]); // others than 0 make readers look for the 64-bit form
        if (entries == ushort.MaxValue || disks != 0 || start > zip.Length)
        {
            return null;
        }

        return Math.Max(entries, CountIn(zip[(int)start..]));
    }

    /// <summary>Headers of entries one after the other; the directory's own count may lie.</summary>
    private static int CountIn(ReadOnlySpan<byte> directory)
    {
        var count = 0;
        while (directory.Length >= EntrySize && directory.StartsWith("PK\u0001\u0002"u8))
        {
            count++;
            var length =
                EntrySize
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            directory = directory[Math.Min(length, directory.Length)..];
        }

        return count;
    }
}
