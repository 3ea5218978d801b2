using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;empty-state title="…"&gt;&lt;p&gt;next step&lt;/p&gt;&lt;/empty-state&gt;</c>: what a list shows while it has nothing: a sentence
/// and the next step.
/// </summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTag : TagHelper
{
    private const string Squares = """
        <svg class="empty-motif" viewBox="0 0 96 64" aria-hidden="true" focusable="false">
        <rect x="3" y="20" width="24" height="24" rx="5"/><rect x="35" y="6" width="24" height="24" rx="5"/>
        <rect x="35" y="36" width="24" height="24" rx="5"/><rect x="67" y="20" width="24" height="24" rx="5"/></svg>
        """;

    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output
            .Content.AppendHtml(Squares)
            .AppendFormat(CultureInfo.InvariantCulture, "<p class=\"empty-title\">{0}</p>", Title)
            .AppendHtml(body);
    }
}
