using System.Globalization;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;copy-button target="sample-1-in" /&gt;</c>: copies the text of the element with that id; hidden where scripts are off.
/// </summary>
[HtmlTargetElement("copy-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CopyButtonTag(Phrases words) : TagHelper
{
    public required string Target { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "button");
        output.Attributes.SetAttribute("class", "button button-quiet button-small scripted");
        output.Attributes.SetAttribute("data-island", "copy");
        output.Attributes.SetAttribute("data-target", Target);
        output.Attributes.SetAttribute("data-done", words["copy.done"]);
        output
            .Content.AppendHtml(Icon.Of(ViewContext.HttpContext, "copy"))
            .AppendFormat(CultureInfo.InvariantCulture, "<span>{0}</span>", words["copy.copy"]);
    }
}
