using Judge.Problems;
using Judge.Problems.Package;
using Microsoft.Extensions.Logging.Abstractions;
using Support;

namespace Problems.Tests;

/// <summary>The packages of the house.</summary>
internal static class Packages
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "problems");

    public static ProblemLibrary Library { get; } = new([Folder], TimeProvider.System, NullLogger<ProblemLibrary>.Instance);

    /// <summary>The levels of puzzles, which lie together.</summary>
    public static ProblemLibrary Levels { get; } =
        new([Path.Combine(Folder, "worlds")], TimeProvider.System, NullLogger<ProblemLibrary>.Instance);

    public static IReadOnlyList<string> Names { get; } = Library.Names();

    public static Languages Languages { get; } = Languages.Load(Path.Combine(Repository.Root, "sandbox-images"));

    /// <summary>Paths such as <c>mayin/submissions/accepted/direct.pas</c>.</summary>
    public static IEnumerable<string> Submissions(string name) =>
        Directory
            .GetFiles(Path.Combine(Folder, name, "submissions"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path))
            .Order(StringComparer.Ordinal);
}
