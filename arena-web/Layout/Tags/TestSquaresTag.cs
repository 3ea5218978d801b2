using System.Globalization;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;test-squares verdicts="@codes" total="20" /&gt;</c>: one hopscotch square a test, in order, filled as tests are judged; squares
/// past the given verdicts, up to <c>total</c>, are still empty. <c>size="large"</c> for the page of one submission.
/// </summary>
[HtmlTargetElement("test-squares", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TestSquaresTag(Phrases words) : TagHelper
{
    public required IEnumerable<string> Verdicts { get; set; }

    public int? Total { get; set; }

    public string? Size { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var judged = Verdicts.ToList();
        var all = judged.Concat(Enumerable.Repeat("WAITING", Math.Max(0, (Total ?? 0) - judged.Count)));
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Size is null ? "squares" : $"squares squares-{Size}");
        output.Attributes.SetAttribute("aria-label", words["verdict.squares"]);
        foreach (var (number, code) in all.Index())
        {
            var look = VerdictLook.Of(code);
            var spoken = words["verdict.test", number + 1, words[look.WordKey]];
            output.Content.AppendFormat(CultureInfo.InvariantCulture, "<li class=\"square {0}\" title=\"{1}\">", look.Css, spoken);
            if (look.Code is not ("WAITING" or "JUDGING"))
            {
                output.Content.AppendHtml(Icon.Of(ViewContext.HttpContext, look.Icon));
            }
            output.Content.AppendFormat(CultureInfo.InvariantCulture, "<span class=\"unseen\">{0}</span></li>", spoken);
        }
    }
}
