using System.Globalization;

namespace Judge.Formats.Draft;

/// <summary>Solutions that a source holds as texts. They are claims of the author, judged when the package is verified.</summary>
internal static class SolutionDrafts
{
    /// <param name="solutions">Each in its language as the source calls it.</param>
    public static void Add(PackageDraft draft, IEnumerable<(string Language, string Code)> solutions)
    {
        var number = 0;
        foreach (var (language, code) in solutions)
        {
            if (EndingOf(language) is { } ending)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"solution{++number}{ending}");
                draft.Add($"submissions/accepted/{name}", code.Trim() + "\n");
            }
            else
            {
                draft.LeftOut("import.solution", ImportNames.Shown(language));
            }
        }
    }

    private static string? EndingOf(string language) =>
        language.ToLowerInvariant() switch
        {
            "c" => ".c",
            "c++" or "g++" or "cpp" => ".cpp",
            "pascal" => ".pas",
            "python" or "python3" => ".py",
            "java" => ".java",
            _ => null,
        };
}
