using System.Globalization;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>One step of the way back to the start page.</summary>
public sealed record Crumb(string Text, string Href);

/// <summary>
/// <c>&lt;page-header title="…" lead="…" crumbs="@(new Crumb[] { new("Cuộc thi", "/") })"&gt;buttons&lt;/page-header&gt;</c>: the page's
/// only h1, the way back above it, the page's actions beside it.
/// </summary>
[HtmlTargetElement("page-header", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PageHeaderTag(Phrases words) : TagHelper
{
    public required string Title { get; set; }

    public string? Lead { get; set; }

    public IEnumerable<Crumb> Crumbs { get; set; } = [];

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = await output.GetChildContentAsync();
        output.TagName = "header";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-header");
        var html = output.Content;
        if (Crumbs.Any())
        {
            html.AppendFormat(CultureInfo.InvariantCulture, "<nav class=\"crumbs\" aria-label=\"{0}\"><ol>", words["layout.crumbs"]);
            foreach (var crumb in Crumbs)
            {
                html.AppendFormat(CultureInfo.InvariantCulture, "<li><a href=\"{0}\">{1}</a></li>", crumb.Href, crumb.Text);
            }
            html.AppendHtml("</ol></nav>");
        }
        html.AppendFormat(CultureInfo.InvariantCulture, "<div class=\"page-title\"><h1>{0}</h1>", Title);
        if (Lead is not null)
        {
            html.AppendFormat(CultureInfo.InvariantCulture, "<p class=\"lead\">{0}</p>", Lead);
        }
        html.AppendHtml("</div>");
        if (!actions.IsEmptyOrWhiteSpace)
        {
            html.AppendHtml("<div class=\"page-actions\">").AppendHtml(actions).AppendHtml("</div>");
        }
    }
}
