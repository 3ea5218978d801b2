using Judge.Problems;
using Judge.Submit.Intake;

namespace Judge.Verify;

/// <summary>The files of an author's solution under the names by which a hand-in says the same.</summary>
internal static class SolutionFiles
{
    /// <summary>What the package says of a solution goes before its files' names: its language, and which file is run.</summary>
    /// <param name="files">The solution's, as they were read.</param>
    /// <param name="told">The language that the package names; null: none, or one that is not known here.</param>
    public static IReadOnlyList<HandedFile> Of(AuthorSolution solution, IReadOnlyList<HandedFile> files, Language? told) =>
        (files, told, solution.EntryPoint) switch
        {
            ([var only], { } language, _) => [only with { Name = language.Source }],
            ({ Count: > 1 }, _, { } entry) =>
            [
                .. files.Select(file => file.BaseName == entry ? file with { Name = "__main__" + file.Extension } : file),
            ],
            _ => files,
        };
}
