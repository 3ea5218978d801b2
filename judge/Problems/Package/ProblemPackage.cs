using System.Text.RegularExpressions;

namespace Judge.Problems.Package;

/// <summary>
/// Reads a problem from a folder in Kattis' layout, version 2025-09 (github.com/Kattis/problem-package-format), with one
/// file of our own, <c>school.yaml</c> (<see cref="SchoolSettings"/>), for what that layout cannot say. What this judge cannot honour
/// is refused, never passed over.
/// </summary>
internal static partial class ProblemPackage
{
    public const string Format = "2025-09";

    private const int DefaultMemoryMb = 256;
    private const int DefaultOutputMb = 8;

    /// <exception cref="PackageException">The package is wrong; it names the file and says why.</exception>
    public static Problem Load(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (!IsName(name))
        {
            throw new PackageException(name, "a package's folder is named with the letters a to z and digits only.");
        }

        folder = Path.GetFullPath(folder);
        var settings =
            Open(folder, name, "problem.yaml")
            ?? throw new PackageException($"{name}/problem.yaml", "the file is missing, so this is no problem package.");
        CheckSettings(settings);
        RefuseFolder(folder, name, "static_validator");
        var limits = settings.Map("limits") ?? throw settings.Wrong("limits", "'limits' is missing.");
        CheckLimits(limits);
        var school = SchoolSettings.Read(folder, name);
        var types = Types(settings);

        var problem = new Problem
        {
            Name = name,
            Version = "",
            Titles = Titles(settings, folder, name),
            TimeLimit = TimeSpan.FromSeconds(
                (double)(
                    limits.Number("time_limit", 0.01m, 60)
                    ?? throw limits.Wrong("time_limit", "'limits.time_limit' is missing: say the CPU time a test in seconds.")
                )
            ),
            MemoryBytes = (long)((limits.Number("memory", 1, 2048) ?? DefaultMemoryMb) * (1 << 20)),
            OutputBytes = (long)((limits.Number("output", 0.001m, 64) ?? DefaultOutputMb) * (1 << 20)),
            SourceBytes = (int?)(limits.Number("code", 0.1m, 1024) * 1024),
            Validation = Validation(limits, ValidationLimits.Usual),
            Files = school.Files,
            Kind =
                types.Contains("interactive") ? TaskKind.Interactive
                : types.Contains("submit-answer") ? TaskKind.OutputOnly
                : types.Contains("blocks") ? TaskKind.Blocks
                : TaskKind.Batch,
            Passes = types.Contains("multi-pass") ? (int)(limits.Number("validation_passes", 2, 100) ?? 2) : 1,
            ScoringScript = school.ScoringScript,
            Languages = LanguageIds(settings),
            Tests = types.Contains("blocks")
                ? []
                : [.. TestFolder.Read(folder, name, isSample: true), .. TestFolder.Read(folder, name, isSample: false)],
            Interactions = Interactions(folder),
            Folder = folder,
        };
        if (problem.Kind == TaskKind.Blocks)
        {
            return LevelPackage.Of(problem);
        }

        problem = AuthorPrograms.AddTo(problem, school);
        problem = problem with { Tests = [.. problem.Tests.Select(school.ApplyTo).Select(test => WithFlags(test, problem))] };
        problem = Grouping.WithGroups(problem, folder, types.Contains("scoring"), school);
        return problem with { Version = PackageVersion.Of(problem) };
    }

    public static bool IsName(string name) => NamePattern().IsMatch(name);

    private static YamlMap? Open(string folder, string name, string file) =>
        File.Exists(Path.Combine(folder, file)) ? YamlMap.Read(Path.Combine(folder, file), $"{name}/{file}") : null;

    private static void CheckSettings(YamlMap settings)
    {
        settings.Allow(
            "problem_format_version",
            "name",
            "uuid",
            "type",
            "version",
            "credits",
            "source",
            "license",
            "rights_owner",
            "embargo_until",
            "limits",
            "keywords",
            "languages",
            "allow_file_writing",
            "constants"
        );
        if (settings.RequiredText("problem_format_version") is var version and not Format)
        {
            throw settings.Wrong("problem_format_version", $"the format '{version}' cannot be read; convert the package to {Format}.");
        }

        settings.RequiredText("uuid");
        Refuse(settings, "embargo_until", "constants");
    }

    private static void CheckLimits(YamlMap limits) =>
        limits.Allow(
            "time_limit",
            "time_resolution",
            "time_multipliers",
            "memory",
            "output",
            "code",
            "compilation_time",
            "compilation_memory",
            "validation_time",
            "validation_memory",
            "validation_output",
            "validation_passes"
        );

