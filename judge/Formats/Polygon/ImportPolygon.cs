using System.Text.RegularExpressions;
using Judge.Formats.Draft;

namespace Judge.Formats.Polygon;

/// <summary>
/// Packages of Codeforces Polygon (full ones, which hold their tests), and contests of them: <c>contest.xml</c> with a folder
/// <c>problems</c>. There is no public specification; testlib.h tells how the programs are called.
/// </summary>
internal static partial class ImportPolygon
{
    private const string Settings = "problem.xml";
    private const string Contest = "contest.xml";
    private const string Problem = "problems";

    public static Importer Importer { get; } =
        new("polygon", FoldsCase: false, tree => tree.Find(Settings) is not null || Folders(tree).Any(), (tree, _) => Problems(tree));

    private static IEnumerable<ImportItem> Problems(ImportTree tree)
    {
        if (tree.Find(Settings) is not null)
        {
            return [Item(tree)];
        }

        var letters = tree.Find(Contest) is { } contest
            ? ImportXml
                .Load(contest, "contest")
                .Element("problems")
                ?.Elements("problem")
                .Select(problem => PolygonProblem.Text(problem, "url").Split('/')[^1])
                .ToList()
            : null;
        return Folders(tree)
            .OrderBy(folder => letters?.IndexOf(folder.Split('/')[^1]) is >= 0 and var at ? at : int.MaxValue)
            .Select(folder => Item(tree.Part(folder)));
    }

    /// <summary>Those of the problems of a contest, or of packages that somebody put side by side.</summary>
    private static IEnumerable<string> Folders(ImportTree tree) =>
        tree.Folders(Problem)
            .Select(folder => $"{Problem}/{folder}")
            .Concat(tree.Folders(""))
            .Where(folder => tree.Find($"{folder}/{Settings}") is not null);

    private static ImportItem Item(ImportTree tree)
    {
        var file = tree.Find(Settings) ?? throw new ImportException("import.noSettings", Settings);
        var name = ShortName(file) ?? tree.Name;
        return new ImportItem(name, draft => Fill(new PolygonSource(tree, PolygonProblem.Read(file), draft)));
    }

    private static string? ShortName(ImportFile file) =>
        PolygonProblem.Text(ImportXml.Load(file, "problem"), "short-name") is { Length: > 0 } name ? name : null;

    private static void Fill(PolygonSource source)
    {
        var (problem, draft) = (source.Problem, source.Draft);
        if (problem.Runs > 1)
        {
            throw new ImportException("import.polygon.runs", problem.Runs);
        }

        draft.Understood("import.polygon.format");
        draft.Limits((decimal)problem.TimeLimit.TotalSeconds, problem.MemoryBytes / (decimal)(1 << 20));
        Files(problem, draft);
        PolygonStatements.Add(source);
        PolygonTestData.Add(source);
        if (problem.Interactor is { } interactor)
        {
            Interactor(source, interactor);
        }

        if (source.IsChecked)
        {
            Checker(source);
        }

        foreach (var validator in problem.Validators)
        {
            source.Add(validator, $"input_validators/{Stem(validator.Path)}");
        }

        Solutions(source);
        PolygonGraders.Add(source);
        if (problem.OtherTestsets.Count > 0)
        {
            draft.LeftOut("import.polygon.testsets", ImportNames.Shown(string.Join(", ", problem.OtherTestsets)));
        }
    }

    /// <summary>Both names or none: with one of them the other side is a standard stream, which school.yaml's "streams" admits.</summary>
    private static void Files(PolygonProblem problem, PackageDraft draft)
    {
        if (problem.InputFile.Length == 0 && problem.OutputFile.Length == 0)
        {
            return;
        }

        draft
            .School.Set("input_file", problem.InputFile.Length > 0 ? problem.InputFile : "stdin.txt")
            .Set("output_file", problem.OutputFile.Length > 0 ? problem.OutputFile : "stdout.txt");
        if (problem.InputFile.Length == 0 || problem.OutputFile.Length == 0)
        {
            draft.School.Set("streams", true);
        }
    }

    private static void Interactor(PolygonSource source, PolygonProgram interactor)
    {
        source.Draft.Settings.Set("type", source.IsScoring ? "scoring interactive" : "pass-fail interactive");
        source.Draft.School.Set("interactor", "testlib");
        source.Add(interactor, "output_validator");
        if (source.IsChecked)
        {
            source.Draft.Understood("import.polygon.interactorFile");
        }
        else
        {
            source.Draft.Warning("import.polygon.interactive");
        }
    }

