using Judge.Formats.Draft;

namespace Judge.Formats.Cms;

/// <summary>
/// Programs of a task of CMS: its checker or manager, what is compiled with the entrant's functions, and solutions
/// (cmscontrib/loaders/italy_yaml.py).
/// </summary>
internal static class CmsPrograms
{
    private static readonly string[] Sources = [".cpp", ".cc", ".c", ".pas", ".py"];
    private static readonly string[] Headers = [".h", ".hpp", ".hh"];

    /// <summary>Our languages by their codes, with endings of sources and of what CMS copies beside them.</summary>
    private static readonly (string Code, string[] Endings, string[] Beside)[] Languages =
    [
        ("cpp", [".cpp", ".cc"], Headers),
        ("c", [".c"], Headers),
        ("pascal", [".pas"], ["lib.pas"]),
        ("python3", [".py"], ["lib.py"]),
    ];

    public static void Add(CmsSource source)
    {
        if (source.HasManager)
        {
            Manager(source);
        }
        else
        {
            Checker(source);
        }

        if (!source.IsOutputOnly)
        {
            Beside(source);
        }

        Solutions(source);
    }

    /// <summary>Task type Communication with one process; without a setting, pipes are standard streams where there is no stub.</summary>
    private static void Manager(CmsSource source)
    {
        var (settings, draft) = (source.Settings, source.Draft);
        if (settings.Number(1000, "num_processes") is { } processes && processes != 1)
        {
            throw new ImportException("import.cms.processes", processes);
        }

        var main = Source(source.Managers) ?? throw new ImportException("import.cms.compiledManager", source.Managers[0].Path);
        source.HasChecker = true;
        AddProgram(source, main, "output_validator");
        draft.School.Set("interactor", "cms");
        if (settings.Text("user_io") is var way && way is "fifo_io" || way is not "std_io" && source.Grader is not null)
        {
            draft.School.Set("fifos", true);
        }
    }

    private static void Checker(CmsSource source)
    {
        var draft = source.Draft;
        List<ImportFile> named = [.. CheckFiles(source).Where(file => file.Stem is "checker" or "correttore")];
        if (named.Count == 0)
        {
            draft.School.Set("checker", "themis_c2");
            draft.Understood("import.cms.whiteDiff");
            return;
        }

        var main = Source(named) ?? throw new ImportException("import.cms.compiledChecker", named[0].Path);
        source.HasChecker = true;
        AddProgram(source, main, "checker");
        draft.School.Map("checker").Set("contract", "cms").Set("program", "checker");
    }

    /// <summary>Null: there are only compiled programs.</summary>
    private static ImportFile? Source(IReadOnlyList<ImportFile> named) =>
        named.FirstOrDefault(file => Sources.Contains(file.Extension)) ?? named.FirstOrDefault(IsPython);

    private static IEnumerable<ImportFile> CheckFiles(CmsSource source) => source.Tree.In("check").Concat(source.Tree.In("cor"));

    private static void AddProgram(CmsSource source, ImportFile main, string folder)
    {
        source.Draft.Add($"{folder}/{main.Stem}{(Sources.Contains(main.Extension) ? main.Extension : ".py")}", main);
        foreach (var header in CheckFiles(source).Where(file => Headers.Contains(file.Extension)).DistinctBy(file => file.Name))
        {
            source.Draft.Add($"{folder}/{header.Name}", header);
        }
    }

    private static bool IsPython(ImportFile file) =>
        file.Extension.Length == 0
        && file.Length < 1 << 20
        && ImportFile.TextOf(file.Bytes()) is { } text
        && text.StartsWith("#!", StringComparison.Ordinal)
        && text.Split('\n')[0].Contains("python", StringComparison.Ordinal);

    /// <summary>The grader or stub is the program, and the entrant's file, which bears the task's name, a part of it.</summary>
    private static void Beside(CmsSource source)
    {
        if (source.Grader is not { } stem)
        {
            return;
        }

        var (draft, all) = (source.Draft, source.Tree.In("sol"));
        List<ImportFile> mains = [.. all.Where(file => file.Stem == stem)];
        var codes = new List<string>();
        foreach (var (code, endings, beside) in Languages)
        {
            if (mains.Find(file => endings.Contains(file.Extension)) is not { } main)
            {
                continue;
            }

            codes.Add(code);
            draft.Add($"include/{code}/{main.Name}", main);
            foreach (var file in all.Where(file => beside.Any(ending => file.Name.EndsWith(ending, StringComparison.Ordinal))))
            {
                draft.Add($"include/{code}/{file.Name}", file);
            }

            draft.School.Map("main").Map(code).Set("source", ImportNames.OfFile(source.Name) + endings[0]).Set("main", main.Name);
        }

        if (codes.Count == 0)
        {
            throw new ImportException("import.cms.graderLanguage", stem);
        }

        if (mains.Where(file => !Sources.Contains(file.Extension)).Select(file => file.Name).ToList() is { Count: > 0 } others)
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
                    Sources.Contains(file.Extension)
                    && file.Stem is not ("grader" or "stub")
                    && !file.Stem.EndsWith("lib", StringComparison.Ordinal)
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
