namespace Judge.Lite;

/// <summary>Damaged files, which lie beside the one that goes on until somebody takes them away.</summary>
public static class MovedAside
{
    internal const string Mark = ".damaged-";

    /// <summary>Paths, the oldest first.</summary>
    /// <param name="path">The file that goes on; its folder exists.</param>
    public static IReadOnlyList<string> Beside(string path) =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + Mark + "*").Order(StringComparer.Ordinal)];
}
