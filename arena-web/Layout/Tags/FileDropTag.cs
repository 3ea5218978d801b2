using System.Globalization;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;file-drop name="file" label="…" hint="…" accept=".csv" /&gt;</c>: a file input as a place to drop files on; shows the
/// names of what was chosen and offers to take it back. Other attributes go to the input. Without scripts it is an ordinary file input.
/// </summary>
[HtmlTargetElement("file-drop", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileDropTag(Phrases words) : TagHelper
{
    public required string Name { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttribute("type", "file");
        input.MergeAttribute("name", Name);
        foreach (var attribute in output.Attributes)
        {
            input.MergeAttribute(attribute.Name, attribute.Value?.ToString() ?? "");
        }
        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "file-drop");
        output.Attributes.SetAttribute("data-island", "file-drop");
        output.Attributes.SetAttribute("data-clear", words["file.clear"]);
        output
            .Content.AppendHtml(Icon.Of(ViewContext.HttpContext, "file-up"))
            .AppendFormat(
                CultureInfo.InvariantCulture,
                "<span class=\"file-drop-label\">{0}</span><span class=\"file-drop-hint\" data-chosen>{1}</span>",
                Label,
                Hint
            )
            .AppendHtml(input);
    }
}
