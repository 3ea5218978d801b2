using System.CommandLine;
using Judge.Problems.Package;

namespace Judge.Worker;

/// <summary>Where problems, languages, images and data lie: as told, else in the environment, else in the repository around.</summary>
internal sealed record Places(string Problems, string Languages, string Images, string Data)
{
    private static readonly Option<string> ProblemsFolder = new("--problems") { Recursive = true };
    private static readonly Option<string> LanguagesFolder = new("--languages") { Recursive = true };
    private static readonly Option<string> ImagesFolder = new("--images") { Recursive = true };

    public static IReadOnlyList<Option> Options { get; } = [ProblemsFolder, LanguagesFolder, ImagesFolder];

    /// <summary>Packages that were imported, where the arena of this folder reads them too.</summary>
    public string Imported => Path.Combine(Data, "problems");

    /// <summary>What came of packages' own solutions, where the arena of this folder reads it too.</summary>
    public string Proofs => Path.Combine(Data, "proofs");

    /// <summary>Where compiled scripts are kept.</summary>
    public string Scripts => Path.Combine(Data, "cache", "scripts");

    public static Places Find(ParseResult parsed)
    {
        var root =
            Environment.GetEnvironmentVariable("Contest__Home")
            ?? Root(Environment.CurrentDirectory)
            ?? Root(AppContext.BaseDirectory)
            ?? Environment.CurrentDirectory;
        return new Places(
            Full(parsed.GetValue(ProblemsFolder) ?? Path.Combine(root, "problems")),
            Full(parsed.GetValue(LanguagesFolder) ?? Path.Combine(root, "sandbox-images")),
            Full(
                parsed.GetValue(ImagesFolder)
                    ?? Environment.GetEnvironmentVariable("CONTEST_IMAGES")
                    ?? Path.Combine(root, ".artifacts", "images")
            ),
            Full(Environment.GetEnvironmentVariable("Contest__DataFolder") is { Length: > 0 } data ? data : Path.Combine(root, ".data"))
        );
    }

    /// <summary>Levels of puzzles, which lie together below the other packages.</summary>
    private string Levels => Path.Combine(Problems, "worlds");

    /// <summary>Folder of a package, from its path or its name.</summary>
    public string Package(string package) =>
        !Directory.Exists(package) && ProblemPackage.IsName(package)
            ? new[] { Problems, Levels, Imported }.Select(folder => Path.Combine(folder, package)).FirstOrDefault(Directory.Exists)
                ?? Path.Combine(Problems, package)
            : package;

    /// <summary>Whether a package lies where the arena reads packages.</summary>
    public bool IsOfLibrary(string folder) =>
        Path.GetDirectoryName(Full(folder)) is { } parent && (parent == Problems || parent == Levels || parent == Imported);

    private static string Full(string path) => Path.GetFullPath(path);

    private static string? Root(string? folder) =>
        folder is null || File.Exists(Path.Combine(folder, "Contest.sln")) ? folder : Root(Path.GetDirectoryName(folder));
}
