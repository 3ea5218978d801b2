using System.IO.Compression;
using System.Text;

namespace Problems.Tests;

/// <summary>Zips as they are handed in, good and bad ones.</summary>
internal static class Zips
{
    private const int CentralFlags = 8;
    private const int CentralSize = 24;

    public static byte[] Of(params (string Name, string Text)[] files) => Of(_ => { }, files);

    /// <param name="change">Done to each entry before its bytes are written.</param>
    public static byte[] Of(Action<ZipArchiveEntry> change, params (string Name, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                var entry = zip.CreateEntry(name, text.Length > 0 ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
                change(entry);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The last entry says it is encrypted.</summary>
    public static byte[] Encrypted(byte[] zip)
    {
        zip[LastEntry(zip) + CentralFlags] |= 1;
        return zip;
    }

    /// <summary>The last entry says that unpacked it has that many bytes.</summary>
    public static byte[] Claiming(byte[] zip, int bytes)
    {
        BitConverter.TryWriteBytes(zip.AsSpan(LastEntry(zip) + CentralSize), bytes);
        return zip;
    }

    private static int LastEntry(byte[] zip) => zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
}
