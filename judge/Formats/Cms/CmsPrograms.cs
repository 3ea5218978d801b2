using Judge.Formats.Draft;

namespace Judge.Formats.Cms;

/// <summary>Programs of a task of CMS: its checker, graders that call the entrant's functions, and solutions.</summary>
internal static class CmsPrograms
{
    private static readonly string[] Sources = [".cpp", ".cc", ".c", ".pas", ".py"];

    public static void Add(CmsSource source)
    {
        var tree = source.Tree;
        if (
            tree.Find("check/manager") is not null
            || tree.In("check").Any(file => file.Stem == "manager")
            || tree.In("sol").Any(file => file.Stem == "stub")
        )
        {
            throw new ImportException("import.cms.communication");
        }

        Checker(source);
        Graders(source);
        Solutions(source);
    }

    private static void Checker(CmsSource source)
    {
        var (tree, draft) = (source.Tree, source.Draft);
        List<ImportFile> files = [.. tree.In("check").Concat(tree.In("cor"))];
        List<ImportFile> named = [.. files.Where(file => file.Stem is "checker" or "correttore")];
        if (named.Count == 0)
        {
            draft.School.Set("checker", "themis_c2");
            draft.Understood("import.cms.whiteDiff");
            return;
        }

        var main =
            named.Find(file => Sources.Contains(file.Extension))
            ?? named.Find(IsPython)
            ?? throw new ImportException("import.cms.compiledChecker", named[0].Path);
        source.HasChecker = true;
        draft.Add($"checker/{main.Stem}{(Sources.Contains(main.Extension) ? main.Extension : ".py")}", main);
        foreach (var header in files.Where(file => file.Extension is ".h" or ".hpp"))
        {
            draft.Add($"checker/{header.Name}", header);
        }

        draft.School.Map("checker").Set("contract", "cms").Set("program", "checker");
    }

    private static bool IsPython(ImportFile file) =>
        file.Extension.Length == 0
        && file.Length < 1 << 20
        && ImportFile.TextOf(file.Bytes()) is { } text
        && text.StartsWith("#!", StringComparison.Ordinal)
        && text.Split('\n')[0].Contains("python", StringComparison.Ordinal);

    /// <summary>The grader is the program, and the entrant's file its unit or module; only Pascal and Python are so.</summary>
    private static void Graders(CmsSource source)
    {
        var (tree, draft) = (source.Tree, source.Draft);
        List<ImportFile> graders = [.. tree.In("sol").Where(file => file.Stem == "grader")];
        if (graders.Count == 0 || source.IsOutputOnly)
        {
            return;
        }

        var codes = new List<string>();
        foreach (var (code, extension) in ((string, string)[])[("pascal", ".pas"), ("python3", ".py")])
        {
            if (graders.Find(file => file.Extension == extension) is not { } grader)
            {
                continue;
            }

            codes.Add(code);
            draft.Add($"include/{code}/{grader.Name}", grader);
            foreach (
                var library in tree.In("sol")
                    .Where(file => file.Extension == extension && file.Stem.EndsWith("lib", StringComparison.Ordinal))
            )
            {
                draft.Add($"include/{code}/{library.Name}", library);
            }

            draft.School.Map("main").Map(code).Set("source", ImportNames.OfFile(source.Name) + extension).Set("main", grader.Name);
        }

        if (codes.Count == 0)
        {
            throw new ImportException("import.cms.graderLanguage");
        }

        draft.Settings.Set("languages", codes);
        if (graders.Where(file => file.Extension is not (".pas" or ".py")).Select(file => file.Name).ToList() is { Count: > 0 } others)
        {
            draft.Warning("import.cms.onlyLanguages", string.Join(", ", others), string.Join(", ", codes));
        }
    }

    private static void Solutions(CmsSource source)
    {
        foreach (
            var file in source
                .Tree.In("sol")
                .Where(file =>
                    Sources.Contains(file.Extension) && file.Stem != "grader" && !file.Stem.EndsWith("lib", StringComparison.Ordinal)
                )
        )
        {
            if (file.Stem is "solution" or "soluzione" || file.Stem == source.Name)
            {
                source.Draft.Add($"submissions/accepted/{ImportNames.OfFile(file.Name)}", file);
            }
            else
            {
                source.Draft.LeftOut("import.cms.unknownResult", file.Path);
            }
        }
    }
}
