using System.Globalization;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>
/// Tests of an exported package. Kattis' tests of a group weigh the same and its points are whole numbers: tests with marks of their own
/// go into a group for every mark, and points are multiplied by 10 until they are whole. It nests no groups either: those that a sum holds
/// become groups of their own.
/// </summary>
internal sealed class KattisTestExport
{
    private const decimal MostScale = 1_000_000;

    private static readonly string[] Endings =
    [
        ".in",
        ".ans",
        ".yaml",
        ".hint",
        ".desc",
        ".png",
        ".jpg",
        ".jpeg",
        ".svg",
        ".out",
        ".interaction",
        ".in.statement",
        ".ans.statement",
        ".in.download",
        ".ans.download",
    ];

    private readonly Problem _problem;
    private readonly PackageDraft _draft;
    private readonly GroupDrafts _files;

    private KattisTestExport(Problem problem, PackageDraft draft) => (_problem, _draft, _files) = (problem, draft, new GroupDrafts(draft));

    public static void Add(Problem problem, PackageDraft draft)
    {
        var export = new KattisTestExport(problem, draft);
        var root = Path.Combine(problem.Folder, "data");
        foreach (var folder in (string[])["invalid_input", "invalid_output", "valid_output"])
        {
            export.CopyAll(Path.Combine(root, folder));
        }

        export.Talks();
        if (problem.Scores)
        {
            draft.Settings.Set("type", string.Join(' ', Types(problem)));
        }

        foreach (var group in export.Groups())
        {
            export.Put(group);
        }

        export.Flags();
        export._files.Write();
    }

    private static IEnumerable<string> Types(Problem problem)
    {
        yield return "scoring";
        if (problem.Kind == TaskKind.Interactive)
        {
            yield return "interactive";
        }

        if (problem.Handin == HandinKind.Outputs)
        {
            yield return "submit-answer";
        }

        if (problem.Passes > 1)
        {
            yield return "multi-pass";
        }
    }

    /// <summary>A group as it will be: where it goes, and which tests.</summary>
    private sealed record Part(GroupDraft? Group, string From, string To, IReadOnlyList<Test> Tests);

    /// <summary>The group, or those that its sum is made of; each requires what the group does.</summary>
    private IEnumerable<TestGroup> Flat(TestGroup group)
    {
        if (group.Groups.Count == 0)
        {
            return [group];
        }

        if (group.Aggregation != Aggregation.Sum)
        {
            _draft.Error("export.nestedGroups", group.Name, group.Aggregation);
        }

        return group.Groups.SelectMany(inner => Flat(inner with { Requires = [.. group.Requires.Union(inner.Requires)] }));
    }

    private static string FlatName(string name) => name.Replace('/', '_');

    /// <summary>Names of the exported groups that a group has become.</summary>
    private IEnumerable<string> FlatNames(string name) =>
        _problem
            .Groups.SelectMany(group => group.Leaves)
            .Select(leaf => leaf.Name)
            .Where(leaf => leaf == name || leaf.StartsWith(name + "/", StringComparison.Ordinal))
            .Select(FlatName);

    private IReadOnlyList<Part> Groups()
    {
        var parts = new List<Part>();
        if (_problem.Total is Aggregation.Max or Aggregation.Average)
        {
            _draft.Error("export.total", _problem.Total);
        }

        var isSplit = _problem.Groups.Count(group => !group.IsSample) == 1 && _problem.Groups[^1] is { Name: "" } all && !IsEven(all);
        foreach (var group in _problem.Groups.SelectMany(Flat))
        {
            var from =
                group.IsSample ? "data/sample"
                : group.Name.Length == 0 ? "data/secret"
                : $"data/secret/{group.Name}";
            if (group.IsSample || !_problem.Scores)
            {
                parts.Add(new Part(null, from, from, group.Tests));
            }
            else if (IsEven(group))
            {
                var name = FlatName(group.Name);
                parts.Add(new Part(Draft(group, name, group.Max), from, name.Length == 0 ? from : $"data/secret/{name}", group.Tests));
            }
            else
            {
                parts.AddRange(Split(group, from));
            }
        }

        var scale = Scale(parts);
        if (isSplit)
        {
            _draft.Warning("export.testMarks");
        }

        return
        [
            .. parts.Select(part =>
                part.Group is { } scored ? part with { Group = scored with { Max = decimal.Round(scored.Max * scale) } } : part
            ),
        ];
    }

    private static bool IsEven(TestGroup group) =>
        group.Aggregation != Aggregation.Sum || group.Tests.All(test => test.Mark == group.Tests[0].Mark);

    private IEnumerable<Part> Split(TestGroup group, string from) =>
        group
            .Tests.GroupBy(test => test.Mark)
            .Select(
                (same, at) =>
                {
                    var name = string.Create(
                        CultureInfo.InvariantCulture,
                        $"{(group.Name.Length == 0 ? "marks" : FlatName(group.Name))}_{at + 1:00}"
                    );
                    return new Part(
                        new GroupDraft(name, same.Sum(test => test.Mark), Aggregation.Sum)
                        {
                            Requires = [.. group.Requires.SelectMany(FlatNames)],
                        },
                        from,
                        $"data/secret/{name}",
                        [.. same]
                    );
                }
            );

