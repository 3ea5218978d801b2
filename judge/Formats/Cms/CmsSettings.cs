using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;
using YamlDotNet.RepresentationModel;

namespace Judge.Formats.Cms;

/// <summary><c>task.yaml</c>, whose keys have English and older Italian names. Keys we do not know are told, not refused.</summary>
internal sealed class CmsSettings(YamlMap yaml)
{
    private static readonly string[] Known =
    [
        "name",
        "nome_breve",
        "title",
        "nome",
        "n_input",
        "time_limit",
        "timeout",
        "memory_limit",
        "memlimit",
        "infile",
        "outfile",
        "total_value",
        "output_only",
        "primary_language",
        "score_type",
        "score_type_parameters",
        "public_testcases",
        "risultati",
        "score_mode",
        "num_processes",
        "user_io",
    ];

    /// <summary>The first of the keys that there is; null: none.</summary>
    public string? Text(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (yaml.Text(key) is { } text)
            {
                return text is "null" or "~" ? "" : text;
            }
        }

        return null;
    }

    public decimal? Number(decimal most, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (yaml.Text(key) is { Length: > 0 } and not ("null" or "~"))
            {
                return yaml.Number(key, 0, most);
            }
        }

        return null;
    }

    public bool Flag(string key) => yaml.Text(key)?.ToLowerInvariant() is "true" or "yes" or "1";

    public YamlNode? Node(string key) => yaml.Node(key);

    public PackageException Wrong(string key, string sentence) => yaml.Wrong(key, sentence);

    public void TellUnused(PackageDraft draft)
    {
        if (yaml.Keys.Where(key => !Known.Contains(key)).ToList() is { Count: > 0 } unused)
        {
            draft.LeftOut("import.cms.unusedSettings", ImportNames.Shown(string.Join(", ", unused)));
        }

        if (Text("public_testcases", "risultati") is { Length: > 0 })
        {
            draft.LeftOut("import.cms.publicTestcases");
        }

        if (Text("score_mode") is { } mode and not ("max" or "max_tokened_last"))
        {
            draft.Warning("import.cms.scoreMode", ImportNames.Shown(mode));
        }
    }
}
