using System.IO.Compression;

namespace Judge.Verify;

/// <summary>An author's solution as an entrant would hand it in: one file as it is, several as a zip.</summary>
internal static class SolutionHandin
{
    /// <param name="entry">Which of several files is the program; null: the one that is called so.</param>
    public static async Task<ReadOnlyMemory<byte>> OfAsync(IReadOnlyList<string> files, string? entry, CancellationToken ct)
    {
        if (files is [var only])
        {
            return await File.ReadAllBytesAsync(only, ct);
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.OrderBy(file => Path.GetFileName(file) != entry))
            {
                var name = Path.GetFileName(file);
                await zip.CreateEntryFromFileAsync(file, name == entry ? "__main__" + Path.GetExtension(name) : name, ct);
            }
        }

        return bytes.ToArray();
    }
}
