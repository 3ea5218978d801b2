using System.Globalization;
using System.Text;
using System.Text.Json;
using Judge.Formats.Draft;
using Judge.Formats.Statements;

namespace Judge.Formats.Qduoj;

/// <summary>Problems of QDUOJ: folders, by numbers there, with <c>problem.json</c> and <c>testcase/</c>.</summary>
internal static class ImportQduoj
{
    private const string Settings = "problem.json";
    private const int MostBytes = 4 << 20;

    private static readonly (string Key, string Head)[] Sections =
    [
        ("description", ""),
        ("input_description", StatementWords.Input),
        ("output_description", StatementWords.Output),
        ("hint", StatementWords.Hint),
    ];

    public static Importer Importer { get; } =
        new(
            "qduoj",
            FoldsCase: false,
            tree => Folders(tree).Any(),
            (tree, _) => Folders(tree).OrderBy(folder => folder, TestNaming.Natural).Select(folder => Item(tree, folder))
        );

    private static IEnumerable<string> Folders(ImportTree tree) =>
        tree.Find(Settings) is not null
            ? tree.Folders("").Any(IsTests)
                ? [""]
                : []
            : tree.Folders("").Where(folder => tree.Find($"{folder}/{Settings}") is not null && tree.Folders(folder).Any(IsTests));

    private static bool IsTests(string folder) => folder.Equals("testcase", StringComparison.OrdinalIgnoreCase);

    private static ImportItem Item(ImportTree tree, string folder)
    {
        var below = folder.Length == 0 ? "" : folder + "/";
        try
        {
            using var json = JsonDocument.Parse(tree.Find(below + Settings)!.Text(MostBytes), new JsonDocumentOptions { MaxDepth = 32 });
            var root = json.RootElement.Clone();
            var title =
                Text(root, "title") is { Length: > 0 } said ? said
                : Text(root, "display_id") is { Length: > 0 } id ? id
                : $"bai{folder}";
            return new ImportItem(title, draft => Fill(tree, below, root, draft));
        }
        catch (JsonException e)
        {
            throw new ImportException("import.qduoj.notJson", below, Settings, e.Message.TrimEnd('.'));
        }
    }

    private static void Fill(ImportTree tree, string below, JsonElement root, PackageDraft draft)
    {
        draft.Title("vi", Text(root, "title") is { Length: > 0 } title ? title : draft.Source);
        draft.Limits(Number(root, "time_limit", 1000) / 1000, Number(root, "memory_limit", 256));
        if (root.TryGetProperty("spj", out var spj) && spj.ValueKind == JsonValueKind.Object)
        {
            draft.Error("import.qduoj.checker");
        }

        // QDUOJ compares whole outputs but for blanks at their end (github.com/QingdaoU/JudgeServer, judge_client.py, _compare_output).
        draft.School.Set("checker", "themis_c2");

        if (
            root.TryGetProperty("template", out var template)
            && template.ValueKind == JsonValueKind.Object
            && template.EnumerateObject().Any()
        )
        {
            draft.LeftOut("import.noTemplate");
            JoinedCode.Add(
                draft,
                template
                    .EnumerateObject()
                    .Where(part => part.Value.ValueKind == JsonValueKind.Object)
                    .Select(part => (part.Name, Text(part.Value, "prepend"), Text(part.Value, "append")))
            );
        }

        AddStatement(root, draft);
        AddSamples(root, draft);
        AddTests(tree, below, root, draft);
        SolutionDrafts.Add(draft, Array(root, "answers").Select(answer => (Text(answer, "language"), Text(answer, "code"))));
    }

    private static void AddStatement(JsonElement root, PackageDraft draft)
    {
        var text = new StringBuilder();
        foreach (var (key, head) in Sections)
        {
            var value =
                root.TryGetProperty(key, out var part) && part.ValueKind == JsonValueKind.Object ? Text(part, "value") : Text(root, key);
            var isMarkdown = part.ValueKind == JsonValueKind.Object && Text(part, "format") is "markdown" or "md";
            var markdown = isMarkdown ? value.Trim() : HtmlMarkdown.Of(value, _ => null);
            if (markdown.Length > 0)
            {
                text.Append(head).Append(head.Length > 0 ? "\n\n" : "").Append(markdown).Append("\n\n");
            }
        }

        if (text.Length > 0)
        {
            draft.Statement("vi", text.ToString());
        }
    }

    private static void AddSamples(JsonElement root, PackageDraft draft)
    {
        var samples = Array(root, "samples");
        var names = TestNaming.Ordinal([.. samples.Select((_, at) => (at + 1).ToString(CultureInfo.InvariantCulture))]);
        for (var at = 0; at < samples.Count; at++)
        {
            draft.Add($"data/sample/{names[at]}.in", Text(samples[at], "input"));
            draft.Add($"data/sample/{names[at]}.ans", Text(samples[at], "output"));
        }
    }

    /// <summary>As listed with their scores, which count in rule OI; without a list all pairs in the folder.</summary>
    private static void AddTests(ImportTree tree, string below, JsonElement root, PackageDraft draft)
    {
        var listed = Array(root, "test_case_score")
            .Select(test => (Input: Text(test, "input_name"), Output: Text(test, "output_name"), Score: Number(test, "score", 0)))
            .ToList();
        if (listed.Count == 0)
        {
            draft.Default("import.qduoj.noList");
            listed =
            [
                .. tree.In(below + "testcase")
                    .Where(file => file.Extension == ".in")
                    .OrderBy(file => file.Stem, TestNaming.Natural)
                    .Select(file => (file.Name, file.Stem + ".out", 0m)),
            ];
        }

        if (listed.Count == 0)
        {
            throw new ImportException("import.qduoj.noTest");
        }

        var names = TestNaming.Ordinal([.. listed.Select(test => Path.GetFileNameWithoutExtension(test.Input))]);
        var scores = Text(root, "rule_type") != "ACM" && listed.Exists(test => test.Score > 0);
        for (var at = 0; at < listed.Count; at++)
        {
            var answer = listed[at].Output is "-" or "" ? null : Test(tree, below, listed[at].Output);
            draft.AddTest(names[at], Test(tree, below, listed[at].Input), answer);
            if (scores)
            {
                draft.School.Map("marks").Set(names[at], listed[at].Score);
            }
        }
    }

    private static ImportFile Test(ImportTree tree, string below, string name) =>
        tree.Find($"{below}testcase/{name}") ?? throw new ImportException("import.qduoj.noFile", ImportNames.Shown(name));

    private static string Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value)
            ? value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                ? value.ToString()
                : ""
            : "";

    private static decimal Number(JsonElement element, string key, decimal usual) =>
        Text(element, key) is not { Length: > 0 } text ? usual
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ImportException("import.qduoj.noNumber", key, ImportNames.Shown(text));

    private static IReadOnlyList<JsonElement> Array(JsonElement element, string key) =>
        element.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
}
