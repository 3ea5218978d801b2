using System.Text.RegularExpressions;

namespace Judge.Problems.Package;

/// <summary>
/// <c>school.yaml</c>: what Kattis' format cannot say and Vietnamese schools (Themis), CMS and testlib need. Every key is optional;
/// problems/README.md describes them.
/// </summary>
internal sealed partial class SchoolSettings
{
    public const string File = "school.yaml";

    private static readonly Dictionary<string, BuiltInChecker> BuiltIn = new()
    {
        ["tokens"] = BuiltInChecker.Tokens,
        ["lines"] = BuiltInChecker.Lines,
        ["unordered_lines"] = BuiltInChecker.UnorderedLines,
        ["themis_c1"] = BuiltInChecker.ThemisC1,
        ["themis_c2"] = BuiltInChecker.ThemisC2,
        ["themis_c3"] = BuiltInChecker.ThemisC3,
        ["themis_c4"] = BuiltInChecker.ThemisC4,
        ["themis_c5"] = BuiltInChecker.ThemisC5,
    };

    private static readonly Dictionary<string, CheckerContract> Contracts = new()
    {
        ["kattis"] = CheckerContract.Kattis,
        ["testlib"] = CheckerContract.Testlib,
        ["themis"] = CheckerContract.Themis,
        ["cms"] = CheckerContract.Cms,
        ["hustoj"] = CheckerContract.Hustoj,
    };

    private readonly YamlMap? _yaml;
    private readonly string _folder;
    private readonly string _package;

    private SchoolSettings(YamlMap? yaml, string folder, string package) => (_yaml, _folder, _package) = (yaml, folder, package);

    /// <exception cref="PackageException">A key is not known.</exception>
    public static SchoolSettings Read(string folder, string package)
    {
        var path = Path.Combine(folder, File);
        var yaml = System.IO.File.Exists(path) ? YamlMap.Read(path, $"{package}/{File}") : null;
        yaml?.Allow(
            "input_file",
            "output_file",
            "streams",
            "checker",
            "interactor",
            "fifos",
            "marks",
            "groups",
            "total",
            "tests",
            "main",
            "scoring"
        );
        return new SchoolSettings(yaml, folder, package);
    }

    public YamlMap? Marks => _yaml?.Map("marks");

    public YamlMap? Groups => _yaml?.Map("groups");

    public YamlMap? Mains => _yaml?.Map("main");

    public Aggregation? Total => _yaml is { } yaml && yaml.Has("total") ? AggregationOf(yaml, "total") : null;

    public string? ScoringScript => _yaml is { } yaml && yaml.Has("scoring") ? PathOf(yaml, "scoring") : null;

    public FileNames? Files =>
        _yaml is { } yaml && (yaml.Has("input_file") || yaml.Has("output_file"))
            ? new FileNames(PlainName(yaml, "input_file"), PlainName(yaml, "output_file"), yaml.Flag("streams") ?? false)
            : null;

    /// <summary>Null: nothing is said.</summary>
    public Checker? Checker
    {
        get
        {
            if (_yaml is not { } yaml || !yaml.Has("checker"))
            {
                return null;
            }

            if (yaml.IsMap("checker") && yaml.Map("checker") is { } map)
            {
                return OfProgram(map);
            }

            return BuiltIn.TryGetValue(yaml.RequiredText("checker"), out var kind)
                ? new Checker.BuiltIn(kind)
                : throw yaml.Wrong(
                    "checker",
                    $"there is no checker '{yaml.Text("checker")}'; known are {string.Join(", ", BuiltIn.Keys)}."
                );
        }
    }

    public CheckerContract InteractorContract =>
        _yaml is { } yaml && yaml.Has("interactor")
            ? ContractOf(yaml, "interactor") is var contract and (CheckerContract.Kattis or CheckerContract.Testlib or CheckerContract.Cms)
                ? contract
                : throw yaml.Wrong("interactor", "an interactor keeps the contract 'kattis', 'testlib' or 'cms'.")
            : CheckerContract.Kattis;

