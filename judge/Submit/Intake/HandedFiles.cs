namespace Judge.Submit.Intake;

/// <summary>Files of a disk as they are handed in.</summary>
internal static class HandedFiles
{
    /// <summary>The file itself, or those that lie directly in the folder.</summary>
    public static IReadOnlyList<string> At(string path) =>
        Directory.Exists(path) ? [.. Directory.GetFiles(path).Order(StringComparer.Ordinal)] : [path];

    /// <summary>Of a file that is larger than any hand-in no more is read than it takes to refuse it.</summary>
    public static async Task<IReadOnlyList<HandedFile>> ReadAsync(IEnumerable<string> paths, CancellationToken ct)
    {
        var files = new List<HandedFile>();
        foreach (var path in paths)
        {
            var bytes =
                new FileInfo(path).Length > SubmitRule.MostOutputBytes
                    ? new byte[SubmitRule.MostOutputBytes + 1]
                    : await File.ReadAllBytesAsync(path, ct);
            files.Add(new HandedFile(Path.GetFileName(path), bytes));
        }

        return files;
    }
}
