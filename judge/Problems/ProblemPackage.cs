using System.Text.RegularExpressions;

namespace Judge.Problems;

/// <summary>
/// Reads a problem from a folder in Kattis' layout, version 2025-09 (github.com/Kattis/problem-package-format), with one
/// file of our own: <c>school.yaml</c> (<c>input_file</c>, <c>output_file</c>) for reading and writing files in the
/// Vietnamese school way. What this judge cannot honour is refused, never passed over.
/// </summary>
internal static partial class ProblemPackage
{
    private const string Format = "2025-09";
    private const int DefaultMemoryMb = 256;
    private const int DefaultOutputMb = 8;

    /// <exception cref="PackageException">The package is wrong; it names the file and says why.</exception>
    public static Problem Load(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!IsName(name))
            throw new PackageException(name, "a package's folder is named with the letters a to z and digits only.");

        var settings = Open(folder, name, "problem.yaml")
            ?? throw new PackageException($"{name}/problem.yaml", "the file is missing, so this is no problem package.");
        CheckSettings(settings);
        RefuseFolder(folder, name, "output_validator");
        var limits = settings.Map("limits") ?? throw settings.Wrong("limits", "'limits' is missing.");
        CheckLimits(limits);

        var problem = new Problem
        {
            Name = name,
            Version = "",
            Titles = Titles(settings, folder, name),
            TimeLimit = TimeSpan.FromSeconds((double)(limits.Number("time_limit", 0.01m, 60)
                ?? throw limits.Wrong("time_limit", "'limits.time_limit' is missing: say the CPU time a test in seconds."))),
            MemoryBytes = (long)((limits.Number("memory", 1, 2048) ?? DefaultMemoryMb) * (1 << 20)),
            OutputBytes = (long)((limits.Number("output", 0.001m, 64) ?? DefaultOutputMb) * (1 << 20)),
            Files = Files(folder, name),
            Tests = [.. TestFolder.Read(folder, name, isSample: true), .. TestFolder.Read(folder, name, isSample: false)],
            Folder = Path.GetFullPath(folder)
        };
        return problem with { Version = PackageVersion.Of(problem) };
    }

    public static bool IsName(string name) => NamePattern().IsMatch(name);

    private static YamlMap? Open(string folder, string name, string file) =>
        File.Exists(Path.Combine(folder, file)) ? YamlMap.Read(Path.Combine(folder, file), $"{name}/{file}") : null;

    private static void CheckSettings(YamlMap settings)
    {
        settings.Allow("problem_format_version", "name", "uuid", "type", "version", "credits", "source", "license", "rights_owner",
            "embargo_until", "limits", "keywords", "languages", "allow_file_writing", "constants");
        if (settings.RequiredText("problem_format_version") is var version and not Format)
            throw settings.Wrong("problem_format_version", $"the format '{version}' cannot be read; convert the package to {Format}.");
        settings.RequiredText("uuid");
        Expect(settings, "type", "pass-fail");
        Expect(settings, "languages", "all");
        Refuse(settings, "embargo_until", "constants");
    }

    private static void CheckLimits(YamlMap limits)
    {
        limits.Allow("time_limit", "time_resolution", "time_multipliers", "memory", "output", "code", "compilation_time",
            "compilation_memory", "validation_time", "validation_memory", "validation_output", "validation_passes");
        Refuse(limits, "code", "compilation_time", "compilation_memory", "validation_passes");
    }

    private static void Expect(YamlMap map, string key, string only)
    {
        if (map.Has(key) && map.Text(key) is var value && value != only)
            throw map.Wrong(key, $"'{key}: {value}' is not supported; only '{only}' is.");
    }

    private static void Refuse(YamlMap map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (map.Has(key))
                throw map.Wrong(key, $"'{key}' cannot be honoured by this judge; take it out.");
        }
    }

    private static void RefuseFolder(string folder, string name, string part)
    {
        if (Directory.Exists(Path.Combine(folder, part)))
            throw new PackageException($"{name}/{part}", "checkers of a problem's own are not supported; outputs are compared token by token.");
    }

    private static Dictionary<string, string> Titles(YamlMap settings, string folder, string name)
    {
        var titles = settings.IsMap("name")
            ? settings.Map("name") is { } map ? map.Keys.ToDictionary(language => language, map.RequiredText) : []
            : new() { ["en"] = settings.RequiredText("name") };
        if (titles.Count == 0)
            throw settings.Wrong("name", "'name' is empty.");
        foreach (var language in titles.Keys)
        {
            if (!LanguagePattern().IsMatch(language))
                throw settings.Wrong("name", $"'{language}' is no language code such as 'vi'.");
            if (!File.Exists(Path.Combine(folder, Problem.StatementFile(language))))
                throw new PackageException($"{name}/{Problem.StatementFile(language)}", $"the file is missing, but problem.yaml has a name in '{language}'.");
        }

        return titles;
    }

    private static FileNames? Files(string folder, string name)
    {
        if (Open(folder, name, "school.yaml") is not { } school)
            return null;
        school.Allow("input_file", "output_file");
        return new FileNames(PlainName(school, "input_file"), PlainName(school, "output_file"));
    }

    private static string PlainName(YamlMap school, string key) =>
        school.RequiredText(key) is var file && FilePattern().IsMatch(file)
            ? file
            : throw school.Wrong(key, $"'{file}' is no plain file name such as BAI1.INP.");

    [GeneratedRegex(@"\A[a-z0-9]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z]{2})?\z")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\z")]
    private static partial Regex FilePattern();
}
