namespace Judge.Problems.Package;

/// <summary>From tests and settings to groups with their points.</summary>
internal static class Grouping
{
    /// <summary>Points of a scoring problem's secret tests when the package does not say (2025-09, "max_score").</summary>
    private const decimal DefaultMax = 100;

    public static Problem WithGroups(Problem problem, string folder, bool isScoring, SchoolSettings school)
    {
        var scores = isScoring || school.Marks is not null || school.Groups is not null;
        var secret = TestFolder.Settings(folder, problem.Name, "data/secret");
        var names = problem.Tests.Where(test => !test.IsSample).Select(test => test.Group).Distinct().ToList();
        if (names.Count > 1 && names.Contains(""))
        {
            throw new PackageException(
                $"{problem.Name}/data/secret",
                "there are tests in groups and tests in none; put all of them in groups."
            );
        }

        if (!isScoring)
        {
            RefusePoints(folder, problem.Name, secret, names);
        }

        if (!scores)
        {
            names = [""];
        }

        school.Expect(problem.Tests, [.. names, "sample"]);
        var groups = Samples(problem).ToList();
        foreach (var name in names)
        {
            var tests = problem
                .Tests.Where(test => !test.IsSample && (!scores || test.Group == name))
                .Select(test => test with { Group = name })
                .ToList();
            groups.Add(Marked(Of(problem, folder, name, tests, isScoring, scores, school), school));
        }

        CheckRequirements(problem, groups);
        var ofPackage =
            isScoring && names is not [""] && secret is { } yaml && yaml.Has("score_aggregation")
                ? SchoolSettings.AggregationOf(yaml, "score_aggregation")
                : Aggregation.Sum;
        return WithTotal(problem with { Scores = scores }, groups, school.Total ?? ofPackage);
    }

    private static IEnumerable<TestGroup> Samples(Problem problem) =>
        problem.Tests.Where(test => test.IsSample).ToList() is { Count: > 0 } samples
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

    /// <param name="total">How the points of groups come to those of the problem.</param>
    private static Problem WithTotal(Problem problem, List<TestGroup> groups, Aggregation total)
    {
        if (total is not (Aggregation.Sum or Aggregation.Min or Aggregation.PassFail))
        {
            throw new PackageException($"{problem.Name}/{SchoolSettings.File}", "'total' must be sum, min or pass_fail.");
        }

        var full =
            total == Aggregation.Min ? groups.Where(group => !group.IsSample).Min(group => group.Max) : groups.Sum(group => group.Max);
        if (full <= 0)
        {
            throw new PackageException($"{problem.Name}/data/secret", "all points together are 0; give some group or test points.");
        }

        return problem with
        {
            Tests = [.. groups.SelectMany(group => group.Tests)],
            Groups = groups,
            Total = total,
            FullScore = full,
        };
    }

    private static TestGroup Of(
        Problem problem,
        string folder,
        string name,
        List<Test> tests,
        bool isScoring,
        bool scores,
        SchoolSettings school
    )
    {
        var yaml = scores ? TestFolder.Settings(folder, problem.Name, name.Length == 0 ? "data/secret" : $"data/secret/{name}") : null;
        var own = school.Groups?.Map(name);
        own?.Allow("aggregation", "stop", "requires", "max");
        var aggregation =
            own is not null && own.Has("aggregation") ? SchoolSettings.AggregationOf(own, "aggregation")
            : isScoring && yaml is not null && yaml.Has("score_aggregation") ? SchoolSettings.AggregationOf(yaml, "score_aggregation")
            : !isScoring || name.Length == 0 ? Aggregation.Sum
            : Aggregation.PassFail;
        var max = own?.Number("max", 0, 1_000_000) ?? (isScoring ? MaxOf(problem, yaml, name) : tests.Count);
        return new TestGroup
        {
            Name = name,
            IsSample = false,
            Max = max,
            Aggregation = aggregation,
            Stops = own?.Flag("stop") ?? false,
            Requires =
                own is not null && own.Has("requires")
                    ? own.Texts("requires")
                    :
                    [
                        .. Required(name.Length > 0 && scores ? TestFolder.Settings(folder, problem.Name, "data/secret") : null)
                            .Union(Required(yaml)),
                    ],
            Tests = tests,
        };
    }

    /// <summary>What all secret tests require, each of their groups requires.</summary>
    private static IEnumerable<string> Required(YamlMap? yaml) =>
        (yaml?.Texts("require_pass") ?? []).Select(required => required.Replace("secret/", "", StringComparison.Ordinal));

    private static decimal MaxOf(Problem problem, YamlMap? yaml, string name)
    {
        if (yaml?.Text("max_score") == "unbounded")
        {
            throw yaml.Wrong("max_score", "scores without an upper bound are not supported; give the most points there can be.");
        }

        return yaml?.Number("max_score", 0, 1_000_000)
            ?? (
                name.Length == 0
                    ? DefaultMax
                    : throw new PackageException(
                        $"{problem.Name}/data/secret/{name}/{TestFolder.GroupSettings}",
                        "'max_score' is missing: say the group's points."
                    )
            );
    }

    /// <summary>Gives each test its mark; marks that are given make the group's points.</summary>
    private static TestGroup Marked(TestGroup group, SchoolSettings school)
    {
        if (school.Marks is not { } marks)
        {
            var each = group.Aggregation is Aggregation.Sum or Aggregation.Average ? group.Max / Math.Max(group.Tests.Count, 1) : group.Max;
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

    /// <summary>Only earlier groups can be required, so that there is an order to judge in.</summary>
    private static void CheckRequirements(Problem problem, List<TestGroup> groups)
    {
        for (var at = 0; at < groups.Count; at++)
        {
            foreach (var required in groups[at].Requires.Where(required => !groups.Take(at).Any(group => group.Name == required)))
            {
                throw new PackageException(
                    $"{problem.Name}/data/secret/{groups[at].Name}",
                    $"it requires '{required}', which is no group before it."
                );
            }
        }
    }

    private static void RefusePoints(string folder, string package, YamlMap? secret, List<string> names)
    {
        foreach (
            var yaml in names
                .Where(name => name.Length > 0)
                .Select(name => TestFolder.Settings(folder, package, $"data/secret/{name}"))
                .Append(secret)
        )
        {
            foreach (var key in (string[])["max_score", "score_aggregation", "require_pass"])
            {
                if (yaml is not null && yaml.Has(key))
                {
                    throw yaml.Wrong(key, $"'{key}' is for problems of type scoring.");
                }
            }
        }
    }
}
