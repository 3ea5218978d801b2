using Judge.Problems;
using Judge.Problems.Package;
using Judge.Settings;

namespace ArenaWeb.Library;

/// <summary>A package of the library.</summary>
/// <param name="Problem">Null: it is broken.</param>
/// <param name="Trouble">Why it is broken; empty: it is not.</param>
/// <param name="IsHouse">It lies in the folder that this program only reads, and cannot be replaced from here.</param>
internal sealed record Package(string Name, Problem? Problem, string Trouble, bool IsHouse);

/// <summary>All packages, the broken ones too, with where they come from.</summary>
internal sealed class Packages(ProblemLibrary library, JudgeOptions options)
{
    /// <summary>Null: there is no such package.</summary>
    public Package? Find(string name) =>
        library.Look(name) is { } found ? new Package(name, found.Problem, found.Trouble?.Message ?? "", IsHouse(name)) : null;

    private bool IsHouse(string name) => File.Exists(Path.Combine(options.ProblemsFolder, name, "problem.yaml"));
}
