using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>
/// Tests of "2023-07" and "2023-07-draft": groups perhaps without a file, and their points in <c>scoring</c> of <c>testdata.yaml</c>. Early
/// packages under these names have the keys of "legacy" there, and problemtools reads them so (<c>problemtools/model/testdata.py</c>).
/// </summary>
internal static class ImportKattisDraft
{
    private const string OldName = "testdata.yaml";

    private static readonly string[] Flags = ["input_validator_flags", "output_validator_flags"];

    private static readonly string[] LegacyKeys = ["accept_score", "reject_score", "range", "grader_flags"];

    public static void AddTests(KattisSource source)
    {
        var isScoring = source.Settings.Texts("type").Contains("scoring");
        var isLegacy = source.Below("data").Any(file => file.Name == OldName && IsLegacy(source, file));
        foreach (var file in source.Below("data").Where(file => file.Name is not (OldName or TestFolder.GroupSettings)))
        {
            var part = file.Path.Split('/')[1];
            if (part is "invalid_input" or "invalid_output" or "valid_output" || (!isLegacy && part is "sample" or "secret"))
            {
                source.Draft.Add(file.Path, file);
            }
            else if (part is not ("sample" or "secret"))
            {
                source.Draft.LeftOut("import.kattis.notData", file.Path);
            }
        }

        if (isLegacy)
        {
            AddLegacy(source, isScoring);
        }
        else
        {
            AddGroups(source, isScoring);
        }
    }

    /// <summary>What <c>problem.yaml</c> says of all points: the larger number wins, and whether groups are shown.</summary>
    public static void TellGrading(YamlMap settings, string key, PackageDraft draft)
    {
        if (settings.Map(key) is not { } grading)
        {
            return;
        }

        grading.Allow("objective", "show_test_data_groups", "accept_score", "reject_score", "range", "on_reject");
        if (grading.Text("objective") is "min")
        {
            throw grading.Wrong(
                "objective",
                "problems where the least score wins are not supported; let the validator turn the score around."
            );
        }

        if (grading.Has("show_test_data_groups"))
        {
            draft.LeftOut("import.kattis.showGroups", $"{key}.show_test_data_groups");
        }
    }

    private static bool IsLegacy(KattisSource source, ImportFile file) =>
        ImportKattis.Read(source.Tree, file.Path) is { } yaml
        && (LegacyKeys.Any(yaml.Has) || (yaml.Has("grading") && !yaml.IsMap("grading")));

    private static void AddLegacy(KattisSource source, bool isScoring)
    {
        var isCustom = source.Has("output_validators") || source.Has("output_validator");
        var scores = KattisScores.Of(source, isCustom, source.Settings.Texts("validation").Contains("score"));
        KattisTestData.Add(source, isScoring, isCustom, scores);
    }

    private static void AddGroups(KattisSource source, bool isScoring)
    {
        var groups = new GroupDrafts(source.Draft);
        var top = Settings(source, "data");
        string[] parts =
        [
            "data/sample",
            "data/secret",
            .. isScoring ? source.Tree.Folders("data/secret").Select(group => $"data/secret/{group}") : [],
        ];
        foreach (var folder in parts.Where(folder => source.Has(folder) && !folder.EndsWith(".files", StringComparison.Ordinal)))
        {
            AddFlags(Settings(source, folder) ?? top, groups.Of(folder));
        }

        if (isScoring)
        {
            AddPoints(source, groups);
        }

        groups.Write();
    }

    /// <summary>Null: the folder has none.</summary>
    private static YamlMap? Settings(KattisSource source, string folder)
    {
        var yaml =
            ImportKattis.Read(source.Tree, $"{folder}/{TestFolder.GroupSettings}") ?? ImportKattis.Read(source.Tree, $"{folder}/{OldName}");
        yaml?.Allow([
            .. Flags,
            "scoring",
            "grading",
            "run_samples",
            "args",
            "input_validator_args",
            "output_validator_args",
            "full_feedback",
            "max_score",
            "score_aggregation",
            "require_pass",
            "on_reject",
            "static_validation_score",
        ]);
        return yaml;
    }

    private static void AddFlags(YamlMap? from, YamlDraft to)
    {
        if (from is null)
        {
            return;
        }

        to.Take(from, except: [.. Flags, "scoring", "grading", "run_samples", "on_reject"]);
        foreach (var key in Flags.Where(key => from.Has(key) && !from.IsMap(key)))
        {
            to.Set(key.Replace("_flags", "_args", StringComparison.Ordinal), ShellWords.Split(from.Text(key)!));
        }
    }

    /// <summary>Each group's points are <c>max_score</c>, or else what its tests give.</summary>
    private static void AddPoints(KattisSource source, GroupDrafts groups)
    {
        RefuseMultiplied(source);
        var secret = Scoring(Settings(source, "data/secret"));
        List<string> names =
        [
            .. source.Tree.Folders("data/secret").Where(name => source.Below($"data/secret/{name}").Any(file => file.Extension == ".in")),
        ];
        if (names.Count == 0)
        {
            groups.Score([Group(source, "", "data/secret", secret, usual: Aggregation.Sum)], Aggregation.Sum);
        }
        else
        {
            groups.Score(
                [
                    .. names.Select(name =>
                        Group(source, name, $"data/secret/{name}", Scoring(Settings(source, $"data/secret/{name}")), usual: Aggregation.Min)
                    ),
                ],
                AggregationOf(secret, Aggregation.Sum)
            );
        }
    }

    /// <summary>
    /// The drafts multiply a test's <c>score</c> by what the validator writes to <c>score.txt</c>; here that file holds points.
    /// </summary>
    private static void RefuseMultiplied(KattisSource source)
    {
        var writer = KattisScores.WriterOfPoints(source);
        var folder = source
            .Below("data")
            .Where(file => file.Name is OldName or TestFolder.GroupSettings)
            .FirstOrDefault(file => Scoring(ImportKattis.Read(source.Tree, file.Path))?.Has("score") == true);
        if (writer is not null && folder is not null)
        {
            throw new ImportException("import.kattis.multiplied", folder.Path, writer.Path);
        }
    }

    private static GroupDraft Group(KattisSource source, string name, string folder, YamlMap? scoring, Aggregation usual)
    {
        var aggregation = AggregationOf(scoring, usual);
        var score = scoring?.Number("score", 0, 1_000_000) ?? 1;
        var tests = source.Below(folder).Count(file => file.Extension == ".in");
        var max =
            (scoring?.Text("max_score") is "unbounded" ? null : scoring?.Number("max_score", 0, 1_000_000))
            ?? score * (aggregation == Aggregation.Sum ? tests : 1);
        return new GroupDraft(name, max, aggregation);
    }

    private static YamlMap? Scoring(YamlMap? settings)
    {
        var scoring =
            settings is not null && settings.IsMap("scoring") ? settings.Map("scoring")
            : settings is not null && settings.IsMap("grading") ? settings.Map("grading")
            : settings;
        if (scoring != settings)
        {
            scoring!.Allow("score", "max_score", "aggregation", "require_pass", "show_test_data_groups", "objective");
        }

        return scoring;
    }

    private static Aggregation AggregationOf(YamlMap? scoring, Aggregation usual) =>
        scoring is null ? usual
        : scoring.Has("aggregation") ? SchoolSettings.AggregationOf(scoring, "aggregation")
        : scoring.Has("score_aggregation") ? SchoolSettings.AggregationOf(scoring, "score_aggregation")
        : usual;
}
