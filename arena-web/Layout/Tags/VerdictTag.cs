using System.Globalization;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;verdict code="WA" detail="3/10" /&gt;</c>: a verdict as colour, sign and word. Codes: AC, PARTIAL, WA, TLE, MLE, RTE, OLE, CE,
/// JE, WAITING, JUDGING. <c>detail</c> follows the word (points, "test 3").
/// </summary>
[HtmlTargetElement("verdict", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class VerdictTag(Phrases words) : TagHelper
{
    public required string Code { get; set; }

    public string? Detail { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var look = VerdictLook.Of(Code);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"verdict {look.Css} {output.Attributes["class"]?.Value}".TrimEnd());
        output
            .Content.AppendHtml(Sign(look))
            .AppendFormat(CultureInfo.InvariantCulture, "<span class=\"verdict-word\">{0}</span>", words[look.WordKey]);
        if (!string.IsNullOrEmpty(Detail))
        {
            output.Content.AppendFormat(CultureInfo.InvariantCulture, "<span class=\"verdict-detail\">{0}</span>", Detail);
        }
    }

    private IHtmlContent Sign(VerdictLook look) =>
        look.Code is "WAITING" or "JUDGING"
            ? new HtmlString("<span class=\"hop\" aria-hidden=\"true\"><i></i><i></i><i></i></span>")
            : Icon.Of(ViewContext.HttpContext, look.Icon);
}
