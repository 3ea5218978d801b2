using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;notice kind="error" title="…"&gt;what is safe, what to do&lt;/notice&gt;</c>. The kind (info, success, warning, error) gives
/// colour, sign and a spoken word; errors and warnings are announced at once.
/// </summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTag(Phrases words) : TagHelper
{
    public string Kind { get; set; } = "info";

    public string? Title { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"notice notice-{Kind} {output.Attributes["class"]?.Value}".TrimEnd());
        output.Attributes.SetAttribute("role", Kind is "error" or "warning" ? "alert" : "status");
        output
            .Content.AppendHtml(Icon.Of(ViewContext.HttpContext, SignOf(Kind), "notice-icon", words[$"notice.{Kind}"]))
            .AppendHtml("<div class=\"notice-body\">");
        if (Title is not null)
        {
            output.Content.AppendHtml("<p class=\"notice-title\">").Append(Title).AppendHtml("</p>");
        }
        output.Content.AppendHtml(body).AppendHtml("</div>");
    }

    private static string SignOf(string kind) =>
        kind switch
        {
            "success" => "circle-check",
            "warning" => "triangle-alert",
            "error" => "circle-alert",
            _ => "info",
        };
}
