using System.Text.RegularExpressions;
using Judge.Formats.Draft;

namespace Judge.Formats.Polygon;

/// <summary>
/// Files that are compiled with the entrant's: resources for the asset "solution" at the stage "compile"
/// (github.com/purplesyringa/problem-xml-specs, "9.2 Resources"; Polygon's API calls their languages "forTypes").
/// </summary>
internal static partial class PolygonGraders
{
    private const string Solution = "solution";

    public static void Add(PolygonSource source)
    {
        List<PolygonResource> resources = [.. source.Problem.Resources.Where(resource => resource.Assets.Contains(Solution))];
        var found = false;
        foreach (var resource in resources)
        {
            if (resource.Stages.Contains("run"))
            {
                throw new ImportException("import.polygon.runResource", ImportNames.Shown(resource.Path));
            }

            var file =
                source.Tree.Find(resource.Path) ?? throw new ImportException("import.polygon.noSource", ImportNames.Shown(resource.Path));
            var codes = CodesOf(resource.ForTypes, file.Extension);
            foreach (var code in codes)
            {
                source.Draft.Add($"include/{code}/{file.Name}", file);
            }

            if (codes.Count == 0)
            {
                source.Draft.LeftOut(
                    "import.polygon.otherResource",
                    ImportNames.Shown(resource.Path),
                    ImportNames.Shown(resource.ForTypes)
                );
            }

            found |= codes.Count > 0;
        }

        if (resources.Count > 0 && !found)
        {
            throw new ImportException("import.polygon.graders");
        }
    }

    /// <summary>
    /// Languages of ours that a mask such as <c>cpp.*;python.3</c> names. One that names all leaves it to the file's ending.
    /// </summary>
    internal static IReadOnlyList<string> CodesOf(string mask, string ending)
    {
        var types = mask.ToLowerInvariant().Split([';', ':', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return types.Length == 0 || types.Contains("*") ? OfEnding(ending) : [.. types.SelectMany(CodesOf).Distinct()];
    }

    private static IReadOnlyList<string> CodesOf(string type) =>
        Language().Match(type).Value switch
        {
            "cpp" => ["cpp"],
            "c" => ["c"],
            "h" => ["c", "cpp"],
            "pas" or "pascal" or "delphi" or "fpc" => ["pascal"],
            "python" or "pypy" when !SecondPython().IsMatch(type) => ["python3"],
            _ => [],
        };

    private static IReadOnlyList<string> OfEnding(string ending) =>
        ending switch
        {
            ".h" => ["c", "cpp"],
            ".hpp" or ".hh" or ".cpp" or ".cc" => ["cpp"],
            ".c" => ["c"],
            ".pas" or ".inc" => ["pascal"],
            ".py" => ["python3"],
            _ => [],
        };

    [GeneratedRegex(@"\A[a-z]*")]
    private static partial Regex Language();

    [GeneratedRegex(@"\A(?:python|pypy)[=^~.]?(?:pypy)?2")]
    private static partial Regex SecondPython();
}

/// <summary>A file for programs of the problem or of entrants.</summary>
/// <param name="ForTypes">Mask of languages; empty: all.</param>
/// <param name="Stages">When it is there, in lower case: compile, run.</param>
/// <param name="Assets">For which programs, in lower case: solution, checker, interactor, validator.</param>
internal sealed record PolygonResource(string Path, string ForTypes, IReadOnlyList<string> Stages, IReadOnlyList<string> Assets);
