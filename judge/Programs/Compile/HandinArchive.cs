using System.Text.RegularExpressions;
using Judge.Score;
using Judge.Submit.Intake;

namespace Judge.Programs.Compile;

/// <summary>
/// The files in a zip that was stored. What came through the door is always good; what was stored raw by an earlier version may be bad
/// and is then told in judging.
/// </summary>
/// <param name="Files">By name; a name is plain, and no two differ in letter case only.</param>
/// <param name="Fault">None, or why there are no files.</param>
internal sealed partial record HandinArchive(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files, CompileFault Fault)
{
    /// <param name="mostFiles">Greatest number of files.</param>
    /// <param name="mostBytes">Greatest size of all files together.</param>
    public static HandinArchive OfZip(ReadOnlyMemory<byte> bytes, int mostFiles, long mostBytes)
    {
        var zip = HandinZip.Read(bytes, mostFiles, mostBytes, _ => true);
        return zip.Flaw switch
        {
            ZipFlaw.None => OfFiles(zip.Files),
            ZipFlaw.TooManyFiles or ZipFlaw.TooLarge => Bad(CompileFault.ArchiveTooLarge),
            ZipFlaw.Link => Bad(CompileFault.BadFileNames),
            _ => Bad(CompileFault.BadArchive),
        };
    }

    private static HandinArchive OfFiles(IReadOnlyList<HandedFile> files)
    {
        var common = CommonFolder(files);
        var named = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            var name = file.Path[common.Length..];
            if (!NamePattern().IsMatch(name) || !named.TryAdd(name, file.Bytes))
            {
                return Bad(CompileFault.BadFileNames);
            }
        }

        return new HandinArchive(named, CompileFault.None);
    }

    /// <summary>Who zips a folder gets its name in front of every file's.</summary>
    private static string CommonFolder(IReadOnlyList<HandedFile> files)
    {
        if (files.Count == 0 || files[0].Path.IndexOf('/') is not (> 0 and var slash))
        {
            return "";
        }

        var folder = files[0].Path[..(slash + 1)];
        return folder[0] != '.' && !folder.Contains(':') && files.All(file => file.Path.StartsWith(folder, StringComparison.Ordinal))
            ? folder
            : "";
    }

    private static HandinArchive Bad(CompileFault fault) => new(new Dictionary<string, ReadOnlyMemory<byte>>(), fault);

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\z")]
    private static partial Regex NamePattern();
}
