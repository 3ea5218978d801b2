using System.Text.Json;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ArenaWeb.Layout.Tags;

/// <summary>
/// A date and time under its field in words, so that nobody takes one day for another. The island <c>moment</c> keeps it up with what is
/// typed; without script it tells what the page was made with.
/// </summary>
internal static class MomentWords
{
    /// <summary>More than any moment with its words.</summary>
    private const string MostCharacters = "60";

    public static string IdOf(string field) => $"{field}-said";

    /// <param name="label">Of the field, which its sentences name.</param>
    public static IHtmlContent Of(string? typed, string field, string label, Phrases words)
    {
        var said = new TagBuilder("output");
        said.AddCssClass("field-said");
        said.Attributes["id"] = IdOf(field);
        said.Attributes["for"] = field;
        said.Attributes["data-island"] = "moment";
        foreach (var part in new[] { "words", "days", "months" })
        {
            said.Attributes[$"data-{part}"] = words[$"moment.{part}"];
        }

        var flaws = Enum.GetValues<MomentFlaw>().Where(flaw => flaw is not (MomentFlaw.None or MomentFlaw.Missing));
        said.Attributes["data-flaws"] = JsonSerializer.Serialize(
            flaws.ToDictionary(flaw => flaw.ToString(), flaw => words[$"moment.flaw.{flaw}", label, "{1}"])
        );
        said.InnerHtml.Append(TypedMoment.Read(typed).Moment is { } moment ? words.InWords(moment) : "");
        return said;
    }

    /// <summary>The control is plain text: no browser turns day and month round in it.</summary>
    public static void Dress(TagBuilder control, Phrases words)
    {
        control.MergeAttribute("placeholder", words["moment.placeholder"]);
        control.MergeAttribute("maxlength", MostCharacters);
        control.MergeAttribute("autocomplete", "off");
        control.MergeAttribute("spellcheck", "false");
    }
}
