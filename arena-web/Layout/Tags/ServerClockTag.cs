using System.Globalization;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// <c>&lt;server-clock starts="@…" ends="@…" /&gt;</c>: time until the start, time left, or that it is over, by the server's clock: the
/// browser only counts on from the server's "now". Turns sun at 10 minutes left and vermilion at 1.
/// </summary>
[HtmlTargetElement("server-clock", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ServerClockTag(TimeProvider time, Phrases words) : TagHelper
{
    public required DateTimeOffset Starts { get; set; }

    public required DateTimeOffset Ends { get; set; }

    /// <summary>It stands still, and the end is as if it went on now.</summary>
    public bool Paused { get; set; }

    /// <summary>It is one entrant's: news of everybody's clock leave it alone.</summary>
    public bool Own { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var face = ClockFace.At(time.GetUtcNow(), Starts, Ends, Paused);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var attributes = output.Attributes;
        attributes.SetAttribute("class", $"clock clock-{face.Mood}");
        attributes.SetAttribute("role", "timer");
        attributes.SetAttribute("data-island", "clock");
        attributes.SetAttribute("data-now", Milliseconds(time.GetUtcNow()));
        attributes.SetAttribute("data-starts", Milliseconds(Starts));
        attributes.SetAttribute("data-ends", Milliseconds(Ends));
        if (Paused)
        {
            attributes.SetAttribute("data-still", "");
        }
        if (Own)
        {
            attributes.SetAttribute("data-own", "");
        }
        attributes.SetAttribute("data-before", words["clock.before"]);
        attributes.SetAttribute("data-running", words["clock.running"]);
        attributes.SetAttribute("data-days", words["clock.days"]);
        attributes.SetAttribute("data-paused", words["clock.paused"]);
        attributes.SetAttribute("data-over", words["clock.over"]);
        output
            .Content.AppendHtml(Icon.Of(ViewContext.HttpContext, "clock"))
            .AppendFormat(
                CultureInfo.InvariantCulture,
                "<span class=\"clock-word\">{0}</span> <span class=\"clock-digits\">{1}</span>",
                words[$"clock.{face.Phase}"],
                face.Days > 0 ? words["clock.days", face.Days] : face.Digits
            );
    }

    private static string Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
