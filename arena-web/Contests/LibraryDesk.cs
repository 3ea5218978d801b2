using ArenaWeb.Problems;
using ArenaWeb.Words;
using Judge.Problems.Package;

namespace ArenaWeb.Contests;

/// <summary>The library of problems as the organiser chooses from it.</summary>
internal sealed class LibraryDesk(ProblemLibrary library, ProblemShelf shelf)
{
    private const decimal UsualPoints = 100;

    public IReadOnlyList<string> Names() => library.Names();

    /// <summary>Title of a package; its bare name when it is gone or broken.</summary>
    public string Title(string name, Phrases words) => shelf.Find(name)?.Title(words.Language.Code) ?? name;

    /// <summary>
    /// A package's full score as it is typed in a form, 100 where its tests have no points; empty: the package is gone or broken.
    /// </summary>
    public string Points(string name) =>
        shelf.Find(name) is { } problem ? NumberInput.Shown(problem.Scores ? problem.FullScore : UsualPoints) : "";

    /// <summary>Time and memory limit in words; empty: the package is gone or broken.</summary>
    public string Limits(string name, Phrases words) =>
        shelf.Find(name) is { } problem
            ? words[
                "admin.library.limits",
                words.Number((decimal)problem.TimeLimit.TotalSeconds),
                problem.MemoryBytes >> 20,
                problem.Tests.Count
            ]
            : "";
}
