using System.Security.Cryptography;
using System.Text;

namespace Judge.Problems.Package;

/// <summary>Tells whether two states of a package can give different verdicts.</summary>
internal static class PackageVersion
{
    private static readonly string[] Folders = ["data", "output_validator", "checker", "include"];

    /// <summary>
    /// SHA-256, in lower-case hex, over limits, kind, and the names and bytes of all files that decide: tests with their settings, the
    /// author's programs and scripts, <c>school.yaml</c>, <c>level.json</c>. Titles, statements and submissions do not count.
    /// </summary>
    public static string Of(Problem problem)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(
            Encoding.UTF8.GetBytes(
                FormattableString.Invariant(
                    $"{problem.TimeLimit.Ticks} {problem.MemoryBytes} {problem.OutputBytes} {problem.Kind} {problem.Passes}\n"
                )
            )
        );
        foreach (var path in Deciding(problem).Order(StringComparer.Ordinal))
        {
            all.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(problem.Folder, path)}\n"));
            all.AppendData(HashOf(path));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static IEnumerable<string> Deciding(Problem problem)
    {
        var folders = Folders.Select(folder => Path.Combine(problem.Folder, folder)).Where(Directory.Exists);
        var own = Path.Combine(problem.Folder, SchoolSettings.File);
        return folders
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(File.Exists(own) ? [own] : [])
            .Concat(problem.ScoringScript is { } script ? [script] : [])
            .Concat(problem.Level is not null ? [Path.Combine(problem.Folder, LevelPackage.File)] : []);
    }

    private static byte[] HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }
}
