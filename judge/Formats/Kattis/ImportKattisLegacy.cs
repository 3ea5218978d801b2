using System.Text.RegularExpressions;
using Judge.Formats.Draft;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>"legacy" and its part "legacy-icpc" (spec/legacy.md, spec/legacy-icpc.md), with DOMjudge's additions.</summary>
internal static partial class ImportKattisLegacy
{
    private static readonly string[] Known =
    [
        "problem_format_version",
        "type",
        "name",
        "uuid",
        "author",
        "source",
        "source_url",
        "license",
        "rights_owner",
        "limits",
        "validation",
        "validator_flags",
        "grading",
        "keywords",
    ];

    public static void Fill(KattisSource source, bool isIcpc)
    {
        var (settings, draft) = (source.Settings, source.Draft);
        settings.Allow(Known);
        var types = settings.Texts("type");
        if (isIcpc)
        {
            CheckIcpc(source, types);
        }

        ImportKattisStatement.Add(source, "problem_statement", needsLanguage: false);
        About(settings, draft);
        var validation = Validation(settings, types, draft);
        draft.Settings.Set("type", string.Join(' ', TypeWords(types, validation)));
        Limits(source, validation.Contains("multi-pass") || types.Contains("multi-pass"));
        Programs(source, validation.Contains("custom"));
        KattisTestData.Add(
            source,
            types.Contains("scoring"),
            isCustom: validation.Contains("custom"),
            KattisScores.Of(source, validation.Contains("custom"), validation.Contains("score"))
        );
        ImportKattisSubmissions.Add(source, isLegacy: true);
        source.Copy("attachments");
        source.Copy("include");
    }

    private static void CheckIcpc(KattisSource source, IReadOnlyList<string> types)
    {
        var found =
            types is not ([] or ["pass-fail"]) ? "type"
            : source.Settings.Has("grading") ? "grading"
            : source.Has("graders") ? "graders/"
            : source.Has("include") ? "include/"
            : source.Has("submissions/partially_accepted") ? "submissions/partially_accepted/"
            : source.Below("data").FirstOrDefault(file => file.Name == "testdata.yaml" || file.Path.Count(c => c == '/') > 2)?.Path;
        if (found is not null)
        {
            throw new ImportException("import.kattis.legacyIcpc", found);
        }
    }

    private static void About(YamlMap settings, PackageDraft draft)
    {
        foreach (var key in (string[])["uuid", "license", "rights_owner"])
        {
            if (settings.Text(key) is { Length: > 0 } text)
            {
                draft.Settings.Set(key, text);
            }
        }

        if (settings.Text("author") is { Length: > 0 } authors)
        {
            draft
                .Settings.Map("credits")
                .Set("authors", AuthorEnd().Split(authors).Select(author => author.Trim()).Where(author => author.Length > 0));
        }

        if (settings.Text("source") is { Length: > 0 } from)
        {
            draft.Settings.Map("source").Set("name", from);
        }

        if (settings.Text("source_url") is { Length: > 0 } address)
        {
            if (!settings.Has("source"))
            {
                throw settings.Wrong("source_url", "'source_url' is for a 'source', which is missing.");
            }

            draft.Settings.Map("source").Set("url", address);
        }

        if (settings.Texts("keywords") is { Count: > 0 } keywords)
        {
            draft.Settings.Set("keywords", keywords);
        }

        CheckRights(settings, draft);
    }

    private static void CheckRights(YamlMap settings, PackageDraft draft)
    {
        var license = settings.Text("license") ?? "unknown";
        if (license is not ("unknown" or "public domain" or "cc0" or "cc by" or "cc by-sa" or "educational" or "permission"))
        {
            throw settings.Wrong("license", $"there is no license '{ImportNames.Shown(license)}'.");
        }

        if (license == "public domain" && settings.Has("rights_owner"))
        {
            throw settings.Wrong("rights_owner", "what is in the public domain has no owner of rights.");
        }

        if (
            license is not ("unknown" or "public domain")
            && !settings.Has("rights_owner")
            && !settings.Has("author")
            && !settings.Has("source")
        )
        {
            draft.Warning("import.kattis.noOwner");
        }
    }

