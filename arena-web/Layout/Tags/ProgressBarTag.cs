using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;progress-bar value="7" max="20" label="…" text="7/20" /&gt;</c>: how far something is; without <c>value</c> that it runs.
/// </summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressBarTag : TagHelper
{
    public required string Label { get; set; }

    public int? Value { get; set; }

    public int Max { get; set; } = 100;

    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "progress");
        output.Content.AppendFormat(
            CultureInfo.InvariantCulture,
            "<span class=\"progress-words\"><span>{0}</span><span class=\"numbers\">{1}</span></span>",
            Label,
            Text
        );
        if (Value is null)
        {
            output.Content.AppendHtml("<progress></progress>");
            return;
        }
        output.Content.AppendFormat(CultureInfo.InvariantCulture, "<progress value=\"{0}\" max=\"{1}\"></progress>", Value, Max);
    }
}
