using System.Globalization;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;field for="Pin" label="…" hint="…" inputmode="numeric" /&gt;</c>: label, hint, control and the model's error, tied together
/// for screen readers. <c>options</c> makes it a select, <c>rows</c> a textarea, <c>type="checkbox"</c> a tick box, <c>type="moment"</c>
/// a date and time that is said back in words; every other attribute goes to the control.
/// With content between the tags, that content is the control (give it <c>id</c> = the field's name).
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTag(IHtmlGenerator generator, Phrases words) : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public int? Rows { get; set; }

    public bool Optional { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var own = await output.GetChildContentAsync();
        var id = TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), "_");
        var error = ViewContext.ModelState[For.Name]?.Errors.FirstOrDefault()?.ErrorMessage;
        IHtmlContent control = own.IsEmptyOrWhiteSpace ? Control(output.Attributes, id, error) : own;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", (Type == "checkbox" ? "field field-check" : "field") + (error is null ? "" : " has-error"));
        var label = LabelOf(id);
        output.Content.AppendHtml(Type == "checkbox" ? control : label).AppendHtml(Type == "checkbox" ? label : control);
        if (error is not null)
        {
            output.Content.AppendFormat(
                CultureInfo.InvariantCulture,
                "<p class=\"field-error\" id=\"{0}-error\">{1}<span>{2}</span></p>",
                id,
                Icon.Of(ViewContext.HttpContext, "circle-alert"),
                error
            );
        }
        if (IsMoment)
        {
            output.Content.AppendHtml(MomentWords.Of(For.Model as string, id, Label, words));
        }
        output.Content.AppendHtml(HintOf(id));
    }

    private bool IsMoment => Type == "moment";

    private IHtmlContent LabelOf(string id)
    {
        var html = new HtmlContentBuilder().AppendFormat(
            CultureInfo.InvariantCulture,
            "<label class=\"field-label\" for=\"{0}\">{1}",
            id,
            Label
        );
        if (Optional)
        {
            html.AppendFormat(CultureInfo.InvariantCulture, " <span class=\"field-optional\">{0}</span>", words["field.optional"]);
        }
        return html.AppendHtml("</label>");
    }

    private IHtmlContent HintOf(string id) =>
        Hint is null
            ? HtmlString.Empty
            : new HtmlContentBuilder().AppendFormat(
                CultureInfo.InvariantCulture,
                "<p class=\"field-hint\" id=\"{0}-hint\">{1}</p>",
                id,
                Hint
            );

    private TagBuilder Control(TagHelperAttributeList given, string id, string? error)
    {
        var control =
            Options is not null ? generator.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Options, false, null)
            : Rows is not null ? generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows.Value, 0, null)
            : Type == "password" ? generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, null, null)
            : Type == "checkbox" ? generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model as bool?, null)
            : generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, null, new { type = IsMoment ? "text" : Type });
        foreach (var attribute in given)
        {
            control.MergeAttribute(attribute.Name, attribute.Value?.ToString() ?? "", replaceExisting: true);
        }
        if (IsMoment)
        {
            MomentWords.Dress(control, words);
        }
        var described = string.Join(
            ' ',
            new[]
            {
                IsMoment ? MomentWords.IdOf(id) : null,
                Hint is null ? null : $"{id}-hint",
                error is null ? null : $"{id}-error",
            }.OfType<string>()
        );
        if (described.Length > 0)
        {
            control.MergeAttribute("aria-describedby", described);
        }
        if (error is not null)
        {
            control.MergeAttribute("aria-invalid", "true");
        }
        control.MergeAttribute("id", id, replaceExisting: true);
        return control;
    }
}
