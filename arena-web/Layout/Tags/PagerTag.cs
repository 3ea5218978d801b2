using System.Globalization;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;pager page="2" pages="9" /&gt;</c>: links to the neighbouring pages of a list by <c>?trang=n</c>, other parts of the address
/// kept. Nothing at all for a single page.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTag(Phrases words) : TagHelper
{
    public const string Key = "trang";

    public required int Page { get; set; }

    public required int Pages { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", words["pager.label"]);
        Step(output.Content, Page - 1, "chevron-left", words["pager.previous"]);
        output.Content.AppendFormat(CultureInfo.InvariantCulture, "<span class=\"pager-now\">{0}</span>", words["pager.now", Page, Pages]);
        Step(output.Content, Page + 1, "chevron-right", words["pager.next"]);
    }

    private void Step(TagHelperContent html, int page, string icon, string word)
    {
        var http = ViewContext.HttpContext;
        if (page < 1 || page > Pages)
        {
            html.AppendFormat(
                CultureInfo.InvariantCulture,
                "<span class=\"button button-quiet\" aria-disabled=\"true\">{0}<span>{1}</span></span>",
                Icon.Of(http, icon),
                word
            );
            return;
        }
        var address = Appearance.Link(http.Request, Key, page.ToString(CultureInfo.InvariantCulture));
        html.AppendFormat(
            CultureInfo.InvariantCulture,
            "<a class=\"button button-quiet\" href=\"{0}\">{1}<span>{2}</span></a>",
            address,
            Icon.Of(http, icon),
            word
        );
    }
}
