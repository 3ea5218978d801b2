using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>
/// Tests of "2023-07" and "2023-07-draft": groups perhaps without a file, and their points in <c>scoring</c> of <c>testdata.yaml</c>.
/// </summary>
internal static class ImportKattisDraft
{
    private const string OldName = "testdata.yaml";

    private static readonly string[] Flags = ["input_validator_flags", "output_validator_flags"];

    public static void AddTests(KattisSource source)
    {
        var draft = source.Draft;
        var isScoring = source.Settings.Texts("type").Contains("scoring");
        var groups = new GroupDrafts(draft);
        foreach (var file in source.Below("data").Where(file => file.Name is not (OldName or TestFolder.GroupSettings)))
        {
            if (file.Path.Split('/')[1] is "sample" or "secret" or "invalid_input" or "invalid_output" or "valid_output")
            {
                draft.Add(file.Path, file);
            }
            else
            {
                draft.LeftOut("import.kattis.notData", file.Path);
            }
        }

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

    /// <summary>
    /// Each group's points are <c>max_score</c>, or else what its tests give; "validator's score multiplies" is what our judge does.
    /// </summary>
    private static void AddPoints(KattisSource source, GroupDrafts groups)
    {
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
