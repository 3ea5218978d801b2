using System.IO.Compression;
using System.Text;
using ArenaWeb.Words;
using Judge.Submit;

namespace ArenaWeb.Arena;

/// <summary>Files of a form as the judge takes them.</summary>
internal static class HandedFiles
{
    /// <summary>The one file as it is, or a zip of several under their plain names; empty: there is none.</summary>
    public static async Task<ReadOnlyMemory<byte>> OfAsync(IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        if (files is [var only])
        {
            await only.CopyToAsync(bytes, ct);
            return bytes.ToArray();
        }
        if (files.Count == 0) return ReadOnlyMemory<byte>.Empty;
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                await using var entry = zip.CreateEntry(file.FileName.Split('/', '\\')[^1]).Open();
                await file.CopyToAsync(entry, ct);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>What was handed in, to be read; a sentence where it is a zip.</summary>
    public static string Shown(byte[] handed, Phrases words) => SubmitRule.IsZip(handed) ? words["problem.zip"] : Encoding.UTF8.GetString(handed);
}
