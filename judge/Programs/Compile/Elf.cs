using System.Buffers.Binary;

namespace Judge.Programs.Compile;

/// <summary>Reads 64-bit little-endian ELF program headers (System V ABI, "Program Header").</summary>
internal static class Elf
{
    private const int HeaderSize = 64;
    private const int EntrySize = 56;
    private const int LoadSegment = 1;

    /// <summary>
    /// Memory of all segments that are loaded, global arrays included; 0: this is no such file. A program with more than the
    /// sandbox gives dies of SIGSEGV before its first instruction, which must not look like a mistake of another kind.
    /// </summary>
    public static long LoadedBytes(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize || !file.StartsWith("\u007fELF\u0002\u0001"u8))
        {
            return 0;
        }

        var start = BinaryPrimitives.ReadUInt64LittleEndian(file[0x20..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file[0x38..]);
        if (start > (ulong)file.Length || (ulong)file.Length - start < (ulong)count * EntrySize)
        {
            return 0;
        }

        var bytes = 0UL;
        for (var entry = file[(int)start..]; count > 0; count--, entry = entry[EntrySize..])
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(entry) == LoadSegment)
            {
                bytes = SaturatingAdd(bytes, BinaryPrimitives.ReadUInt64LittleEndian(entry[0x28..]));
            }
        }

        return (long)Math.Min(bytes, long.MaxValue);
    }

    private static ulong SaturatingAdd(ulong a, ulong b) => a > ulong.MaxValue - b ? ulong.MaxValue : a + b;
}