    private GroupDraft Draft(TestGroup group, string name, decimal max)
    {
        if (group.Aggregation is Aggregation.Max or Aggregation.Product)
        {
            _draft.Error("export.aggregation", group.Name, group.Aggregation);
        }

        if (group.Stops && group.Aggregation is Aggregation.Sum or Aggregation.Average)
        {
            _draft.Warning("export.firstFailure", group.Name);
        }

        if (
            _problem
                .Groups.SelectMany(other => other.Leaves)
                .Any(other =>
                    other.Aggregation != Aggregation.PassFail && group.Requires.SelectMany(FlatNames).Contains(FlatName(other.Name))
                )
        )
        {
            _draft.Warning("export.requires", group.Name);
        }

        return new GroupDraft(name, max, group.Aggregation == Aggregation.Average ? Aggregation.Sum : group.Aggregation)
        {
            Requires = [.. group.Requires.SelectMany(FlatNames)],
        };
    }

    private decimal Scale(IReadOnlyList<Part> parts)
    {
        var scale = 1m;
        while (scale < MostScale && parts.Any(part => part.Group is { } group && group.Max * scale != decimal.Truncate(group.Max * scale)))
        {
            scale *= 10;
        }

        if (scale > 1)
        {
            _draft.Warning("export.scale", scale);
        }

        return scale;
    }

    private void Put(Part part)
    {
        var yaml = _files.Of(part.To);
        var outer = string.Join('/', part.From.Split('/').Take(3));
        if (TestFolder.Settings(_problem.Folder, _problem.Name, outer) is { } own)
        {
            yaml.Take(own, except: ["max_score", "score_aggregation", "require_pass"]);
        }

        if (part.Group is { } group)
        {
            Score(group);
        }

        foreach (var test in part.Tests)
        {
            Copy(part, test);
        }

        if (!_problem.Scores)
        {
            KeepSettings(part.From);
        }
    }

    /// <summary>Pass-fail: settings of folders that are not ours to make stay where they are.</summary>
    private void KeepSettings(string from)
    {
        foreach (var folder in _problem.Tests.Select(test => Path.GetDirectoryName(test.InputPath)!).Distinct())
        {
            var path = Path.GetRelativePath(_problem.Folder, folder).Replace('\\', '/');
            if (
                path != from
                && path.StartsWith(from + "/", StringComparison.Ordinal)
                && TestFolder.Settings(_problem.Folder, _problem.Name, path) is { } own
                && _files.Of(path).IsEmpty
            )
            {
                _files.Of(path).Take(own);
            }
        }
    }

    private void Score(GroupDraft group)
    {
        _files.Score([group], _problem.Total);
        if (group.Name.Length > 0)
        {
            _files
                .Of("data/secret")
                .Set(
                    "score_aggregation",
                    _problem.Total switch
                    {
                        Aggregation.Min => "min",
                        Aggregation.PassFail => "pass-fail",
                        _ => "sum",
                    }
                );
        }
    }

    private void Copy(Part part, Test test)
    {
        var stem = test.InputPath[..^".in".Length];
        var below = Path.GetRelativePath(Path.Combine(_problem.Folder, part.From), stem).Replace('\\', '/');
        foreach (var ending in Endings.Where(ending => File.Exists(stem + ending)))
        {
            _draft.Add($"{part.To}/{below}{ending}", new ImportFile(ending, stem + ending, 0));
        }

        if (test.FilesFolder is null)
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(test.FilesFolder, "*", SearchOption.AllDirectories))
        {
            _draft.Add(
                $"{part.To}/{below}.files/{Path.GetRelativePath(test.FilesFolder, file).Replace('\\', '/')}",
                new ImportFile(file, file, 0)
            );
        }
    }

    /// <summary>Themis' comparing of words with case is a flag of Kattis' own.</summary>
    private void Flags()
    {
        if (_problem.Checker is not Checker.BuiltIn { Kind: BuiltInChecker.ThemisC2 or BuiltInChecker.ThemisC4 })
        {
            return;
        }

        foreach (var part in (string[])["data/sample", "data/secret"])
        {
            _files.Of(part).Set("output_validator_args", (IEnumerable<string>)["case_sensitive"]);
        }
    }

    private void Talks()
    {
        foreach (
            var talk in _problem.Interactions.Where(talk =>
                !_problem.Tests.Any(test => test.InputPath[..^3] == talk[..^".interaction".Length])
            )
        )
        {
            _draft.Add($"data/sample/{Path.GetFileName(talk)}", new ImportFile(talk, talk, 0));
        }
    }

    private void CopyAll(string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            _draft.Add(Path.GetRelativePath(_problem.Folder, file).Replace('\\', '/'), new ImportFile(file, file, 0));
        }
    }
}
