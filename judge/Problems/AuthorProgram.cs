namespace Judge.Problems;

/// <summary>A program of the author: checker, interactor or validator.</summary>
/// <param name="Folder">Full path of the folder it lies in.</param>
/// <param name="Files">Names of its files in that folder.</param>
/// <param name="Main">The one that is compiled or run; its ending tells the language.</param>
public sealed record AuthorProgram(string Folder, IReadOnlyList<string> Files, string Main)
{
    private static readonly string[] Headers = [".h", ".hpp", ".hh", ".inc", ".txt", ".md"];

    public string MainPath => Path.Combine(Folder, Main);

    public bool IsScript => Path.GetExtension(Main) == ".csx";

    /// <summary>A program in one file.</summary>
    internal static AuthorProgram OfFile(string path) =>
        new(Path.GetDirectoryName(path)!, [Path.GetFileName(path)], Path.GetFileName(path));

    /// <summary>
    /// A program that is a folder (github.com/Kattis/problem-package-format, "Programs"): its entry is <c>__main__.py</c> or <c>main.*</c>,
    /// or the only source among its files.
    /// </summary>
    /// <param name="name">The folder's name for people.</param>
    /// <exception cref="PackageException">It has a script to build or run it, no source, or several that could be meant.</exception>
    internal static AuthorProgram OfFolder(string folder, string name)
    {
        var entries = new DirectoryInfo(folder)
            .EnumerateFileSystemInfos()
            .Where(entry => entry.Name[0] != '.')
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .ToList();
        if (entries is [DirectoryInfo { LinkTarget: null } only])
        {
            return OfFolder(only.FullName, $"{name}/{only.Name}");
        }

        if (entries.Find(entry => entry is DirectoryInfo || entry.LinkTarget is not null) is { } strange)
        {
            throw new PackageException($"{name}/{strange.Name}", "a program is plain files in one folder.");
        }

        if (entries.Find(entry => entry.Name is "build" or "run") is { } script)
        {
            throw new PackageException(
                $"{name}/{script.Name}",
                "programs with their own build or run script cannot be run here; put the source instead."
            );
        }

        List<string> files = [.. entries.Select(entry => entry.Name)];
        List<string> sources = [.. files.Where(file => !Headers.Contains(Path.GetExtension(file).ToLowerInvariant()))];
        var main = sources is [var single]
            ? single
            : sources.Find(file => file == "__main__.py")
                ?? sources.Find(file => Path.GetFileNameWithoutExtension(file).Equals("main", StringComparison.OrdinalIgnoreCase))
                ?? throw new PackageException(
                    name,
                    sources.Count == 0 ? "there is no program in it." : "several files could be the program; call it main."
                );
        return new AuthorProgram(folder, files, main);
    }
}
