using ArenaWeb.Arena;
using ArenaWeb.Words;
using Judge.Problems;

namespace ArenaWeb.Admin;

/// <summary>The library of problems as the organiser chooses from it.</summary>
internal sealed class LibraryDesk(ProblemLibrary library, ProblemShelf shelf)
{
    public IReadOnlyList<string> Names() => library.Names();

    /// <summary>Title of a package; its bare name when it is gone or broken.</summary>
    public string Title(string name, Phrases words) => shelf.Find(name)?.Title(words.Language.Code) ?? name;

    /// <summary>Time and memory limit in words; empty: the package is gone or broken.</summary>
    public string Limits(string name, Phrases words) => shelf.Find(name) is { } problem
        ? words["admin.library.limits", words.Number((decimal)problem.TimeLimit.TotalSeconds), problem.MemoryBytes >> 20, problem.Tests.Count]
        : "";
}
