using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Formats.Draft;
using Judge.Problems;

namespace Judge.Formats.Polygon;

/// <summary>Tests of a Polygon package with their groups and points.</summary>
internal sealed partial class PolygonTestData
{
    private readonly PolygonSource _source;
    private readonly PolygonProblem _problem;
    private readonly int _width;

    private PolygonTestData(PolygonSource source)
    {
        (_source, _problem) = (source, source.Problem);
        _width = Math.Max(2, _problem.Tests.Count.ToString(CultureInfo.InvariantCulture).Length);
    }

    private bool HasGroups => _source.IsScoring && _problem.Groups.Count > 0 && _problem.Tests.Any(test => test.Group.Length > 0);

    /// <exception cref="ImportException">A file of a test is missing.</exception>
    public static void Add(PolygonSource source)
    {
        if (source.Problem.Tests.Count == 0)
        {
            throw new ImportException("import.polygon.noTests");
        }

        if (
            PathOf(source.Problem.InputPattern, 1) == PathOf(source.Problem.InputPattern, 2)
            || PathOf(source.Problem.AnswerPattern, 1) == PathOf(source.Problem.AnswerPattern, 2)
        )
        {
            throw new ImportException("import.polygon.pattern");
        }

        if (source.Tree.Find(PathOf(source.Problem.InputPattern, 1)) is null)
        {
            throw new ImportException("import.polygon.standardPackage");
        }

        var tests = new PolygonTestData(source);
        tests.AddFiles();
        tests.AddPoints();
    }

    /// <summary>Path of a test by a pattern in the way of printf with one number, such as <c>tests/%02d.a</c>.</summary>
    public static string PathOf(string pattern, int number) =>
        NumberPattern()
            .Replace(
                pattern,
                match =>
                    number
                        .ToString(CultureInfo.InvariantCulture)
                        .PadLeft(match.Groups[1].Value is { Length: > 0 } width ? int.Parse(width, CultureInfo.InvariantCulture) : 1, '0'),
                1
            );

    private void AddFiles()
    {
        for (var number = 1; number <= _problem.Tests.Count; number++)
        {
            var test = _problem.Tests[number - 1];
            var (input, answer) = (Find(_problem.InputPattern, number), Find(_problem.AnswerPattern, number));
            var name = number.ToString(CultureInfo.InvariantCulture).PadLeft(_width, '0');
            if (test.IsSample)
            {
                _source.Draft.AddTest(name, input, answer, isSample: true);
            }

            if (IsSecret(test))
            {
                _source.Draft.AddTest(HasGroups ? $"{FolderOf(test)}/{name}" : name, input, answer);
            }
        }
    }

    private ImportFile Find(string pattern, int number) =>
        _source.Tree.Find(PathOf(pattern, number))
        ?? throw new ImportException("import.polygon.noFile", ImportNames.Shown(PathOf(pattern, number)));

    /// <summary>
    /// Samples count only where they have points, alone or as a part of their group; if they are all there is, they count as well.
    /// </summary>
    private bool IsSecret(PolygonTest test) =>
        !test.IsSample || test.Points > 0 || HasGroups && !IsOfSamples(test.Group) || _problem.Tests.All(one => one.IsSample);

    /// <summary>Whether a group holds nothing but samples without points, which then are our group of samples.</summary>
    private bool IsOfSamples(string group) =>
        GroupOf(group)?.Points is not > 0
        && _problem.Tests.Where(test => test.Group == group).All(test => test.IsSample && test.Points == 0);

    private PolygonGroup? GroupOf(string name) => _problem.Groups.FirstOrDefault(one => one.Name == name);

    /// <summary>
    /// Groups are folders in the order they are listed, as tests are judged in the order of names. Tests of a group that have different
    /// points each get a folder for every number of points.
    /// </summary>
    private string FolderOf(PolygonTest test)
    {
        var at = _problem.Groups.ToList().FindIndex(one => one.Name == test.Group);
        if (at < 0 && test.Group.Length > 0)
        {
            throw new ImportException("import.polygon.unknownGroup", ImportNames.Shown(test.Group));
        }

        var folder = string.Create(CultureInfo.InvariantCulture, $"g{at + 1:00}_{(at < 0 ? "none" : ImportNames.OfFile(test.Group))}");
        var isUneven =
            GroupOf(test.Group)?.IsWhole != true && _problem.Tests.Any(one => one.Group == test.Group && one.Points != test.Points);
        return isUneven ? string.Create(CultureInfo.InvariantCulture, $"{folder}_{test.Points:0.####}").Replace('.', '_') : folder;
    }

    private void AddPoints()
    {
        var groups = new GroupDrafts(_source.Draft);
        List<PolygonTest> secret = [.. _problem.Tests.Where(IsSecret)];
        if (_source.IsScoring && _problem.Interactor is null)
        {
            _source.Draft.Settings.Set("type", "scoring");
        }

        if (HasGroups)
        {
            groups.Score(
                [.. secret.GroupBy(FolderOf).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => Group(same.Key, [.. same]))],
                Aggregation.Sum
            );
        }
        else if (_source.IsScoring)
        {
            AddMarks(groups, secret);
        }

        string[] folders = HasGroups ? [.. secret.Select(test => "data/secret/" + FolderOf(test)).Distinct()] : ["data/secret"];
        if (_source.IsChecked && PolygonCheckers.BuiltIn(_problem.Checker?.Name ?? "std::wcmp.cpp") is { Flags: { Length: > 0 } flags })
        {
            foreach (var folder in folders.Concat(_problem.Tests.Any(test => test.IsSample) ? ["data/sample"] : []))
            {
                groups.Of(folder).Set("output_validator_args", flags);
            }
        }

        groups.Write();
    }

    private void AddMarks(GroupDrafts groups, IReadOnlyList<PolygonTest> secret)
    {
        groups.Score([new GroupDraft("", secret.Sum(test => test.Points), Aggregation.Sum)], Aggregation.Sum);
        if (secret.All(test => test.Points == secret[0].Points))
        {
            return;
        }

        var marks = _source.Draft.School.Map("marks").Set("default", 0m);
        for (var number = 1; number <= _problem.Tests.Count; number++)
        {
            if (IsSecret(_problem.Tests[number - 1]))
            {
                marks.Set(number.ToString(CultureInfo.InvariantCulture).PadLeft(_width, '0'), _problem.Tests[number - 1].Points);
            }
        }
    }

    private GroupDraft Group(string folder, IReadOnlyList<PolygonTest> tests)
    {
        var group = GroupOf(tests[0].Group);
        var given = tests.Sum(test => test.Points);
        var isWhole = group?.IsWhole == true;
        var required = group?.Requires.SelectMany(Required).Distinct().ToList() ?? [];
        if (required.FirstOrDefault(name => name != "sample" && StringComparer.Ordinal.Compare(name, folder) >= 0) is not null)
        {
            throw new ImportException("import.polygon.laterGroup", ImportNames.Shown(tests[0].Group));
        }

        return new GroupDraft(
            folder,
            (isWhole || given == 0) && group?.Points is > 0 and var own ? own : given,
            isWhole ? Aggregation.PassFail : Aggregation.Sum
        )
        {
            Requires = required,
        };
    }

    private IEnumerable<string> Required(string group) =>
        IsOfSamples(group)
            ? _problem.Tests.Any(test => test.Group == group)
                ? ["sample"]
                : []
            : _problem.Tests.Where(test => test.Group == group).Select(FolderOf).Distinct();

    [GeneratedRegex("%0?([0-9]{0,2})d")]
    private static partial Regex NumberPattern();
}