    /// <summary>The words of 'validation'.</summary>
    private static IReadOnlyList<string> Validation(YamlMap settings, IReadOnlyList<string> types, PackageDraft draft)
    {
        if (
            types.FirstOrDefault(type => type is not ("pass-fail" or "scoring" or "interactive" or "multi-pass" or "submit-answer")) is
            { } unknown
        )
        {
            throw settings.Wrong("type", $"there is no type '{ImportNames.Shown(unknown)}'.");
        }

        if (settings.Has("grading"))
        {
            CheckGrading(settings, types, draft);
        }

        var words = settings.Texts("validation");
        if (words is [] or ["default"])
        {
            return types.Contains("interactive") || types.Contains("multi-pass") ? ["custom"] : [];
        }

        if (words[0] != "custom" || words.Skip(1).Any(word => word is not ("score" or "interactive" or "multi-pass")))
        {
            throw settings.Wrong("validation", "it must be 'default', or 'custom' with any of 'score', 'interactive' and 'multi-pass'.");
        }

        if (words.Contains("score") && !types.Contains("scoring"))
        {
            throw settings.Wrong("validation", "'score' is for problems of type scoring.");
        }

        return words;
    }

    private static void CheckGrading(YamlMap settings, IReadOnlyList<string> types, PackageDraft draft)
    {
        if (!types.Contains("scoring"))
        {
            throw settings.Wrong("grading", "'grading' is for problems of type scoring.");
        }

        ImportKattisDraft.TellGrading(settings, "grading", draft);
    }

    private static IEnumerable<string> TypeWords(IReadOnlyList<string> types, IReadOnlyList<string> validation) =>
        types
            .Append(types.Contains("scoring") ? "scoring" : "pass-fail")
            .Concat(validation.Where(word => word is "interactive" or "multi-pass"))
            .Distinct();

    private static void Limits(KattisSource source, bool isMultiPass)
    {
        var draft = source.Draft;
        var to = draft.Settings.Map("limits");
        var limits = source.Settings.Map("limits");
        limits?.Allow(
            "time_limit",
            "time_multiplier",
            "time_safety_margin",
            "memory",
            "output",
            "code",
            "compilation_time",
            "compilation_memory",
            "validation_time",
            "validation_memory",
            "validation_output",
            "validation_passes"
        );
        foreach (
            var key in (string[])
                ["output", "code", "compilation_time", "compilation_memory", "validation_time", "validation_memory", "validation_output"]
        )
        {
            if (limits?.Number(key, 0, 1_000_000) is { } number)
            {
                to.Set(key, number);
            }
        }

        if (limits?.Number("memory", 1, 1 << 20) is { } memory)
        {
            to.Set("memory", memory);
        }

        if (isMultiPass && limits?.Number("validation_passes", 2, 100) is { } passes)
        {
            to.Set("validation_passes", passes);
        }

        if (limits?.Number("time_multiplier", 0.1m, 1000) is { } multiplier)
        {
            to.Map("time_multipliers").Set("ac_to_time_limit", multiplier);
        }

        if (limits?.Number("time_safety_margin", 0.1m, 1000) is { } margin)
        {
            to.Map("time_multipliers").Set("time_limit_to_tle", margin);
        }

        if (KattisTimeLimit.Of(source, limits) is { } seconds)
        {
            to.Set("time_limit", draft.Seconds(seconds));
        }
    }

    private static void Programs(KattisSource source, bool isCustom)
    {
        var draft = source.Draft;
        foreach (var folder in (string[])["input_validators", "input_format_validators"])
        {
            ImportKattisPrograms.AddInputValidators(source, folder);
        }

        if (isCustom)
        {
            ImportKattisPrograms.AddOutputValidator(source, "output_validators");
        }
        else if (source.Has("output_validators"))
        {
            draft.LeftOut("import.kattis.defaultOutput");
        }

        if (source.Has("graders"))
        {
            draft.LeftOut("import.kattis.graders");
        }
    }

    [GeneratedRegex(@",|\sand\s")]
    private static partial Regex AuthorEnd();
}