    private static void Checker(PolygonSource source)
    {
        var (problem, draft) = (source.Problem, source.Draft);
        if (problem.Checker is null)
        {
            draft.Default("import.polygon.noChecker");
        }

        if (PolygonCheckers.BuiltIn(problem.Checker?.Name ?? "std::wcmp.cpp") is not { } builtIn)
        {
            var checker = problem.Checker!;
            source.Add(checker, "checker");
            draft.School.Map("checker").Set("contract", "testlib").Set("program", "checker");
            if (problem.IsPercent && PartPoints().IsMatch(source.Tree.Find(checker.Path)!.Text()))
            {
                throw new ImportException("import.polygon.percent");
            }
        }
        else if (builtIn.Checker is not null || problem.Interactor is not null)
        {
            draft.School.Set("checker", builtIn.Checker ?? "tokens");
        }
    }

    private static void Solutions(PolygonSource source)
    {
        var expected = new YamlDraft();
        foreach (var (tag, path) in source.Problem.Solutions)
        {
            if (source.Tree.Find(path) is not { } file)
            {
                source.Draft.LeftOut("import.polygon.noSolutionFile", ImportNames.Shown(path));
            }
            else if (PolygonCheckers.Folder(tag) is not { } folder)
            {
                source.Draft.LeftOut("import.polygon.solution", ImportNames.Shown(path), ImportNames.Shown(tag));
            }
            else
            {
                AddSolution(source.Draft, folder, tag, file, expected);
            }
        }

        if (!expected.IsEmpty)
        {
            source.Draft.Add("submissions/submissions.yaml", expected);
        }
    }

    private static void AddSolution(PackageDraft draft, string folder, string tag, ImportFile file, YamlDraft expected)
    {
        var path = $"{folder}/{ImportNames.Unused(ImportNames.OfFile(file.Name), [.. draft.Files.Keys.Select(key => key.Split('/')[^1])])}";
        draft.Add($"submissions/{path}", file);
        if (PolygonCheckers.Expected(tag) is not { Permitted: var permitted, Required: var required })
        {
            return;
        }

        expected.Map(path).Set("permitted", permitted);
        if (required.Length > 0)
        {
            expected.Map(path).Set("required", required);
        }
    }

    private static string Stem(string path) => ImportNames.OfFile(Path.GetFileNameWithoutExtension(path));

    /// <summary>Takes a program's source, and testlib.h beside it if it is in the package and wanted.</summary>
    private static void Add(this PolygonSource source, PolygonProgram program, string folder)
    {
        var file = source.Tree.Find(program.Path) ?? throw new ImportException("import.polygon.noSource", ImportNames.Shown(program.Path));
        var language = file.Extension;
        if (language is not (".cpp" or ".cc" or ".c" or ".pas" or ".dpr" or ".py"))
        {
            throw new ImportException("import.polygon.programLanguage", ImportNames.Shown(program.Path));
        }

        source.Draft.Add($"{folder}/{(language == ".dpr" ? Stem(file.Name) + ".pas" : ImportNames.OfFile(file.Name))}", file);
        foreach (var header in HeadersOf(source, file))
        {
            source.Draft.Add($"{folder}/{header.Name}", header);
        }

        if (language is ".cpp" or ".cc" && AuthorLibraries.TestlibOf(file) is not null)
        {
            source.Draft.Add(
                $"{folder}/{AuthorLibraries.Testlib}",
                source.Tree.Find($"files/{AuthorLibraries.Testlib}")
                    ?? AuthorLibraries.FindTestlib(source.Tree)
                    ?? throw new ImportException("import.polygon.noTestlib", AuthorLibraries.Testlib, ImportNames.Shown(program.Path))
            );
        }
    }

    /// <summary>Headers of the package that a program asks for by name.</summary>
    private static IEnumerable<ImportFile> HeadersOf(PolygonSource source, ImportFile program)
    {
        var text = program.Text();
        return source
            .Problem.Resources.Select(resource => source.Tree.Find(resource.Path))
            .OfType<ImportFile>()
            .Where(file =>
                file.Extension is ".h" or ".hpp" or ".hh" or ".inc"
                && file.Name != AuthorLibraries.Testlib
                && text.Contains(file.Name, StringComparison.Ordinal)
            )
            .DistinctBy(file => file.Name);
    }

    [GeneratedRegex(@"\bquitp\b|\bquitpi\b|\b_points\b|\b_pc\b|\b_partially\b")]
    private static partial Regex PartPoints();
}

/// <summary>What is read, what it says of itself, and what is made of it.</summary>
internal sealed partial record PolygonSource(ImportTree Tree, PolygonProblem Problem, PackageDraft Draft)
{
    /// <summary>
    /// Whether a checker decides. An interactor writes for one through <c>tout</c> (testlib.h 0.9.41, registerInteraction: its second
    /// argument), which the checker reads as the output; one that writes nothing has decided by itself.
    /// </summary>
    public bool IsChecked =>
        Problem.Interactor is not { } interactor || Tree.Find(interactor.Path) is { } file && HandsOver().IsMatch(file.Text());

    /// <summary>Points make a difference only where there are some.</summary>
    public bool IsScoring => Problem.Tests.Any(test => test.Points > 0) || Problem.Groups.Any(group => group.Points > 0);

    [GeneratedRegex(@"\btout\b")]
    private static partial Regex HandsOver();
}
