using System.Text;
using System.Text.Json;
using Judge.Formats.Draft;
using Judge.Formats.Kattis;
using Judge.Formats.Statements;

namespace Judge.Formats.Polygon;

/// <summary>
/// Statements of a Polygon package: the parts in <c>problem-properties.json</c> in LaTeX, else one LaTeX file, else a PDF.
/// </summary>
internal static class PolygonStatements
{
    private const int MostBytes = 4 << 20;

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["vietnamese"] = "vi",
        ["english"] = "en",
        ["russian"] = "ru",
        ["ukrainian"] = "uk",
        ["chinese"] = "zh",
        ["french"] = "fr",
        ["german"] = "de",
        ["spanish"] = "es",
        ["polish"] = "pl",
        ["portuguese"] = "pt",
        ["japanese"] = "ja",
        ["korean"] = "ko",
        ["kazakh"] = "kk",
        ["armenian"] = "hy",
        ["azerbaijani"] = "az",
        ["arabic"] = "ar",
        ["bulgarian"] = "bg",
        ["belarusian"] = "be",
        ["romanian"] = "ro",
        ["hungarian"] = "hu",
        ["turkmen"] = "tk",
        ["uzbek"] = "uz",
        ["georgian"] = "ka",
        ["italian"] = "it",
        ["persian"] = "fa",
        ["indonesian"] = "id",
        ["thai"] = "th",
        ["estonian"] = "et",
    };

    public static void Add(PolygonSource source)
    {
        var draft = source.Draft;
        var done = new HashSet<string>();
        foreach (
            var statement in source.Problem.Statements.OrderBy(one =>
                one.Type == "application/x-tex" ? 0
                : one.Type == "application/pdf" ? 1
                : 2
            )
        )
        {
            if (!Codes.TryGetValue(statement.Language, out var language))
            {
                draft.LeftOut("import.polygon.statement", ImportNames.Shown(statement.Language));
            }
            else if (!done.Contains(language) && AddOne(source, statement, language))
            {
                done.Add(language);
            }
        }

        if (done.Count > 0)
        {
            return;
        }

        draft.Title(
            "en",
            source.Problem.Names.GetValueOrDefault("english") ?? source.Problem.Names.Values.FirstOrDefault() ?? draft.Source
        );
        draft.Statement("en", StatementWords.OnPaper);
        draft.Default("import.polygon.noStatement");
    }

    private static bool AddOne(PolygonSource source, PolygonStatement statement, string language)
    {
        var (tree, draft) = (source.Tree, source.Draft);
        if (tree.Find(statement.Path) is not { } file)
        {
            return false;
        }

        var title = source.Problem.Names.GetValueOrDefault(statement.Language);
        var properties = statement.Type == "application/x-tex" ? tree.Find(file.Folder + "/problem-properties.json") : null;
        if (properties is not null)
        {
            var own = Sections(source, properties, language);
            title ??= own;
        }
        else if (statement.Type == "application/x-tex")
        {
            var tex = TexToMarkdown.Convert(file.Text(MostBytes));
            ImportKattisStatement.Tell(draft, file.Path, tex);
            draft.Statement(language, tex.Markdown);
            AddPictures(source, file.Folder, tex);
            title ??= tex.Title;
        }
        else if (statement.Type == "application/pdf")
        {
            draft.StatementPdf(language, file);
        }
        else
        {
            return false;
        }

        draft.Title(language, title ?? draft.Source);
        return true;
    }

    /// <summary>Adds the statement; returns the name that it gives, null: none.</summary>
    private static string? Sections(PolygonSource source, ImportFile properties, string language)
    {
        using var json = Parse(properties);
        var markdown = new StringBuilder();
        foreach (var (key, vi, en, ru) in StatementWords.PolygonParts)
        {
            if (TextOf(json, key) is not { Length: > 0 } text)
            {
                continue;
            }

            var tex = TexToMarkdown.Convert(text);
            var heading = language switch
            {
                "vi" => vi,
                "ru" => ru,
                _ => en,
            };
            markdown.Append(heading.Length > 0 ? $"\n## {heading}\n\n" : "").Append(tex.Markdown);
            if (tex.Strange.Count > 0)
            {
                ImportKattisStatement.Tell(source.Draft, $"{properties.Path} ({key})", tex);
            }

            AddPictures(source, properties.Folder, tex);
        }

        source.Draft.Statement(language, markdown.ToString());
        return TextOf(json, "name") is { Length: > 0 } name ? name : null;
    }

    private static JsonDocument Parse(ImportFile file)
    {
        try
        {
            var json = JsonDocument.Parse(file.Text(MostBytes), new JsonDocumentOptions { MaxDepth = 32 });
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new JsonException("it is no object");
        }
        catch (JsonException)
        {
            throw new ImportException("import.polygon.notJson", ImportNames.Shown(file.Path));
        }
    }

    private static string? TextOf(JsonDocument json, string key) =>
        json.RootElement.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;

    private static void AddPictures(PolygonSource source, string folder, TexText tex)
    {
        foreach (var picture in tex.Pictures)
        {
            string[] names = [picture, picture + ".png", picture + ".jpg", picture + ".pdf"];
            var file = names.Select(name => source.Tree.Find($"{folder}/{name}")).FirstOrDefault(found => found is not null);
            if (file is null || !ImportKattis.IsAdmitted(picture))
            {
                source.Draft.Warning("import.polygon.noPicture", ImportNames.Shown(picture));
            }
            else if (!source.Draft.Files.ContainsKey($"statement/{file.Name}"))
            {
                source.Draft.Add($"statement/{file.Name}", file);
            }
        }
    }
}
