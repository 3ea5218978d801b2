using System.Globalization;
using System.Xml.Linq;
using Judge.Formats.Draft;

namespace Judge.Formats.Polygon;

/// <summary>What Polygon's <c>problem.xml</c> says, as far as a judge needs it. Paths are as they stand there.</summary>
internal sealed record PolygonProblem
{
    private const int MostElements = 2000;

    public required string ShortName { get; init; }

    /// <summary>By Polygon's words for languages (<c>english</c>).</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required IReadOnlyList<PolygonStatement> Statements { get; init; }

    /// <summary>Empty: standard input; also the output.</summary>
    public required string InputFile { get; init; }

    public required string OutputFile { get; init; }

    public bool IsPercent { get; init; }

    /// <summary>Greater than 1: each test is run several times.</summary>
    public int Runs { get; init; } = 1;

    public required TimeSpan TimeLimit { get; init; }

    public required long MemoryBytes { get; init; }

    public required string InputPattern { get; init; }

    public required string AnswerPattern { get; init; }

    public required IReadOnlyList<PolygonTest> Tests { get; init; }

    public required IReadOnlyList<PolygonGroup> Groups { get; init; }

    public PolygonProgram? Checker { get; init; }

    public PolygonProgram? Interactor { get; init; }

    public required IReadOnlyList<PolygonProgram> Validators { get; init; }

    public required IReadOnlyList<(string Tag, string Path)> Solutions { get; init; }

    /// <summary>Names of other sets of tests than the one that is read.</summary>
    public required IReadOnlyList<string> OtherTestsets { get; init; }

    /// <summary>Files that are compiled or run with programs, such as graders and libraries.</summary>
    public required IReadOnlyList<PolygonResource> Resources { get; init; }

    /// <exception cref="ImportException">It is no XML of Polygon.</exception>
    public static PolygonProblem Read(ImportFile file)
    {
        var root = ImportXml.Load(file, "problem");
        var judging = root.Element("judging") ?? throw ImportXml.Broken(file, "judging");
        List<XElement> sets = [.. judging.Elements("testset")];
        var set = sets.Find(one => Text(one, "name") == "tests") ?? sets.FirstOrDefault() ?? throw ImportXml.Broken(file, "testset");
        var assets = root.Element("assets");
        return new PolygonProblem
        {
            ShortName = Text(root, "short-name"),
            Names = Languages(root.Element("names")?.Elements("name") ?? []),
            Statements =
            [
                .. (root.Element("statements")?.Elements("statement") ?? []).Select(one => new PolygonStatement(
                    Text(one, "language"),
                    Text(one, "type"),
                    Text(one, "path")
                )),
            ],
            InputFile = Text(judging, "input-file"),
            OutputFile = Text(judging, "output-file"),
            IsPercent = Text(judging, "treat-points-from-checker-as-percent") == "true",
            Runs = Math.Max(
                (int)(Number(judging.Attribute("run-count")?.Value, 100) ?? 1),
                assets?.Element("interactor")?.Element("runs")?.Elements("run").Count() ?? 1
            ),
            TimeLimit = TimeSpan.FromMilliseconds(
                (double)(Number(set.Element("time-limit")?.Value, 600_000) ?? throw ImportXml.Broken(file, "time-limit"))
            ),
            MemoryBytes = (long)(Number(set.Element("memory-limit")?.Value, 1L << 40) ?? throw ImportXml.Broken(file, "memory-limit")),
            InputPattern = set.Element("input-path-pattern")?.Value.Trim() ?? throw ImportXml.Broken(file, "input-path-pattern"),
            AnswerPattern = set.Element("answer-path-pattern")?.Value.Trim() ?? throw ImportXml.Broken(file, "answer-path-pattern"),
            Tests = [.. Few(file, set.Element("tests")?.Elements("test"), "test").Select(TestOf)],
            Groups = [.. Few(file, set.Element("groups")?.Elements("group"), "group").Select(GroupOf)],
            Checker = assets?.Element("checker") is { } checker ? ProgramOf(checker) : null,
            Interactor = assets?.Element("interactor") is { } interactor ? ProgramOf(interactor) : null,
            Validators =
            [
                .. Few(file, assets?.Element("validators")?.Elements("validator"), "validator")
                    .Select(ProgramOf)
                    .DistinctBy(program => program.Path),
            ],
            Solutions =
            [
                .. Few(file, assets?.Element("solutions")?.Elements("solution"), "solution")
                    .Select(one => (Text(one, "tag"), Text(one.Element("source"), "path")))
                    .DistinctBy(solution => solution.Item2),
            ],
            OtherTestsets = [.. sets.Where(one => one != set).Select(one => Text(one, "name"))],
            Resources =
            [
                .. Few(file, root.Element("files")?.Element("resources")?.Elements("file"), "file").Select(ResourceOf),
                .. Few(file, root.Element("files")?.Elements().Elements("grader"), "grader")
                    .Select(one => new PolygonResource(Text(one.Element("source") ?? one, "path"), "", ["compile"], ["solution"])),
            ],
        };
    }

