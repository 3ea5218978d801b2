using System.Collections.Concurrent;
using ArenaWeb.Layout.Mathematics;
using Judge.Problems;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace ArenaWeb.Problems;

/// <summary>
/// Statements as HTML. Raw HTML in them is shown as text, images give way to their words and links lead to the web only, so that a package
/// from elsewhere cannot put anything into our pages. Mathematics becomes MathML; what is beyond school stays in <c>$…$</c> for the island
/// <c>math</c>.
/// </summary>
internal sealed class Statements
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseMathematics()
        .UseEmphasisExtras()
        .Build();

    private static readonly string[] NotesHeadings = ["Giải thích", "Explanation"];

    private readonly ConcurrentDictionary<(string Problem, string Language), Statement> _rendered = new();

    /// <summary>The statement in a language, or in the one there is; kept until its text changes.</summary>
    public Statement Of(Problem problem, string language)
    {
        var key = (problem.Name, language);
        var markdown = problem.Statement(language);
        if (!_rendered.TryGetValue(key, out var known) || known.Markdown != markdown)
        {
            known = Render(markdown);
            _rendered[key] = known;
        }
        return known;
    }

    /// <summary>
    /// The title of the page is its only first heading. What follows an outermost heading of <see cref="NotesHeadings"/> makes the notes.
    /// </summary>
    public static Statement Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Max(2, heading.Level);
        }
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Restrict(link);
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !IsWeb(link.Url) || link.IsEmail).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }
        foreach (var formula in document.Descendants<MathInline>().ToList())
        {
            formula.ReplaceBy(Typeset(formula.Content.ToString(), display: formula.DelimiterCount > 1));
        }
        foreach (var formula in document.Descendants<MathBlock>().ToList())
        {
            Replace(formula, Typeset(formula.Lines.ToString(), display: true));
        }
        var body = document.TakeWhile(block => !OpensNotes(block)).ToList();
        return new Statement(markdown, Html(body), Html(document.Skip(body.Count)));
    }

    private static bool OpensNotes(Block block) =>
        block is HeadingBlock { Level: 2, Inline.FirstChild: LiteralInline { NextSibling: null } words }
        && NotesHeadings.Contains(words.Content.ToString().Trim(), StringComparer.OrdinalIgnoreCase);

    private static HtmlString Html(IEnumerable<Block> blocks)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        foreach (var block in blocks)
        {
            renderer.Render(block);
        }
        return new HtmlString(writer.ToString());
    }

    /// <summary>The formula as MathML, or between its dollars where only the island can read it.</summary>
    private static Inline Typeset(string tex, bool display)
    {
        tex = tex.ReplaceLineEndings(" ").Trim();
        var dollars = display ? "$$" : "$";
        return Formula.ToMathMl(tex, display) is { } mathml ? new HtmlInline(mathml) : new LiteralInline($"{dollars}{tex}{dollars}");
    }

    private static void Replace(Block block, Inline content)
    {
        var parent = block.Parent!;
        var place = parent.IndexOf(block);
        parent.RemoveAt(place);
        parent.Insert(place, new ParagraphBlock { Inline = new ContainerInline().AppendChild(content) });
    }

    private static void Restrict(LinkInline link)
    {
        if (link.IsImage || !IsWeb(link.GetDynamicUrl?.Invoke() ?? link.Url))
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
            return;
        }
        link.GetAttributes().AddProperty("rel", "noopener noreferrer");
    }

    private static bool IsWeb(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

/// <summary>A statement as its package has it and as the page shows it.</summary>
/// <param name="Body">What stands before the samples.</param>
/// <param name="Notes">What explains the samples and stands after them; often empty.</param>
internal sealed record Statement(string Markdown, HtmlString Body, HtmlString Notes)
{
    /// <summary>Whether formulas are left for the island.</summary>
    public bool HasMathematics { get; } = $"{Body}{Notes}".Contains('$');
}
