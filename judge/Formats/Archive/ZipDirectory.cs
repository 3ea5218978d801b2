using System.Buffers.Binary;
using System.Text;

namespace Judge.Formats.Archive;

/// <summary>
/// Counts the entries of a zip's central directory before anything is read into memory (PKWARE APPNOTE 6.3, sections 4.3.12 and
/// 4.3.16); directories in the "zip64" form are for more than we take.
/// </summary>
internal static class ZipDirectory
{
    private const uint EndMark = 0x06054b50;
    private const uint EntryMark = 0x02014b50;
    private const int EndBytes = 22;
    private const int EntryBytes = 46;

    /// <summary>Whether a file begins as a zip does, whatever its name.</summary>
    public static bool IsZip(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> mark = stackalloc byte[4];
        return file.ReadAtLeast(mark, 4, throwOnEndOfStream: false) == 4
            && mark is [(byte)'P', (byte)'K', 3, 4] or [(byte)'P', (byte)'K', 5, 6];
    }

    /// <summary>The number of entries; null: more than <paramref name="most"/>.</summary>
    /// <exception cref="InvalidDataException">There is no directory.</exception>
    public static int? Count(Stream zip, int most)
    {
        var end = End(zip);
        // Both disks' numbers: others than 0 make readers look for a second, "zip64" directory.
        if (BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(4)) != 0)
        {
            throw new InvalidDataException("It is in several parts.");
        }

        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        if (BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10)) > most || offset == uint.MaxValue)
        {
            return null;
        }

        if (offset > zip.Length)
        {
            throw new InvalidDataException("The directory is said to lie behind the end.");
        }

        var count = 0;
        var entry = new byte[EntryBytes];
        for (
            zip.Position = offset;
            zip.ReadAtLeast(entry, EntryBytes, throwOnEndOfStream: false) == EntryBytes
                && BinaryPrimitives.ReadUInt32LittleEndian(entry) == EntryMark;
            count++
        )
        {
            if (count == most)
            {
                return null;
            }

            zip.Position +=
                BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(28))
                + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(30))
                + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(32));
        }

        zip.Position = 0;
        return count;
    }

    /// <summary>The last end record, which a comment of up to 64 KB may follow.</summary>
    private static byte[] End(Stream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, EndBytes + ushort.MaxValue)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndMark)
            {
                return tail[at..];
            }
        }

        throw new InvalidDataException("There is no end record.");
    }
}

/// <summary>
/// Names in zips that are not marked as UTF-8: UTF-8 nevertheless where they are valid, else code page 437, as DOS had it.
/// </summary>
internal sealed class ZipNames : Encoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Dos = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    public static ZipNames Instance { get; } = new();

    public override int GetCharCount(byte[] bytes, int index, int count) => Text(bytes, index, count).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Text(bytes, byteIndex, byteCount);
        text.CopyTo(0, chars, charIndex, text.Length);
        return text.Length;
    }

    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    public override int GetByteCount(char[] chars, int index, int count) => Utf8.GetByteCount(chars, index, count);

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        Utf8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetMaxByteCount(int charCount) => Utf8.GetMaxByteCount(charCount);

    private static string Text(byte[] bytes, int index, int count)
    {
        try
        {
            return Utf8.GetString(bytes, index, count);
        }
        catch (DecoderFallbackException)
        {
            return Dos.GetString(bytes, index, count);
        }
    }
}

/// <summary>The checksum of zip (ISO 3309, polynomial 0xEDB88320 reflected).</summary>
internal struct Crc32()
{
    private static readonly uint[] Table =
    [
        .. Enumerable
            .Range(0, 256)
            .Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1))),
    ];

    private uint _state = uint.MaxValue;

    public readonly uint Value => ~_state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        foreach (var b in bytes)
        {
            state = Table[(byte)(state ^ b)] ^ (state >> 8);
        }

        _state = state;
    }
}