    /// <exception cref="ImportException">There are more than anybody writes.</exception>
    private static IReadOnlyList<XElement> Few(ImportFile file, IEnumerable<XElement>? elements, string name) =>
        elements?.Take(MostElements + 1).ToList() is not { } few ? []
        : few.Count <= MostElements ? few
        : throw new ImportException("import.polygon.tooMany", ImportNames.Shown(file.Path), MostElements, name);

    public static IReadOnlyDictionary<string, string> Languages(IEnumerable<XElement> names) =>
        names.GroupBy(one => Text(one, "language")).ToDictionary(same => same.Key, same => Text(same.First(), "value"));

    public static string Text(XElement? element, string attribute) => element?.Attribute(attribute)?.Value.Trim() ?? "";

    private static PolygonTest TestOf(XElement test) =>
        new(Text(test, "sample") == "true", Text(test, "group"), Number(test.Attribute("points")?.Value, 1_000_000) ?? 0);

    private static PolygonGroup GroupOf(XElement group) =>
        new(
            Text(group, "name"),
            Number(group.Attribute("points")?.Value, 1_000_000),
            Text(group, "points-policy") != "each-test",
            [.. (group.Element("dependencies")?.Elements("dependency") ?? []).Select(one => Text(one, "group"))]
        );

    private static PolygonResource ResourceOf(XElement file) =>
        new(
            Text(file, "path"),
            Text(file, file.Attribute("for-types") is null ? "for-type" : "for-types"),
            WordsOf(file.Element("stages")?.Elements("stage")),
            WordsOf(file.Element("assets")?.Elements("asset"))
        );

    private static IReadOnlyList<string> WordsOf(IEnumerable<XElement>? elements) =>
        [.. (elements ?? []).Select(one => Text(one, "name").ToLowerInvariant())];

    private static PolygonProgram ProgramOf(XElement asset) =>
        new(Text(asset, "name"), Text(asset.Element("source"), "path"), Text(asset.Element("source"), "type"));

    /// <summary>Null: it is no number from 0.</summary>
    private static decimal? Number(string? text, decimal most) =>
        decimal.TryParse(text?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : null;
}

internal sealed record PolygonStatement(string Language, string Type, string Path);

internal sealed record PolygonTest(bool IsSample, string Group, decimal Points);

/// <param name="IsWhole">"complete-group": all points or none; else every test has its own.</param>
internal sealed record PolygonGroup(string Name, decimal? Points, bool IsWhole, IReadOnlyList<string> Requires);

/// <param name="Name">Name of a checker that comes with testlib, such as <c>std::wcmp.cpp</c>; else any.</param>
internal sealed record PolygonProgram(string Name, string Path, string Type);
