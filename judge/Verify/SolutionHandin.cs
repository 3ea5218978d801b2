using System.IO.Compression;

namespace Judge.Verify;

/// <summary>An author's solution as an entrant would hand it in: one file as it is, several as a zip.</summary>
internal static class SolutionHandin
{
    public static async Task<ReadOnlyMemory<byte>> OfAsync(IReadOnlyList<string> files, CancellationToken ct)
    {
        if (files is [var only])
        {
            return await File.ReadAllBytesAsync(only, ct);
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                await zip.CreateEntryFromFileAsync(file, Path.GetFileName(file), ct);
            }
        }

        return bytes.ToArray();
    }
}
