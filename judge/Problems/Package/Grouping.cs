namespace Judge.Problems.Package;

/// <summary>From tests and settings to groups with their points.</summary>
/// <remarks>
/// Groups directly in <c>data/secret</c> are Kattis' own: folders with <c>test_group.yaml</c>. That format nests none. So a group in a
/// group is a folder without that file, and <c>groups</c> of <c>school.yaml</c> names it by its path. Other readers see plain folders.
/// </remarks>
internal sealed class Grouping
{
    /// <summary>Points of a scoring problem's secret tests when the package does not say (2025-09, "max_score").</summary>
    private const decimal DefaultMax = 100;

    /// <summary>Stated and added points agree in these places.</summary>
    private const int Places = 9;

    private static readonly string[] PointKeys = ["max_score", "score_aggregation", "require_pass"];

    private readonly Problem _problem;
    private readonly string _folder;
    private readonly bool _isScoring;
    private readonly SchoolSettings _school;

    private Grouping(Problem problem, string folder, bool isScoring, SchoolSettings school) =>
        (_problem, _folder, _isScoring, _school) = (problem, folder, isScoring, school);

    private bool Scores => _isScoring || _school.Marks is not null || _school.Groups is not null;

    /// <exception cref="PackageException">The groups contradict each other or the tests.</exception>
    public static Problem WithGroups(Problem problem, string folder, bool isScoring, SchoolSettings school) =>
        new Grouping(problem, folder, isScoring, school).WithGroups();

    private Problem WithGroups()
    {
        List<Test> tests = [.. _problem.Tests.Where(test => !test.IsSample)];
        var names = tests.Select(test => test.Group).Distinct().ToList();
        if (names.Count > 1 && names.Contains(""))
        {
            throw Mixed("data/secret");
        }

        if (!_isScoring)
        {
            RefusePoints(names);
        }

        if (!Scores)
        {
            names = [""];
        }

        _school.Expect(_problem.Tests, [.. names, "sample", .. Inner(names, tests)]);
        var groups = Samples().ToList();
        groups.AddRange(names.Select(name => Of(name, [.. tests.Where(test => !Scores || test.Group == name)], isInner: false)));
        CheckRequirements(groups, before: []);
        return WithTotal(groups, names is [""] ? null : Settings(""));
    }

    private IEnumerable<TestGroup> Samples() =>
        _problem.Tests.Where(test => test.IsSample).ToList() is { Count: > 0 } samples
            ?
            [
                new TestGroup
                {
                    Name = "sample",
                    IsSample = true,
                    Max = 0,
                    Aggregation = Aggregation.PassFail,
                    Tests = [.. samples.Select(test => test with { Mark = 0 })],
                },
            ]
            : [];

    private Problem WithTotal(List<TestGroup> groups, YamlMap? secret)
    {
        var total =
            _school.Total
            ?? (
                _isScoring && secret is not null && secret.Has("score_aggregation")
                    ? SchoolSettings.AggregationOf(secret, "score_aggregation")
                    : Aggregation.Sum
            );
        if (total == Aggregation.Product)
        {
            throw new PackageException($"{_problem.Name}/{SchoolSettings.File}", "'total' must be sum, min, max, average or pass_fail.");
        }

        var full = TestGroup.MostOf(total, groups.Where(group => !group.IsSample).Select(group => group.Max));
        if (full <= 0)
        {
            throw new PackageException($"{_problem.Name}/data/secret", "all points together are 0; give some group or test points.");
        }

        return _problem with
        {
            Scores = Scores,
            Tests = [.. groups.SelectMany(group => group.Tests)],
            Groups = groups,
            Total = total,
            FullScore = full,
        };
    }

    private TestGroup Of(string name, IReadOnlyList<Test> tests, bool isInner)
    {
        var yaml = Scores && !isInner ? Settings(name) : null;
        var own = _school.Groups?.Map(name);
        own?.Allow("aggregation", "stop", "requires", "max");
        var inner = InnerOf(name, tests);
        var group = new TestGroup
        {
            Name = name,
            IsSample = false,
            Max = 0,
            Aggregation = AggregationOf(own, yaml, isWhole: inner.Count == 0 && _isScoring && name.Length > 0),
            Stops = own?.Flag("stop") ?? false,
            Requires = Required(own, yaml, isInner || name.Length == 0),
            Groups = inner,
            Tests = inner.Count > 0 ? [.. inner.SelectMany(one => one.Tests)] : [.. tests.Select(test => test with { Group = name })],
        };
        var stated = own?.Number("max", 0, 1_000_000) ?? (_isScoring && yaml is not null && yaml.Has("max_score") ? MaxOf(yaml) : null);
        return inner.Count > 0 ? WithPoints(group, own, stated) : Marked(group with { Max = stated ?? UsualMax(group, isInner) });
    }

    /// <summary>Groups directly in a group, in the order of their tests.</summary>
    private List<TestGroup> InnerOf(string name, IReadOnlyList<Test> tests)
    {
        var below = (_school.Groups?.Keys ?? []).Where(key => IsIn(key, name)).ToList();
        List<string> direct = [.. below.Where(key => !below.Exists(other => IsIn(key, other)))];
        var parts = direct.ToDictionary(key => key, key => tests.Where(test => IsIn(test.Name, key)).ToList());
        return parts.Count > 0 && parts.Values.Sum(part => part.Count) < tests.Count
            ? throw Mixed($"data/secret/{name}")
            :
            [
                .. parts
                    .OrderBy(part => part.Value[0].Name, StringComparer.Ordinal)
                    .Select(part => Of(part.Key, part.Value, isInner: true)),
            ];
    }

