using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;icon name="check" /&gt;</c>: a sign from the sprite that the client build makes of <c>Client/icons.txt</c>. Silent for
/// screen readers unless it has a <c>label</c>.
/// </summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTag : TagHelper
{
    public required string Name { get; set; }

    public string? Label { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.SuppressOutput();
        var extra = output.Attributes["class"]?.Value?.ToString();
        output.Content.SetHtmlContent(Icon.Of(ViewContext.HttpContext, Name, extra, Label));
    }
}

/// <summary>The same sign for code that writes HTML itself.</summary>
internal static class Icon
{
    private const string Sprite = "assets/icons.svg";

    public static IHtmlContent Of(HttpContext context, string name, string? extraClass = null, string? label = null)
    {
        var html = new HtmlContentBuilder();
        var address = $"{SpriteAddress(context)}#{name}";
        var css = extraClass is null ? "icon" : $"icon {extraClass}";
        return label is null
            ? html.AppendFormat(
                CultureInfo.InvariantCulture,
                "<svg class=\"{0}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{1}\"></use></svg>",
                css,
                address
            )
            : html.AppendFormat(
                CultureInfo.InvariantCulture,
                "<svg class=\"{0}\" role=\"img\" aria-label=\"{2}\"><use href=\"{1}\"></use></svg>",
                css,
                address,
                label
            );
    }

    /// <summary>The sprite's address with its content's hash where the endpoint knows it, so that browsers keep it for good.</summary>
    public static string SpriteAddress(HttpContext context) => Asset.Address(context, Sprite);
}
