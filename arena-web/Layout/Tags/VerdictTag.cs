using System.Globalization;
using ArenaWeb.Words;
using Judge.Score;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;verdict code="WA" detail="3/10" /&gt;</c>: a verdict as colour, sign and word. Codes: AC, PARTIAL, WA, TLE, MLE, RTE, OLE, CE,
/// JE, WAITING, JUDGING. <c>detail</c> follows the word (points, "test 3"). PARTIAL with <c>points</c> and <c>full-mark</c> says both.
/// </summary>
[HtmlTargetElement("verdict", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class VerdictTag(Phrases words) : TagHelper
{
    public required string Code { get; set; }

    public string? Detail { get; set; }

    /// <summary>Not rounded yet; null: they are not told.</summary>
    public decimal? Points { get; set; }

    /// <summary>The full mark; null: it is not told.</summary>
    public decimal? FullMark { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var look = VerdictLook.Of(Code);
        var (word, detail) =
            Code == ShownVerdict.Partial && (Points, FullMark) is ({ } points, { } full)
                ? (words.Catalog.Partial(points, full), null)
                : (words[look.WordKey], Detail);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"verdict {look.Css} {output.Attributes["class"]?.Value}".TrimEnd());
        output.Content.AppendHtml(Sign(look)).AppendFormat(CultureInfo.InvariantCulture, "<span class=\"verdict-word\">{0}</span>", word);
        if (!string.IsNullOrEmpty(detail))
        {
            output.Content.AppendFormat(CultureInfo.InvariantCulture, "<span class=\"verdict-detail\">{0}</span>", detail);
        }
    }

    private IHtmlContent Sign(VerdictLook look) =>
        look.Code is "WAITING" or "JUDGING"
            ? new HtmlString("<span class=\"hop\" aria-hidden=\"true\"><i></i><i></i><i></i></span>")
            : Icon.Of(ViewContext.HttpContext, look.Icon);
}
