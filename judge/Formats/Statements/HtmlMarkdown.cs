using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Judge.Formats.Draft;

namespace Judge.Formats.Statements;

/// <summary>
/// Statements in HTML as Markdown: paragraphs, headings, lists, tables, code, emphasis, links to the web and pictures of the package. All
/// else gives way to its text; scripts, styles and frames to nothing. TeX between dollars stays as it is.
/// </summary>
internal sealed partial class HtmlMarkdown
{
    private const int MostLetters = 1 << 18;
    private const int MostTags = 10_000;

    private const int Deepest = 64;

    private static readonly string[] Dropped =
    [
        "SCRIPT",
        "STYLE",
        "IFRAME",
        "OBJECT",
        "EMBED",
        "HEAD",
        "TEMPLATE",
        "NOSCRIPT",
        "SVG",
        "FORM",
        "INPUT",
        "BUTTON",
        "AUDIO",
        "VIDEO",
    ];

    /// <summary>Elements that need no end.</summary>
    private static readonly string[] Endless =
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "br",
        "img",
        "hr",
        "wbr",
        "col",
        "input",
        "meta",
        "link",
        "area",
        "base",
        "embed",
        "source",
        "track",
        "param",
    ];

    private static readonly string[] Blocks = ["P", "DIV", "SECTION", "ARTICLE", "CENTER", "FIELDSET", "DL", "DT", "DD", "FIGURE"];

    private readonly Func<string, string?> _picture;
    private readonly StringBuilder _text = new();

    private HtmlMarkdown(Func<string, string?> picture) => _picture = picture;

    /// <param name="picture">File name in the package of a picture's address; null: it is not there, and its words stand for it.</param>
    /// <exception cref="ImportException">It is longer, more nested or has more tags than a statement has.</exception>
    public static string Of(string html, Func<string, string?> picture)
    {
        html = DataPattern().Replace(html, "data:");
        if (html.Length > MostLetters)
        {
            throw new ImportException("import.html.tooLong", MostLetters);
        }

        CheckTags(html);
        var markdown = new HtmlMarkdown(picture);
        markdown.Children(new HtmlParser().ParseDocument(html).Body!, 0);
        return BlankLinesPattern().Replace(markdown._text.ToString(), "\n\n").Trim();
    }

    /// <summary>
    /// A parser as browsers have it takes time and memory with the square of what is left open, so that is bounded first.
    /// </summary>
    private static void CheckTags(string html)
    {
        var (count, open) = (0, new Dictionary<string, int>());
        foreach (Match tag in TagPattern().Matches(html))
        {
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            var left = open.GetValueOrDefault(name) + (tag.Groups["end"].Length > 0 ? -1 : 1);
            open[name] = Endless.Contains(name) ? 0 : Math.Max(left, 0);
            if (++count > MostTags || open.Values.Sum() > Deepest)
            {
                throw new ImportException("import.html.tooNested", MostTags, Deepest);
            }
        }
    }

    private void Children(INode node, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text)
            {
                Words(text.Data);
            }
            else if (child is IElement element && depth < Deepest && !Dropped.Contains(element.TagName.ToUpperInvariant()))
            {
                Element(element, depth + 1);
            }
        }
    }

    private void Element(IElement element, int depth)
    {
        switch (element.TagName)
        {
            case "BR":
                Line("\\\n");
                break;
            case "HR":
                Line("\n\n---\n\n");
                break;
            case ['H', >= '1' and <= '6' and var level]:
                Block(new string('#', Math.Max(level - '0', 2)) + " " + Inline(element, depth).Replace('\n', ' '));
                break;
            case "B" or "STRONG":
                Marked("**", element, depth);
                break;
            case "I" or "EM":
                Marked("*", element, depth);
                break;
            case "CODE" or "TT" or "KBD" or "SAMP":
                Code(element.TextContent);
                break;
            case "PRE":
                Fenced(element.TextContent);
                break;
            case "SUP" or "SUB":
                _text.Append(element.TagName == "SUP" ? "^" : "\\_").Append(Inline(element, depth));
                break;
            case "A":
                Link(element, depth);
                break;
            case "IMG":
                Picture(element);
                break;
            case "UL" or "OL":
                List(element, depth);
                break;
            case "BLOCKQUOTE":
                Block("> " + Inside(element, depth).Replace("\n", "\n> "));
                break;
            case "TABLE":
                Table(element, depth);
                break;
            case var tag when Blocks.Contains(tag):
                Block(Inside(element, depth));
                break;
            default:
                Children(element, depth);
                break;
        }
    }

    private void Block(string text) => _text.Append("\n\n").Append(text.Trim()).Append("\n\n");

    private void Line(string mark)
    {
        while (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }

        if (mark[0] != '\\' || (_text.Length > 0 && _text[^1] != '\n'))
        {
            _text.Append(mark);
        }
    }

    /// <summary>The Markdown of what is in an element.</summary>
    private string Inside(IElement element, int depth)
    {
        var inner = new HtmlMarkdown(_picture);
        inner.Children(element, depth);
        return BlankLinesPattern().Replace(inner._text.ToString().Trim(), "\n\n").TrimEnd('\\', '\n');
    }

    private string Inline(IElement element, int depth) => Inside(element, depth).Replace("\n\n", "\n");

    private void Marked(string mark, IElement element, int depth)
    {
        var text = Inline(element, depth);
        _text.Append(text.Length == 0 ? "" : $"{mark}{text}{mark}");
    }

    private void Code(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        _text.Append(
            line.Length == 0 ? ""
            : line.Contains('`') ? Escaped(line)
            : $"`{line}`"
        );
    }

    private void Fenced(string text)
    {
        var fence = new string('`', Math.Max(3, BackticksPattern().Matches(text).Select(run => run.Length + 1).DefaultIfEmpty(3).Max()));
        _text.Append(CultureInfo.InvariantCulture, $"\n\n{fence}\n{text.ReplaceLineEndings("\n").Trim('\n')}\n{fence}\n\n");
    }

    private void Link(IElement element, int depth)
    {
        var address = element.GetAttribute("href") ?? "";
        var text = Inline(element, depth);
        var isWeb = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
        _text.Append(isWeb && text.Length > 0 ? $"[{text}](<{uri!.AbsoluteUri}>)" : text);
    }

    private void Picture(IElement element)
    {
        var words = (element.GetAttribute("alt") ?? "").ReplaceLineEndings(" ");
        _text.Append(_picture(element.GetAttribute("src") ?? "") is { } file ? $"![{Escaped(words)}]({file})" : Escaped(words));
    }

    private void List(IElement list, int depth)
    {
        _text.Append("\n\n");
        var number = 0;
        foreach (var item in list.Children.Where(child => child.TagName == "LI"))
        {
            var mark = list.TagName == "OL" ? FormattableString.Invariant($"{++number}. ") : "* ";
            _text.Append(mark).Append(Inside(item, depth).Replace("\n", "\n" + new string(' ', mark.Length))).Append('\n');
        }

        _text.Append('\n');
    }

    /// <summary>The first row is the head, as Markdown has no table without one.</summary>
    private void Table(IElement table, int depth)
    {
        var rows = table
            .Children.SelectMany(part => part.TagName == "TR" ? [part] : part.Children.Where(row => row.TagName == "TR"))
            .Select(row =>
                row.Children.Where(cell => cell.TagName is "TD" or "TH")
                    .Select(cell => BarePipePattern().Replace(Inline(cell, depth).Replace("\\\n", " ").Replace('\n', ' '), "\\|"))
                    .ToList()
            )
            .Where(row => row.Count > 0)
            .ToList();
        if (rows.Count == 0)
        {
            return;
        }

        var width = rows.Max(row => row.Count);
        _text.Append("\n\n");
        for (var at = 0; at < rows.Count; at++)
        {
            _text.Append("| ").AppendJoin(" | ", rows[at].Concat(Enumerable.Repeat("", width - rows[at].Count))).Append(" |\n");
            if (at == 0)
            {
                _text.Append('|').Insert(_text.Length, "---|", width).Append('\n');
            }
        }

        _text.Append('\n');
    }

    /// <summary>White space in HTML is one blank; none begins a line.</summary>
    private void Words(string data)
    {
        var words = Escaped(SpacesPattern().Replace(data, " "));
        var isFresh = _text.Length == 0 || char.IsWhiteSpace(_text[^1]);
        _text.Append(isFresh ? words.TrimStart(' ') : words);
    }

    /// <summary>Letters that Markdown would take for marks, but for TeX.</summary>
    private static string Escaped(string text) =>
        SpecialPattern().Replace(text, match => match.Value[0] == '$' && match.Length > 1 ? match.Value : "\\" + match.Value);

    [GeneratedRegex(@"\$\$[^$]+\$\$|\$[^$\n]+\$|[\\`*_\[\]<>#|]|(?<=\A\s*)[-+](?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex SpecialPattern();

    [GeneratedRegex(@"[ \t\r\n\f\u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex SpacesPattern();

    [GeneratedRegex(@"(?:[ \t]*\n){3,}", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLinesPattern();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex BarePipePattern();

    [GeneratedRegex(@"<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();

    /// <summary>Pictures inside of addresses, which are not taken.</summary>
    [GeneratedRegex(@"data:[a-z]+/[a-z+.-]+;base64,[A-Za-z0-9+/=\s]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DataPattern();

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex BackticksPattern();
}
