using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Text;

/// <summary>
/// Programs as people read them: <c>WHEN [see] [apple] DO [move] [toward]</c>, with tiles in Vietnamese or English. A tile that the game
/// does not know stands under its id; one in a slot that is not its own bears the slot before it. <see cref="RuleParser"/> reads it back.
/// </summary>
internal static class RuleText
{
    internal const string Step = "  ";

    private static readonly JavaScriptEncoder Quoting = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The programs of all actors that have one.</summary>
    public static string Program(IEnumerable<Actor> actors, string language)
    {
        var text = new StringBuilder();
        foreach (var actor in actors.Where(actor => actor.IsProgrammed))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Quoted(actor.Name)} {Quoted(actor.Type)}\n");
            foreach (var (index, page) in actor.Pages.Index().Where(page => page.Item.Count > 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"{Step}{TileTable.Word("page", language)} {index + 1}\n");
                foreach (var rule in page)
                {
                    text.Append(Step).Append(Step).Append(Line(rule, language)).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    /// <summary>One rule in one line, indented as the rule is.</summary>
    public static string Line(Rule rule, string language)
    {
        var text = new StringBuilder().Insert(0, Step, rule.Indent).Append(TileTable.Word("when", language));
        Append(text, TileSlot.Sensor, rule.Sensor.Length > 0 ? [rule.Sensor] : [], language);
        Append(text, TileSlot.Filter, rule.Filters, language);
        text.Append(rule.Heard.Length > 0 ? " " + Quoted(rule.Heard) : "").Append(' ').Append(TileTable.Word("do", language));
        Append(text, TileSlot.Actuator, rule.Actuator.Length > 0 ? [rule.Actuator] : [], language);
        Append(text, TileSlot.Selector, rule.Selector.Length > 0 ? [rule.Selector] : [], language);
        Append(text, TileSlot.Modifier, rule.Modifiers, language);
        text.Append(rule.Say.Length > 0 ? " " + Quoted(rule.Say) : "");
        foreach (var (name, value) in rule.Settings)
        {
            text.Append(CultureInfo.InvariantCulture, $" {{{name} {Quoted(value)}}}");
        }

        return text.ToString();
    }

    /// <summary>
    /// The form in which programs are compared: ids alone, a line a rule, with the tiles that count once the world is loaded. What is said
    /// and where things stand is left out.
    /// </summary>
    public static string Canonical(Rule rule) =>
        string.Join(
            ' ',
            [
                .. Enumerable.Repeat(">", rule.Indent),
                TileTable.Current(rule.Sensor.Length > 0 ? rule.Sensor : "sensor.always"),
                .. rule.Filters.Select(TileTable.Current),
                "--",
                .. new[] { rule.Actuator, rule.Selector }.Where(id => id.Length > 0).Select(TileTable.Current),
                .. rule.Modifiers.Select(TileTable.Current),
            ]
        );

    private static void Append(StringBuilder text, TileSlot slot, IEnumerable<string> ids, string language)
    {
        foreach (var id in ids)
        {
            text.Append(" [").Append(Escaped(Shown(slot, id, language))).Append(']');
        }
    }

    private static string Shown(TileSlot slot, string id, string language) =>
        TileTable.Find(id) is { } tile
            ? tile.Slot == slot
                ? tile.Label(language)
                : $"{slot}:{id}"
            : TileTable.SlotOf(id) == slot
                ? id
                : $"{slot}:{id}";

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("]", "\\]").Replace("\n", "\\n").Replace("\r", "\\r");

    private static string Quoted(string text) => $"\"{Quoting.Encode(text)}\"";

    /// <summary>The text behind a quotation mark as it was before it was quoted.</summary>
    internal static string Unquoted(string quoted) => JsonSerializer.Deserialize<string>(quoted) ?? "";
}
