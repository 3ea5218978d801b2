using System.Text.RegularExpressions;
using Judge.Formats.Draft;
using Judge.Formats.Statements;

namespace Judge.Formats.Kattis;

/// <summary>Statements of a Kattis package: Markdown and PDF as they are, LaTeX as Markdown; with their pictures and titles.</summary>
internal static partial class ImportKattisStatement
{
    private const int MostBytes = 1 << 20;

    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".svg", ".gif", ".pdf", ".webp"];

    /// <param name="folder">"statement", or "problem_statement" of old.</param>
    /// <param name="needsLanguage">Whether the name must tell the language; else it is English.</param>
    /// <param name="constants">What is done to texts before they are read; null: nothing.</param>
    public static void Add(KattisSource source, string folder, bool needsLanguage, KattisConstants? constants = null)
    {
        var draft = source.Draft;
        var titles = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in source.Below(folder).OrderBy(file => Rank(file.Extension)))
        {
            var match = NamePattern().Match(file.Path[(folder.Length + 1)..]);
            if (!match.Success)
            {
                AddBeside(draft, folder, file);
            }
            else if (!match.Groups[1].Success && needsLanguage)
            {
                draft.LeftOut("import.kattis.noLanguage", file.Path);
            }
            else
            {
                AddOne(draft, file, match.Groups[1].Success ? match.Groups[1].Value : "en", titles, constants);
            }
        }

        AddOfDomjudge(source, titles);
        Name(source, titles);
    }

    private static int Rank(string extension) =>
        extension switch
        {
            ".md" => 0,
            ".tex" => 1,
            ".pdf" => 2,
            _ => 3,
        };

    private static void AddOne(
        PackageDraft draft,
        ImportFile file,
        string language,
        SortedDictionary<string, string> titles,
        KattisConstants? constants
    )
    {
        if (file.Extension == ".pdf")
        {
            draft.StatementPdf(language, file);
            titles.TryAdd(language, "");
            return;
        }

        if (titles.ContainsKey(language))
        {
            draft.LeftOut("import.kattis.otherMarkdown", file.Path);
            return;
        }

        var text = file.Text(MostBytes);
        text =
            constants is null ? text
            : file.Extension == ".tex" ? constants.InTex(text)
            : constants.In(text);
        if (file.Extension == ".tex")
        {
            var tex = TexToMarkdown.Convert(text);
            Tell(draft, file.Path, tex);
            (text, titles[language]) = (tex.Markdown, tex.Title ?? "");
        }
        else
        {
            titles[language] = "";
            text = SampleMark().Replace(text, "");
        }

        draft.Statement(language, text);
    }

    /// <summary>What a reader of the statement should look at after the turn into Markdown.</summary>
    public static void Tell(PackageDraft draft, string path, TexText tex)
    {
        draft.Understood("import.kattis.latex", path);
        if (tex.Strange.Count > 0)
        {
            draft.Warning("import.kattis.strangeLatex", path, ImportNames.Shown(string.Join(" ", tex.Strange)));
        }
    }

    private static void AddBeside(PackageDraft draft, string folder, ImportFile file)
    {
        if (Pictures.Contains(file.Extension))
        {
            draft.Add("statement" + file.Path[folder.Length..], file);
        }
        else
        {
            draft.LeftOut("import.kattis.notStatement", file.Path);
        }
    }

    /// <summary>DOMjudge takes a statement from the root.</summary>
    private static void AddOfDomjudge(KattisSource source, SortedDictionary<string, string> titles)
    {
        foreach (var name in (string[])["problem.pdf", "problem.html", "problem.txt"])
        {
            if (source.Tree.Find(name) is not { } file)
            {
                continue;
            }

            if (titles.Count > 0)
            {
                source.Draft.LeftOut("import.kattis.otherStatement", name);
            }
            else if (file.Extension == ".pdf")
            {
                source.Draft.StatementPdf("en", file);
            }
            else
            {
                source.Draft.Statement(
                    "en",
                    file.Extension == ".html" ? HtmlMarkdown.Of(file.Text(MostBytes), _ => null) : TexCommands.Escaped(file.Text(MostBytes))
                );
            }

            titles.TryAdd("en", "");
        }
    }

    /// <summary>A name for each language there is a statement in, and for no other.</summary>
    private static void Name(KattisSource source, SortedDictionary<string, string> titles)
    {
        var (settings, draft) = (source.Settings, source.Draft);
        var named = settings.IsMap("name") ? settings.Map("name") : null;
        var common = named is null ? settings.Text("name") : named.Keys.Select(named.Text).FirstOrDefault();
        foreach (var (language, own) in titles)
        {
            var title = named?.Text(language) ?? (titles.Count > 1 && own.Length > 0 || string.IsNullOrWhiteSpace(common) ? own : common);
            draft.Title(language, string.IsNullOrWhiteSpace(title) ? common ?? draft.Source : title);
        }

        foreach (var language in named?.Keys.Where(language => titles.Count > 0 && !titles.ContainsKey(language)) ?? [])
        {
            draft.LeftOut("import.kattis.nameOnly", ImportNames.Shown(language));
        }

        if (titles.Count == 0 && !string.IsNullOrWhiteSpace(common))
        {
            draft.Title("en", common);
            draft.Statement("en", StatementWords.OnPaper);
            draft.Default("import.kattis.noStatement");
        }
    }

    [GeneratedRegex(@"\Aproblem(?:\.([a-z]{2,3}(?:-[A-Z]{2})?))?\.(?:tex|md|pdf)\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\{\{\s*(?:nextsample|remainingsamples)\s*\}\}")]
    private static partial Regex SampleMark();
}
