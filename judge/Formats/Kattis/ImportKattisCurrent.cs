using Judge.Formats.Draft;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>
/// "2025-09" (spec/2025-09.md), which is our own layout: taken as it is, with its constants put in. What the judge cannot honour is refused
/// when the package is loaded. Also its drafts "2023-07-draft" and "2023-07", with the keys they still had of "legacy".
/// </summary>
internal static class ImportKattisCurrent
{
    private static readonly string[] Known =
    [
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
        "constants",
    ];

    private static readonly string[] Old = ["author", "source_url", "validation", "validator_flags", "grading", "scoring"];

    public static void Fill(KattisSource source, bool isDraft)
    {
        var (settings, draft) = (source.Settings, source.Draft);
        settings.Allow(isDraft ? [.. Known, .. Old] : Known);
        var constants = new KattisConstants(settings.Map("constants"));
        if (!constants.IsEmpty)
        {
            draft.Understood("import.kattis.constants");
        }

        About(source, isDraft);
        foreach (var key in isDraft ? (string[])["grading", "scoring"] : [])
        {
            ImportKattisDraft.TellGrading(settings, key, draft);
        }

        ImportKattisStatement.Add(
            source,
            source.Has("statement") ? "statement"
                : isDraft ? "problem_statement"
                : "statement",
            needsLanguage: !isDraft,
            constants
        );
        Programs(source, isDraft, constants);
        if (isDraft)
        {
            ImportKattisDraft.AddTests(source);
        }
        else
        {
            AddTests(source, constants);
        }

        if (source.Tree.Find("submissions/submissions.yaml") is { } expected)
        {
            constants.Add(draft, "submissions/submissions.yaml", expected);
        }

        ImportKattisSubmissions.Add(source, isLegacy: false, constants);
        if (source.Tree.Find(SchoolSettings.File) is { } school)
        {
            draft.School.Take(YamlMap.Read(school.FullPath, school.Path));
        }

        Rest(source, constants);
    }

    private static void About(KattisSource source, bool isDraft)
    {
        var (settings, draft) = (source.Settings, source.Draft);
        if (!settings.Has("uuid") && !isDraft)
        {
            throw settings.Wrong("uuid", "'uuid' is missing.");
        }

        if (!settings.Has("uuid"))
        {
            draft.Warning("import.kattis.noUuid");
        }

        draft.Settings.Take(settings, except: ["problem_format_version", "name", "constants", "embargo_until", .. Old]);
        if (settings.Text("embargo_until") is { } until)
        {
            draft.Warning("import.kattis.embargo", ImportNames.Shown(until));
        }

        if (
            draft.TimeLimit is null
            && settings.Map("limits")?.Has("time_limit") is not true
            && KattisTimeLimit.Of(source, settings.Map("limits")) is { } seconds
        )
        {
            draft.Settings.Map("limits").Set("time_limit", draft.Seconds(seconds));
        }

        if (settings.Text("validator_flags") is { Length: > 0 })
        {
            throw settings.Wrong("validator_flags", "write output_validator_flags in data/testdata.yaml instead.");
        }

        if (
            settings.Texts("validation") is ["custom", ..] words
            && words.Where(word => word is "interactive" or "multi-pass").ToList() is { Count: > 0 } kinds
        )
        {
            draft.Settings.Set("type", string.Join(' ', settings.Texts("type").Concat(kinds).Distinct()));
        }
    }

    private static void Programs(KattisSource source, bool isDraft, KattisConstants constants)
    {
        var draft = source.Draft;
        ImportKattisPrograms.AddInputValidators(source, "input_validators", constants);
        if (isDraft && source.Has("output_validators"))
        {
            ImportKattisPrograms.AddOutputValidator(source, "output_validators", constants);
        }

        foreach (var folder in (string[])["output_validator", "static_validator", "include", "checker"])
        {
            foreach (var file in source.Below(folder))
            {
                constants.Add(draft, file.Path, file);
            }
        }
    }

    /// <summary>Groups and tests keep their files; bytes of tests are never touched.</summary>
    private static void AddTests(KattisSource source, KattisConstants constants)
    {
        foreach (var file in source.Below("data"))
        {
            if (file.Path.Split('/')[1] is "sample" or "secret" or "invalid_input" or "invalid_output" or "valid_output")
            {
                (file.Name == TestFolder.GroupSettings ? constants.Add : (Action<PackageDraft, string, ImportFile>)Plain)(
                    source.Draft,
                    file.Path,
                    file
                );
            }
            else
            {
                source.Draft.LeftOut("import.kattis.notData", file.Path);
            }
        }
    }

    private static void Plain(PackageDraft draft, string path, ImportFile file) => draft.Add(path, file);

    private static void Rest(KattisSource source, KattisConstants constants)
    {
        var draft = source.Draft;
        foreach (var folder in (string[])["attachments", "solution", "generators"])
        {
            foreach (var file in source.Below(folder))
            {
                constants.Add(draft, file.Path, file);
            }
        }

        foreach (var folder in (string[])["input_visualizer", "output_visualizer"])
        {
            if (source.Has(folder))
            {
                draft.LeftOut("import.kattis.visualizer", folder);
            }
        }
    }
}