    private static ValidationLimits Validation(YamlMap limits, ValidationLimits usual) =>
        new(
            limits.Number("validation_time", 1, 120) is { } seconds ? TimeSpan.FromSeconds((double)seconds) : usual.Time,
            (long?)(limits.Number("validation_memory", 1, 2048) * (1 << 20)) ?? usual.MemoryBytes,
            (long?)(limits.Number("validation_output", 1, 64) * (1 << 20)) ?? usual.OutputBytes
        );

    /// <summary>The words of 'type'; those that exclude each other are refused.</summary>
    private static IReadOnlyList<string> Types(YamlMap settings)
    {
        var types = settings.Texts("type");
        if (
            types.FirstOrDefault(type =>
                type is not ("pass-fail" or "scoring" or "interactive" or "multi-pass" or "submit-answer" or "blocks")
            ) is
            { } unknown
        )
        {
            throw settings.Wrong("type", $"there is no type '{unknown}'.");
        }

        if (types.Contains("submit-answer") && (types.Contains("interactive") || types.Contains("multi-pass")))
        {
            throw settings.Wrong("type", "'submit-answer' cannot be interactive or multi-pass.");
        }

        if (types.Contains("blocks") && types.Count > 1)
        {
            throw settings.Wrong("type", "'blocks' stands alone: stars are its points.");
        }

        if (types.Contains("pass-fail") && types.Contains("scoring"))
        {
            throw settings.Wrong("type", "a problem is either 'pass-fail' or 'scoring'.");
        }

        return types;
    }

    /// <summary>Ours are called as the format calls them, but for Python.</summary>
    private static IReadOnlyList<string> LanguageIds(YamlMap settings)
    {
        var codes = settings.Texts("languages");
        return codes is [] or ["all"] ? [] : [.. codes.Select(Language.IdOf)];
    }

    /// <summary>
    /// Flags are understood now, so that a wrong one is found when the package is read and not in the middle of a contest.
    /// </summary>
    private static Test WithFlags(Test test, Problem problem)
    {
        if (problem is { Kind: TaskKind.Interactive, ChecksTalk: false } || problem.Checker is not Checker.BuiltIn)
        {
            return test;
        }

        try
        {
            return test with { Tokens = TokenOptions.Parse(test.CheckerArguments) };
        }
        catch (FormatException e)
        {
            throw new PackageException(
                $"{problem.Name}/data/{(test.IsSample ? "sample" : "secret")}/{test.Name}",
                $"in output_validator_args {e.Message}"
            );
        }
    }

    private static string[] Interactions(string folder) =>
        Path.Combine(folder, "data", "sample") is var samples && Directory.Exists(samples)
            ? [.. Directory.GetFiles(samples, "*.interaction").Order(StringComparer.Ordinal)]
            : [];

    private static void Refuse(YamlMap map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (map.Has(key))
            {
                throw map.Wrong(key, $"'{key}' cannot be honoured by this judge; take it out.");
            }
        }
    }

    private static void RefuseFolder(string folder, string name, string part)
    {
        if (Directory.Exists(Path.Combine(folder, part)))
        {
            throw new PackageException($"{name}/{part}", "programs that look at sources (static validators) are not supported.");
        }
    }

    private static Dictionary<string, string> Titles(YamlMap settings, string folder, string name)
    {
        var titles = settings.IsMap("name")
            ? settings.Map("name") is { } map
                ? map.Keys.ToDictionary(language => language, map.RequiredText)
                : []
            : new() { ["en"] = settings.RequiredText("name") };
        if (titles.Count == 0)
        {
            throw settings.Wrong("name", "'name' is empty.");
        }

        foreach (var language in titles.Keys)
        {
            if (!LanguagePattern().IsMatch(language))
            {
                throw settings.Wrong("name", $"'{language}' is no language code such as 'vi'.");
            }

            if (
                !File.Exists(Path.Combine(folder, Problem.StatementFile(language)))
                && !File.Exists(Path.Combine(folder, Problem.StatementFile(language, "pdf")))
            )
            {
                throw new PackageException(
                    $"{name}/{Problem.StatementFile(language)}",
                    $"the file is missing, but problem.yaml has a name in '{language}'."
                );
            }
        }

        return titles;
    }

    [GeneratedRegex(@"\A[a-z0-9]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Z]{2})?\z")]
    private static partial Regex LanguagePattern();
}
