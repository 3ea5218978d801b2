using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Verify;

/// <summary>An author's solution in the package, with what must come of it.</summary>
/// <param name="Path">Below <c>submissions/</c>.</param>
/// <param name="Files">Full paths; several make one solution of several files.</param>
/// <param name="UsesTime">Whether its times count for the time limit.</param>
internal sealed record AuthorSolution(
    string Path,
    IReadOnlyList<string> Files,
    string? Language,
    IReadOnlyList<Expectation> Expectations,
    bool UsesTime
)
{
    /// <summary>Which of several files is the program; null: the one that is called so.</summary>
    public string? EntryPoint { get; init; }
}

/// <summary>Reads <c>submissions/</c> and <c>submissions/submissions.yaml</c>.</summary>
internal static class AuthorSolutions
{
    private static readonly string[] Keys =
    [
        "language",
        "entrypoint",
        "authors",
        "model_solution",
        "permitted",
        "required",
        "score",
        "message",
        "use_for_time_limit",
    ];

    private static readonly string[] PartKeys = ["permitted", "required", "score", "message", "use_for_time_limit"];

    /// <summary>In ordinal order of their paths; a folder inside a verdict's folder is one solution of several files.</summary>
    /// <exception cref="PackageException">submissions.yaml is wrong.</exception>
    public static IReadOnlyList<AuthorSolution> Read(Problem problem)
    {
        var root = System.IO.Path.Combine(problem.Folder, "submissions");
        if (!Directory.Exists(root))
        {
            return [];
        }

        var settings =
            System.IO.Path.Combine(root, "submissions.yaml") is var file && File.Exists(file)
                ? YamlMap.Read(file, $"{problem.Name}/submissions/submissions.yaml")
                : null;
        return
        [
            .. Directory
                .GetDirectories(root)
                .SelectMany(Directory.GetFileSystemEntries)
                .Where(entry => System.IO.Path.GetFileName(entry)[0] != '.')
                .Order(StringComparer.Ordinal)
                .Select(entry => Of(problem, root, entry, settings)),
        ];
    }

    private static AuthorSolution Of(Problem problem, string root, string entry, YamlMap? settings)
    {
        var path = System.IO.Path.GetRelativePath(root, entry).Replace('\\', '/');
        var folder = path[..path.IndexOf('/')];
        string[] files = Directory.Exists(entry) ? [.. Directory.GetFiles(entry).Order(StringComparer.Ordinal)] : [entry];
        var usual = Expectation.OfFolder(folder, problem.FullScore);
        List<Expectation> expected = usual is null ? [] : [usual];
        var (language, main, usesTime) = ((string?)null, (string?)null, folder != "brute_force");
        foreach (var key in (settings?.Keys ?? []).Where(key => Matches(settings!, key, path)))
        {
            var own = settings!.Map(key)!;
            language = own.Text("language") ?? language;
            main = own.Text("entrypoint") ?? main;
            usesTime = own.Text("use_for_time_limit") is not "false" && usesTime;
            var replaces = key.TrimEnd('/') == folder;
            if (replaces)
            {
                expected.Clear();
            }

            expected.AddRange(Expectations(own, replaces ? usual : null));
        }

        if (main is not null && files.Length > 1 && !files.Any(file => System.IO.Path.GetFileName(file) == main))
        {
            throw settings!.Wrong(path, $"the program '{path}' has no file '{main}', which 'entrypoint' names.");
        }

        return new AuthorSolution(path, files, language, expected, usesTime) { EntryPoint = main };
    }

    private static bool Matches(YamlMap settings, string key, string path)
    {
        try
        {
            return Glob.Matches(key.TrimEnd('/'), path);
        }
        catch (FormatException e)
        {
            throw settings.Wrong(key, e.Message);
        }
    }

    /// <summary>What a rule says of all tests, then what its keys that name tests say.</summary>
    /// <param name="usual">What holds where the rule says nothing; null: nothing.</param>
    private static IEnumerable<Expectation> Expectations(YamlMap rule, Expectation? usual)
    {
        if ((Of(rule, "", usual) ?? usual) is { } whole)
        {
            yield return whole;
        }

        foreach (var tests in rule.Keys.Where(key => !Keys.Contains(key)))
        {
            if (!rule.IsMap(tests))
            {
                throw rule.Wrong(
                    tests,
                    $"unknown key '{tests}'; known are {string.Join(", ", Keys)}, and names of tests with rules of their own."
                );
            }

            var part = rule.Map(tests)!;
            part.Allow(PartKeys);
            if (Of(part, tests, usual: null) is { } expected)
            {
                yield return expected;
            }
        }
    }

    private static Expectation? Of(YamlMap rule, string tests, Expectation? usual)
    {
        if (!rule.Has("permitted") && !rule.Has("required") && !rule.Has("score") && !rule.Has("message"))
        {
            return null;
        }

        try
        {
            Glob.Matches(tests, "");
            return new Expectation
            {
                Tests = tests,
                Permitted = rule.Has("permitted") ? Expectation.Set(rule.Texts("permitted")) : usual?.Permitted,
                Required = rule.Has("required") ? Expectation.Set(rule.Texts("required")) : usual?.Required,
                Score = rule.Has("score") ? Range(rule) : usual?.Score,
                Message = rule.Text("message") ?? "",
            };
        }
        catch (FormatException e)
        {
            throw rule.Wrong(rule.Has("permitted") ? "permitted" : "required", e.Message);
        }
    }

    private static (decimal Least, decimal Most) Range(YamlMap rule)
    {
        var ends = rule.Texts("score")
            .Select(text =>
                decimal.TryParse(
                    text,
                    System.Globalization.NumberStyles.AllowDecimalPoint,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : throw rule.Wrong("score", $"'{text}' is no number of points.")
            )
            .ToList();
        return ends switch
        {
            [var only] => (only, only),
            [var least, var most] => (least, most),
            _ => throw rule.Wrong("score", "'score' is a number or a pair of numbers."),
        };
    }
}