    /// <summary>Whether the entrant's program gets names of pipes, as CMS' "fifo_io".</summary>
    public bool HasFifos =>
        _yaml?.Flag("fifos") is true
        && (
            InteractorContract == CheckerContract.Cms
                ? true
                : throw _yaml.Wrong("fifos", "only an interactor of the contract 'cms' talks through named pipes.")
        );

    /// <summary>A test with the limits and the mark that are given for it by name.</summary>
    public Test ApplyTo(Test test)
    {
        if (_yaml?.Map("tests") is not { } tests || tests.Map(test.Name) is not { } own)
        {
            return test;
        }

        own.Allow("time_limit", "memory");
        return test with
        {
            TimeLimit = own.Number("time_limit", 0.01m, 60) is { } seconds ? TimeSpan.FromSeconds((double)seconds) : null,
            MemoryBytes = own.Number("memory", 1, 2048) is { } mb ? (long)(mb * (1 << 20)) : null,
        };
    }

    /// <summary>Every name under <c>tests</c>, <c>marks</c> and <c>groups</c> must be one that there is.</summary>
    public void Expect(IReadOnlyList<Test> tests, IEnumerable<string> groups)
    {
        Expect(_yaml?.Map("tests"), [.. tests.Select(test => test.Name)]);
        Expect(Marks, [.. tests.Select(test => test.Name), "default"]);
        Expect(Groups, [.. groups]);
    }

    public static Aggregation AggregationOf(YamlMap yaml, string key) =>
        yaml.RequiredText(key) switch
        {
            "sum" => Aggregation.Sum,
            "min" => Aggregation.Min,
            "max" => Aggregation.Max,
            "average" => Aggregation.Average,
            "product" => Aggregation.Product,
            "pass_fail" or "pass-fail" => Aggregation.PassFail,
            var other => throw yaml.Wrong(key, $"'{other}' is no way to add up points: sum, min, max, average, product or pass_fail."),
        };

    private static void Expect(YamlMap? map, HashSet<string> names)
    {
        if (map?.Keys.FirstOrDefault(key => !names.Contains(key)) is { } unknown)
        {
            throw map.Wrong(unknown, $"there is no '{unknown}' in this package.");
        }
    }

    private Checker OfProgram(YamlMap map)
    {
        map.Allow("contract", "program", "script");
        if (map.Has("script"))
        {
            return new Checker.Script(PathOf(map, "script"));
        }

        var contract = ContractOf(map, "contract");
        var path = PathOf(map, "program");
        return new Checker.Program(
            Directory.Exists(path) ? AuthorProgram.OfFolder(path, $"{_package}/{map.Text("program")}") : AuthorProgram.OfFile(path),
            contract
        );
    }

    private static CheckerContract ContractOf(YamlMap map, string key) =>
        Contracts.TryGetValue(map.RequiredText(key), out var contract)
            ? contract
            : throw map.Wrong(key, $"there is no contract '{map.Text(key)}'; known are {string.Join(", ", Contracts.Keys)}.");

    /// <summary>Full path of a file or folder inside the package.</summary>
    private string PathOf(YamlMap map, string key)
    {
        var name = map.RequiredText(key);
        if (!PathPattern().IsMatch(name))
        {
            throw map.Wrong(key, $"'{name}' is no path inside the package such as checker/check.pas.");
        }

        var path = Path.GetFullPath(Path.Combine(_folder, name));
        return System.IO.File.Exists(path) || Directory.Exists(path) ? path : throw map.Wrong(key, $"'{name}' is missing.");
    }

    private static string PlainName(YamlMap yaml, string key) =>
        yaml.RequiredText(key) is var file && FilePattern().IsMatch(file)
            ? file
            : throw yaml.Wrong(key, $"'{file}' is no plain file name such as BAI1.INP.");

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}\z")]
    private static partial Regex FilePattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(/[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}){0,3}\z")]
    private static partial Regex PathPattern();
}
