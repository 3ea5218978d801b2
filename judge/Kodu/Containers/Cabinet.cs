using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Judge.Kodu.Model;
using Judge.Messages;

namespace Judge.Kodu.Containers;

/// <summary>
/// A world as the game exported it until about 2011: a cabinet of one volume, stored or packed with MSZIP. Source: Microsoft Cabinet Format
/// ([MS-CAB]) and MSZIP Compression ([MS-MCI]). All numbers are little-endian.
/// </summary>
internal sealed class Cabinet(byte[] file, KoduLimits limits)
{
    private const int HeaderBytes = 36;
    private const int FolderBytes = 8;
    private const int BlockBytes = 8;
    private const int FileBytes = 16;
    private const int MostFolders = 16;
    private const int MostName = 256;

    /// <summary>The window of MSZIP, and so the most that one block unpacks to.</summary>
    private const int Window = 1 << 15;

    /// <summary>What a packed block may be larger than its content.</summary>
    private const int Slack = 6144;

    private const int OtherVolumes = 3;
    private const int Reserves = 4;
    private const int Utf8Name = 0x80;

    private readonly Allowance _folderBytes = new(limits, file.Length);
    private readonly Allowance _fileBytes = new(limits, file.Length);

    public IReadOnlyList<Part> Unpack()
    {
        var (folders, files, flags) = (U16(26), U16(28), U16(30));
        if ((flags & OtherVolumes) != 0)
        {
            throw new UnreadableWorldException(FindingKind.Format, new Said("kodu.format.volumes"));
        }

        if (files > limits.Entries || folders > MostFolders)
        {
            throw Archive.TooMany(limits.Entries);
        }

        var (at, folderReserve, blockReserve) = (HeaderBytes, 0, 0);
        if ((flags & Reserves) != 0)
        {
            (folderReserve, blockReserve) = (Byte(at + 2), Byte(at + 3));
            at += 4 + U16(at);
        }

        var unpacked = new byte[folders][];
        for (var i = 0; i < folders; i++, at += FolderBytes + folderReserve)
        {
            unpacked[i] = Folder(U32(at), U16(at + 4), U16(at + 6) & 15, blockReserve);
        }

        return [.. Files(U32(16), files, unpacked)];
    }

    private IEnumerable<Part> Files(int at, int count, byte[][] folders)
    {
        for (var i = 0; i < count; i++)
        {
            var (size, offset, folder, attributes) = (U32(at), U32(at + 4), U16(at + 8), U16(at + 14));
            var name = Span(at + FileBytes, Math.Min(MostName, file.Length - at - FileBytes));
            var length = name.IndexOf((byte)0);
            if (length <= 0 || folder >= folders.Length || (long)offset + size > folders[folder].Length)
            {
                throw Archive.Damaged();
            }

            var text = ((attributes & Utf8Name) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(name[..length]);
            at += FileBytes + length + 1;
            if (Archive.Named(text) is { } named)
            {
                _fileBytes.Begin();
                _fileBytes.Take(size);
                yield return new Part(named.Name, named.Folder, named.File, folders[folder][offset..(offset + size)]);
            }
        }
    }

    /// <param name="at">Where its first block begins.</param>
    /// <param name="kind">0: stored; 1: MSZIP; others the game never wrote.</param>
    private byte[] Folder(int at, int blocks, int kind, int reserve)
    {
        if (kind > 1)
        {
            throw new UnreadableWorldException(FindingKind.Format, new Said("kodu.format.packing"));
        }

        _folderBytes.Begin();
        using var output = new MemoryStream();
        var before = Array.Empty<byte>();
        for (var i = 0; i < blocks; i++)
        {
            var (sum, packed, size) = (BinaryPrimitives.ReadUInt32LittleEndian(Span(at, 4)), U16(at + 4), U16(at + 6));
            var data = Span(at + BlockBytes + reserve, packed);
            if (size is 0 or > Window || packed > Window + Slack || (sum != 0 && sum != Sum(Span(at + 4, 4 + reserve), Sum(data, 0))))
            {
                throw Archive.Damaged();
            }

            _folderBytes.Take(size);
            before = kind == 0 ? Stored(data, size) : Expand(data, size, before);
            output.Write(before);
            at += BlockBytes + reserve + packed;
        }

        return output.ToArray();
    }

    private static byte[] Stored(ReadOnlySpan<byte> data, int size) => data.Length == size ? data.ToArray() : throw Archive.Damaged();

    /// <summary>
    /// One block of MSZIP is a whole deflate stream behind the letters CK, whose window is the block before it. That block is put in front
    /// as a stored one (RFC 1951, 3.2.4), since the library takes no window.
    /// </summary>
    private static byte[] Expand(ReadOnlySpan<byte> data, int size, byte[] before)
    {
        if (data is not [(byte)'C', (byte)'K', ..])
        {
            throw Archive.Damaged();
        }

        using var input = new MemoryStream();
        if (before.Length > 0)
        {
            input.WriteByte(0);
            input.Write(BitConverter.GetBytes((ushort)before.Length));
            input.Write(BitConverter.GetBytes((ushort)~before.Length));
            input.Write(before);
        }

        input.Write(data[2..]);
        input.Position = 0;
        using var inflate = new DeflateStream(input, CompressionMode.Decompress);
        var output = new byte[before.Length + size];
        inflate.ReadExactly(output);
        return inflate.ReadByte() < 0 ? output[before.Length..] : throw Archive.Damaged();
    }

    /// <summary>The checksum of a block: words of four bytes, and of what is left the first byte counts most.</summary>
    private static uint Sum(ReadOnlySpan<byte> data, uint seed)
    {
        for (; data.Length >= 4; data = data[4..])
        {
            seed ^= BinaryPrimitives.ReadUInt32LittleEndian(data);
        }

        var rest = 0u;
        foreach (var one in data)
        {
            rest = (rest << 8) | one;
        }

        return seed ^ rest;
    }

    private byte Byte(int at) => Span(at, 1)[0];

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Span(at, 2));

    private int U32(int at) => BinaryPrimitives.ReadInt32LittleEndian(Span(at, 4)) is >= 0 and var value ? value : throw Archive.Damaged();

    private ReadOnlySpan<byte> Span(int at, int length) =>
        at >= 0 && length >= 0 && at <= file.Length - length ? file.AsSpan(at, length) : throw Archive.Damaged();
}
