using System.Text.RegularExpressions;
using Judge.Formats.Draft;

namespace Judge.Formats.Themis;

/// <summary>
/// Problems of Themis: a folder a problem with <c>Settings.cfg</c> (or without: then Themis' defaults) and a folder a test. Contestants
/// beside them are left alone. Themis has no public specification; the rules are those of programs that work together with it.
/// </summary>
internal static partial class ImportThemis
{
    private const string Settings = "Settings.cfg";
    private const int Deepest = 3;

    private static readonly string[] Sources = [".pas", ".pp", ".py", ".c", ".cpp", ".cc", ".cxx", ".java"];

    public static Importer Importer { get; } = new("themis", FoldsCase: true, tree => Folders(tree, "", Deepest).Any(), Problems);

    private static IEnumerable<ImportItem> Problems(ImportTree tree, ImportNotes notes)
    {
        List<string> folders = [.. Folders(tree, "", Deepest)];
        var others = tree
            .Files.Where(file =>
                !folders.Any(folder => folder.Length == 0 || file.Path.StartsWith(folder + "/", StringComparison.OrdinalIgnoreCase))
            )
            .ToList();
        var contestants = others
            .Where(file => Sources.Contains(file.Extension))
            .Select(file => file.Folder)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count();
        if (contestants > 0)
        {
            notes.LeftOut("import.themis.work", contestants);
        }

        foreach (var file in others.Where(file => !Sources.Contains(file.Extension)).Take(20))
        {
            notes.LeftOut("import.file.unused", ImportNames.Shown(file.Path));
        }

        return folders
            .OrderBy(folder => folder, TestNaming.Natural)
            .Select(folder => new ImportItem(NameOf(tree, folder), draft => new Reading(tree, folder, draft).Fill()));
    }

    /// <summary>Outermost folders that hold a problem.</summary>
    private static IEnumerable<string> Folders(ImportTree tree, string folder, int deep) =>
        IsProblem(tree, folder) ? [folder]
        : deep == 0 ? []
        : tree.Folders(folder).SelectMany(child => Folders(tree, Join(folder, child), deep - 1));

    private static bool IsProblem(ImportTree tree, string folder) =>
        tree.Find(Join(folder, Settings)) is not null || CommonName(tree, folder) is not null;

    /// <summary>
    /// The NAME of <c>NAME.INP</c> and <c>NAME.OUT</c> in all test folders, where there is one; null: these are no tests of Themis.
    /// </summary>
    private static string? CommonName(ImportTree tree, string folder)
    {
        var tests = tree.Folders(folder).Select(test => tree.In(Join(folder, test)).ToList()).ToList();
        if (tests.Exists(files => files.Exists(file => Sources.Contains(file.Extension))))
        {
            return null;
        }

        var names = tests
            .SelectMany(files =>
                files.Where(file =>
                    file.Extension == ".inp" && files.Exists(other => other.Extension == ".out" && Same(other.Stem, file.Stem))
                )
            )
            .Select(file => file.Stem)
            .ToList();
        return names.Count > 0 && names.TrueForAll(name => Same(name, names[0])) && !IsLooseFolder(tree, folder, names) ? names[0] : null;
    }

