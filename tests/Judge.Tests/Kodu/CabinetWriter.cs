using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Judge.Tests.Kodu;

/// <summary>Writes cabinets of one volume, as [MS-CAB] describes them.</summary>
internal static class CabinetWriter
{
    private const int Block = 1 << 15;

    /// <param name="packed">MSZIP; false: stored.</param>
    /// <param name="reserve">Bytes kept free in the header, after each folder and in each block.</param>
    /// <param name="sums">False: blocks without checksum, which is allowed.</param>
    public static byte[] Write((string Name, byte[] Bytes)[] parts, bool packed = true, byte reserve = 0, bool sums = true)
    {
        var blocks = parts
            .SelectMany(part => part.Bytes)
            .Chunk(Block)
            .Select(bytes => (bytes.Length, Data: packed ? Packed(bytes) : bytes))
            .ToList();
        var names = parts.Select(part => Encoding.UTF8.GetBytes(part.Name.Replace('/', '\\') + '\0')).ToList();
        var header = 36 + (reserve > 0 ? 4 + reserve : 0);
        var filesAt = header + 8 + reserve;
        var dataAt = filesAt + names.Sum(name => 16 + name.Length);

        using var file = new MemoryStream();
        using var to = new BinaryWriter(file);
        to.Write("MSCF"u8);
        int[] start = [0, dataAt + blocks.Sum(block => 8 + reserve + block.Data.Length), 0, filesAt, 0];
        Array.ForEach(start, to.Write);
        ushort[] rest = [0x0103, 1, (ushort)parts.Length, (ushort)(reserve > 0 ? 4 : 0), 0, 0];
        Array.ForEach(rest, to.Write);
        if (reserve > 0)
        {
            to.Write((ushort)reserve);
            to.Write([reserve, reserve]);
            to.Write(new byte[reserve]);
        }

        to.Write(dataAt);
        to.Write((ushort)blocks.Count);
        to.Write((ushort)(packed ? 1 : 0));
        to.Write(new byte[reserve]);
        var offset = 0;
        foreach (var (part, name) in parts.Zip(names))
        {
            to.Write(part.Bytes.Length);
            to.Write(offset);
            ushort[] tail = [0, 0, 0, 0xA0];
            Array.ForEach(tail, to.Write);
            to.Write(name);
            offset += part.Bytes.Length;
        }

        foreach (var (size, data) in blocks)
        {
            byte[] sizes = [(byte)data.Length, (byte)(data.Length >> 8), (byte)size, (byte)(size >> 8), .. new byte[reserve]];
            to.Write(sums ? Sum(sizes, Sum(data, 0)) : 0);
            to.Write(sizes);
            to.Write(data);
        }

        return file.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var output = new MemoryStream();
        output.Write("CK"u8);
        using (var deflate = new DeflateStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return output.ToArray();
    }

    private static uint Sum(byte[] data, uint seed)
    {
        var whole = data.Length & ~3;
        for (var at = 0; at < whole; at += 4)
        {
            seed ^= BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(at));
        }

        return data[whole..].Aggregate(0u, (rest, one) => (rest << 8) | one) ^ seed;
    }
}