    /// <summary>Names in <c>school.yaml</c> of folders that hold tests and lie in a group.</summary>
    private IEnumerable<string> Inner(IReadOnlyList<string> names, IReadOnlyList<Test> tests) =>
        (_school.Groups?.Keys ?? []).Where(key =>
            names.Any(name => name.Length > 0 && IsIn(key, name)) && tests.Any(test => IsIn(test.Name, key))
        );

    private static bool IsIn(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    /// <param name="isWhole">Whether it is all or nothing where nothing is said.</param>
    private Aggregation AggregationOf(YamlMap? own, YamlMap? yaml, bool isWhole) =>
        own is not null && own.Has("aggregation") ? SchoolSettings.AggregationOf(own, "aggregation")
        : _isScoring && yaml is not null && yaml.Has("score_aggregation") ? SchoolSettings.AggregationOf(yaml, "score_aggregation")
        : isWhole ? Aggregation.PassFail
        : Aggregation.Sum;

    /// <summary>The points of a group of groups follow from theirs; where they are stated, they must agree.</summary>
    private TestGroup WithPoints(TestGroup group, YamlMap? own, decimal? stated)
    {
        var file = $"{_problem.Name}/data/secret/{group.Name}";
        if (group.Aggregation == Aggregation.Product)
        {
            throw new PackageException(file, "groups of tests cannot be multiplied: use sum, min, max, average or pass_fail.");
        }

        if (group.Stops)
        {
            throw own!.Wrong("stop", "only tests stop at a failure; let the later groups require the earlier ones.");
        }

        var most = TestGroup.MostOf(group.Aggregation, group.Groups.Select(inner => inner.Max));
        return stated is { } points && decimal.Round(points - most, Places) != 0
            ? throw new PackageException(
                file,
                FormattableString.Invariant($"it is given {points:0.####} points, but its groups make {most:0.####}.")
            )
            : group with
            {
                Max = most,
            };
    }

    private IReadOnlyList<string> Required(YamlMap? own, YamlMap? yaml, bool isAlone) =>
        own is not null && own.Has("requires")
            ? own.Texts("requires")
            : [.. Required(isAlone || !Scores ? null : Settings("")).Union(Required(yaml))];

    /// <summary>What all secret tests require, each of their groups requires.</summary>
    private static IEnumerable<string> Required(YamlMap? yaml) =>
        (yaml?.Texts("require_pass") ?? []).Select(required => required.Replace("secret/", "", StringComparison.Ordinal));

    private decimal UsualMax(TestGroup group, bool isInner) =>
        !_isScoring ? group.Tests.Count
        : group.Name.Length == 0 ? DefaultMax
        : throw new PackageException(
            isInner ? $"{_problem.Name}/{SchoolSettings.File}" : $"{_problem.Name}/data/secret/{group.Name}/{TestFolder.GroupSettings}",
            isInner ? $"'groups.{group.Name}.max' is missing: say the group's points." : "'max_score' is missing: say the group's points."
        );

    private static decimal? MaxOf(YamlMap yaml) =>
        yaml.Text("max_score") == "unbounded"
            ? throw yaml.Wrong("max_score", "scores without an upper bound are not supported; give the most points there can be.")
            : yaml.Number("max_score", 0, 1_000_000);

    /// <summary>Gives each test its mark; marks that are given make the group's points.</summary>
    private TestGroup Marked(TestGroup group)
    {
        if (_school.Marks is not { } marks)
        {
            var each = group.Aggregation == Aggregation.Sum ? group.Max / Math.Max(group.Tests.Count, 1) : group.Max;
            return group with { Tests = [.. group.Tests.Select(test => test with { Mark = each })] };
        }

        if (group.Aggregation != Aggregation.Sum)
        {
            throw marks.Wrong(
                "default",
                $"tests of the group '{group.Name}' have no marks of their own, because its points are not a sum."
            );
        }

        var usual = marks.Number("default", 0, 100_000) ?? 1;
        List<Test> tests = [.. group.Tests.Select(test => test with { Mark = marks.Number(test.Name, 0, 100_000) ?? usual })];
        return group with { Tests = tests, Max = tests.Sum(test => test.Mark) };
    }

    /// <summary>
    /// Only groups that are judged before can be required, so that there is an order to judge in; and only those beside a group or around
    /// it, since a group that can give nothing leaves out what is in it.
    /// </summary>
    /// <param name="before">Names of the groups that can be required.</param>
    private void CheckRequirements(IReadOnlyList<TestGroup> groups, IReadOnlyList<string> before)
    {
        List<string> done = [.. before];
        foreach (var group in groups)
        {
            foreach (var required in group.Requires.Where(required => !done.Contains(required)))
            {
                throw new PackageException(
                    $"{_problem.Name}/data/secret/{group.Name}",
                    $"it requires '{required}', which is no group before it."
                );
            }

            CheckRequirements(group.Groups, done);
            done.Add(group.Name);
        }
    }

    private void RefusePoints(IReadOnlyList<string> names)
    {
        foreach (var yaml in names.Append("").Distinct().Select(Settings).OfType<YamlMap>())
        {
            foreach (var key in PointKeys.Where(yaml.Has))
            {
                throw yaml.Wrong(key, $"'{key}' is for problems of type scoring.");
            }
        }
    }

    private YamlMap? Settings(string group) =>
        TestFolder.Settings(_folder, _problem.Name, group.Length == 0 ? "data/secret" : $"data/secret/{group}");

    private PackageException Mixed(string folder) =>
        new($"{_problem.Name}/{folder}", "there are tests in groups and tests in none; put all of them in groups.");
}