    /// <summary>One folder at the root with one pair of files is a test only where its name or the pair's tells so.</summary>
    private static bool IsLooseFolder(ImportTree tree, string folder, List<string> names) =>
        folder.Length == 0
        && names.Count == 1
        && tree.Folders("") is [var only]
        && !Same(names[0], tree.Name)
        && !only.StartsWith("test", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(ImportTree tree, string folder) =>
        folder.Length > 0 ? folder[(folder.LastIndexOf('/') + 1)..]
        : tree.Find(Settings) is null && CommonName(tree, "") is { } name ? name
        : tree.Top ?? tree.Name;

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    /// <summary>Number of an evaluator (C1 to C11); 0: none is known by that name.</summary>
    private static int Evaluator(string name) =>
        EvaluatorPattern().Match(name) is { Success: true } match
            ? int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"\AC([0-9]{1,2})[A-Za-z]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EvaluatorPattern();

    /// <summary>One problem being read.</summary>
    private sealed class Reading(ImportTree tree, string folder, PackageDraft draft)
    {
        private readonly HashSet<ImportFile> _used = [];

        public void Fill()
        {
            var settings = ReadSettings();
            var name = settings.Name ?? draft.Source;
            draft.Title("vi", name);
            draft.Limits(Capped(settings.TimeLimit), settings.MemoryLimit);
            var files = Names(settings, name);
            AddTests(settings, files);
            SetChecker(settings.Evaluator);
            AddStatement();
            foreach (var file in tree.Below(folder).Where(file => !_used.Contains(file)).Take(20))
            {
                draft.LeftOut("import.file.unused", ImportNames.Shown(file.Path));
            }
        }

        /// <summary>Themis' own limit is often far above what any program here may take; a slower one is too slow for a contest.</summary>
        private decimal Capped(decimal seconds)
        {
            if (seconds <= PackageDraft.MostSeconds)
            {
                return seconds;
            }

            draft.Warning("import.themis.longTime", seconds, PackageDraft.MostSeconds);
            return PackageDraft.MostSeconds;
        }

        private ThemisSettings ReadSettings()
        {
            if (tree.Find(Join(folder, Settings)) is not { } file)
            {
                draft.Default("import.themis.noSettings");
                return ThemisSettings.Default;
            }

            _used.Add(file);
            var settings = ThemisSettings.Read(file);
            foreach (var unknown in settings.Unknown)
            {
                draft.Warning("import.themis.unknownAttribute", ImportNames.Shown(unknown));
            }

            return settings;
        }

        /// <summary>Names of all input files and of the output file, said in <c>school.yaml</c> where programs use files.</summary>
        private (IReadOnlyList<string> Inputs, string Output) Names(ThemisSettings settings, string name)
        {
            var stem = tree.Find(Join(folder, Settings)) is null && CommonName(tree, folder) is { } common ? common : name;
            var inputs = settings.Inputs is [] ? [stem + ".INP"] : settings.Inputs;
            if (settings.Outputs.Count > 1)
            {
                draft.Error("import.themis.outputs", settings.Outputs.Count, string.Join(", ", settings.Outputs.Select(ImportNames.Shown)));
            }

            var output = settings.Outputs is [var first, ..] ? first : stem + ".OUT";
            if (settings.ReadsStandardInput && settings.WritesStandardOutput)
            {
                return (inputs, output);
            }

            draft.School.Set("input_file", inputs[0]).Set("output_file", output);
            if (settings.ReadsStandardInput || settings.WritesStandardOutput)
            {
                draft.School.Set("streams", true);
                draft.Warning("import.themis.mixedFiles");
            }

            return (inputs, output);
        }

        private void AddTests(ThemisSettings settings, (IReadOnlyList<string> Inputs, string Output) files)
        {
            var folders = tree.Folders(folder);
            List<ThemisTest> tests =
            [
                .. (
                    settings.Tests
                    ??
                    [
                        .. folders
                            .Where(HasFiles)
                            .OrderBy(test => test, TestNaming.Natural)
                            .Select(test => new ThemisTest(test, null, null, null)),
                    ]
                ).DistinctBy(test => test.Name, StringComparer.OrdinalIgnoreCase),
            ];
            foreach (
                var twice in (settings.Tests ?? [])
                    .GroupBy(test => test.Name, StringComparer.OrdinalIgnoreCase)
                    .Where(same => same.Count() > 1)
            )
            {
                draft.Warning("import.themis.listedTwice", ImportNames.Shown(twice.Key));
            }

            foreach (var unlisted in folders.Where(known => !tests.Exists(test => Same(test.Name, known))))
            {
                draft.LeftOut("import.themis.unlisted", ImportNames.Shown(unlisted));
            }

            var names = TestNaming.Ordinal([.. tests.Select(test => test.Name)]);
            if (!names.SequenceEqual(tests.Select(test => test.Name)))
            {
                draft.Warning("import.testsRenamed", names[0], names[^1]);
            }

            draft.School.Map("marks").Set("default", settings.Mark);
            for (var at = 0; at < tests.Count; at++)
            {
                AddTest(tests[at], names[at], files);
            }

            bool HasFiles(string test) => tree.In(Join(folder, test)).Any();
        }

        private void AddTest(ThemisTest test, string name, (IReadOnlyList<string> Inputs, string Output) files)
        {
            var inputs = files.Inputs.Select(input => Find(test.Name, input)).OfType<ImportFile>().ToList();
            if (inputs.Count < files.Inputs.Count || Find(test.Name, files.Output) is not { } answer)
            {
                var wanted = string.Join(", ", files.Inputs.Append(files.Output).Where(file => Find(test.Name, file) is null));
                draft.Error("import.themis.noFile", ImportNames.Shown(test.Name), wanted);
                return;
            }

            _used.UnionWith(inputs.Append(answer));
            draft.AddTest(name, inputs[0], answer);
            for (var at = 1; at < inputs.Count; at++)
            {
                draft.Add($"data/secret/{name}.files/{ImportNames.OfFile(files.Inputs[at])}", inputs[at]);
            }

            if (test.Mark is { } mark)
            {
                draft.School.Map("marks").Set(name, mark);
            }

            if (test.TimeLimit is { } seconds)
            {
                draft.School.Map("tests").Map(name).Set("time_limit", draft.Seconds(Capped(seconds)));
            }

            if (test.MemoryLimit is { } megabytes)
            {
                draft.School.Map("tests").Map(name).Set("memory", draft.Megabytes(megabytes));
            }
        }

        private ImportFile? Find(string test, string file) => tree.Find($"{Join(folder, test)}/{file}");

        private void SetChecker(string evaluator)
        {
            switch (Evaluator(evaluator))
            {
                case >= 1 and <= 5 and var number:
                    draft.School.Set("checker", $"themis_c{number}");
                    if (number <= 2)
                    {
                        draft.Understood("import.themis.lines", number + 2);
                    }

                    break;
                case 8:
                    AddChecker("themis");
                    break;
                case 9:
                    AddChecker("testlib");
                    break;
                case 10:
                    AddChecker("cms");
                    break;
                case 6 or 7:
                    draft.Error("import.themis.windowsChecker", ImportNames.Shown(evaluator));
                    break;
                case 11:
                    draft.Error("import.themis.functions");
                    break;
                default:
                    draft.Error("import.themis.unknownChecker", ImportNames.Shown(evaluator));
                    break;
            }
        }

        /// <summary>
        /// The one source beside <c>Settings.cfg</c>, or the one whose name tells that it checks; headers and testlib go with it.
        /// </summary>
        private void AddChecker(string contract)
        {
            List<ImportFile> beside = [.. tree.In(folder)];
            List<ImportFile> libraries =
            [
                .. beside.Where(file =>
                    Same(file.Stem, "testlib") || Same(file.Name, AuthorLibraries.WindowsUnit) || file.Extension is ".h" or ".hpp" or ".inc"
                ),
            ];
            List<ImportFile> sources = [.. beside.Except(libraries).Where(file => Sources.Contains(file.Extension))];
            var named = sources.Count > 1 ? [.. sources.Where(file => CheckerPattern().IsMatch(file.Stem))] : sources;
            if (named is not [var source])
            {
                draft.Error(
                    "import.themis.checkerSources",
                    sources.Count,
                    string.Join(", ", sources.Select(file => ImportNames.Shown(file.Name)))
                );
                return;
            }

            _used.UnionWith(libraries.Append(source));
            var testlib = AuthorLibraries.TestlibOf(source);
            if (testlib is not null && AuthorLibraries.FindTestlib(tree) is null)
            {
                draft.Error("import.noTestlib", AuthorLibraries.Testlib, ImportNames.Shown(source.Name));
                return;
            }

            libraries.RemoveAll(library => testlib is not null && Same(library.Name, testlib));
            if (testlib is not null)
            {
                draft.Add($"checker/{testlib}", AuthorLibraries.FindTestlib(tree)!);
            }

            var wantsWindows = AuthorLibraries.WantsWindows(source) && !beside.Exists(file => Same(file.Name, AuthorLibraries.WindowsUnit));
            if (wantsWindows)
            {
                draft.Add($"checker/{AuthorLibraries.WindowsUnit}", AuthorLibraries.Windows());
                draft.Default("import.themis.windowsUnit");
            }

            var isFolder = libraries.Count > 0 || wantsWindows || testlib is not null;
            var file = (isFolder ? "main" : ImportNames.OfFile(source.Stem)) + source.Extension;
            AddSource($"checker/{file}", source, isThemis: contract == "themis");
            libraries.ForEach(library => draft.Add($"checker/{ImportNames.OfFile(library.Name)}", library));
            draft.School.Map("checker").Set("contract", contract).Set("program", isFolder ? "checker" : $"checker/{file}");
        }

        /// <summary>Themis' own compile of C++ defines THEMIS, by which a checker for several judges knows where it runs.</summary>
        private void AddSource(string path, ImportFile source, bool isThemis)
        {
            if (!isThemis || source.Extension is not (".cpp" or ".cc" or ".cxx"))
            {
                draft.Add(path, source);
                return;
            }

            var bytes = source.Bytes();
            draft.Add(path, [.. "#define THEMIS\n#line 1\n"u8, .. bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes]);
        }

        private void AddStatement()
        {
            if (tree.In(folder).Where(file => file.Extension == ".pdf").ToList() is [var pdf])
            {
                _used.Add(pdf);
                draft.StatementPdf("vi", pdf);
            }
        }
    }

    [GeneratedRegex("check|chk|cham|evaluat|judge", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CheckerPattern();
}
