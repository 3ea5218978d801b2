using System.Text;
using System.Text.RegularExpressions;
using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Text;

/// <summary>Reads what <see cref="RuleText"/> prints, in either language, and what people write like it.</summary>
internal static partial class RuleParser
{
    private static readonly string[] Languages = ["vi", "en"];

    /// <summary>Tiles by their labels in a language, for conditions and for actions; no label stands twice on a side.</summary>
    private static readonly Dictionary<string, (Dictionary<string, Tile> When, Dictionary<string, Tile> Do)> Sides = Languages.ToDictionary(
        language => language,
        language =>
            (Named(language, TileSlot.Sensor, TileSlot.Filter), Named(language, TileSlot.Actuator, TileSlot.Selector, TileSlot.Modifier))
    );

    /// <summary>Actors with their names, types and pages.</summary>
    /// <exception cref="FormatException">A line is none that the printer writes.</exception>
    public static IReadOnlyList<Actor> Program(string text)
    {
        var actors = new List<Actor>();
        var pages = new List<IReadOnlyList<Rule>>();
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0))
        {
            if (ActorPattern().Match(line) is { Success: true } actor)
            {
                pages = [];
                actors.Add(
                    new Actor
                    {
                        Name = RuleText.Unquoted(actor.Groups[1].Value),
                        Type = RuleText.Unquoted(actor.Groups[2].Value),
                        Pages = pages,
                    }
                );
            }
            else if (Page(line) is { } page)
            {
                while (pages.Count < page)
                {
                    pages.Add(new List<Rule>());
                }
            }
            else if (pages is [.., List<Rule> rules] && line.StartsWith(RuleText.Step + RuleText.Step, StringComparison.Ordinal))
            {
                rules.Add(Line(line[(2 * RuleText.Step.Length)..]));
            }
            else
            {
                throw new FormatException(line);
            }
        }

        return actors;
    }

    /// <summary>One rule; two blanks before it are a step of indentation.</summary>
    /// <exception cref="FormatException">It has no WHEN and DO, or a tile that no slot of its side has.</exception>
    public static Rule Line(string line)
    {
        var tokens = TokenPattern().Matches(line).Select(match => match.Value).ToList();
        var language = Languages.FirstOrDefault(language => tokens is [var first, ..] && TileTable.Word("when", language) == first);
        var split = language is null ? -1 : tokens.IndexOf(TileTable.Word("do", language));
        if (split < 0 || string.Concat(tokens).Length != Bare(line).Length)
        {
            throw new FormatException(line);
        }

        var (when, @do) = Sides[language!];
        var indent = line.TakeWhile(letter => letter == ' ').Count() / RuleText.Step.Length;
        var (rule, settings) = (new Rule { Indent = indent }, new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var token in tokens[1..split])
        {
            rule = token[0] == '"' ? rule with { Heard = RuleText.Unquoted(token) } : With(rule, Tile(token, when));
        }

        foreach (var token in tokens[(split + 1)..])
        {
            switch (token[0])
            {
                case '"':
                    rule = rule with { Say = RuleText.Unquoted(token) };
                    break;
                case '{':
                    var name = token[1..token.IndexOf(' ')];
                    settings[name] = RuleText.Unquoted(token[(name.Length + 2)..^1]);
                    break;
                default:
                    rule = With(rule, Tile(token, @do));
                    break;
            }
        }

        return rule with
        {
            Settings = settings,
        };
    }

    private static Rule With(Rule rule, (TileSlot Slot, string Id) tile) =>
        tile.Slot switch
        {
            TileSlot.Sensor => rule with { Sensor = tile.Id },
            TileSlot.Filter => rule with { Filters = [.. rule.Filters, tile.Id] },
            TileSlot.Actuator => rule with { Actuator = tile.Id },
            TileSlot.Selector => rule with { Selector = tile.Id },
            _ => rule with { Modifiers = [.. rule.Modifiers, tile.Id] },
        };

    /// <param name="token">With its brackets.</param>
    private static (TileSlot Slot, string Id) Tile(string token, Dictionary<string, Tile> side)
    {
        if (token[0] != '[')
        {
            throw new FormatException(token);
        }

        var text = EscapePattern()
            .Replace(
                token[1..^1],
                match =>
                    match.Value[1] switch
                    {
                        'n' => "\n",
                        'r' => "\r",
                        var other => other.ToString(),
                    }
            );
        if (SlotPattern().Match(text) is { Success: true } slotted)
        {
            return (Enum.Parse<TileSlot>(slotted.Groups[1].Value), text[slotted.Length..]);
        }

        return side.TryGetValue(text, out var tile) ? (tile.Slot, tile.Id)
            : TileTable.SlotOf(text) is not TileSlot.None and var slot ? (slot, text)
            : throw new FormatException(token);
    }

    /// <summary>Null: the line begins no page.</summary>
    private static int? Page(string line) =>
        Languages
            .Select(language => RuleText.Step + TileTable.Word("page", language) + " ")
            .Where(start => line.StartsWith(start, StringComparison.Ordinal))
            .Select(start => int.TryParse(line[start.Length..], out var page) && page is > 0 and <= 64 ? page : (int?)null)
            .FirstOrDefault();

    private static Dictionary<string, Tile> Named(string language, params TileSlot[] slots) =>
        TileTable
            .Tiles.Values.Where(tile => slots.Contains(tile.Slot))
            .ToDictionary(tile => tile.Label(language), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is left of a line without the blanks between its tokens.</summary>
    private static string Bare(string line)
    {
        var text = new StringBuilder();
        var end = 0;
        foreach (Match match in TokenPattern().Matches(line))
        {
            text.Append(line.AsSpan(end, match.Index - end).Trim()).Append(match.Value);
            end = match.Index + match.Length;
        }

        return text.Append(line.AsSpan(end).Trim()).ToString();
    }

    [GeneratedRegex("""^("(?:[^"\\]|\\.)*") ("(?:[^"\\]|\\.)*")$""", RegexOptions.NonBacktracking)]
    private static partial Regex ActorPattern();

    [GeneratedRegex("""\[(?:[^\]\\]|\\.)*\]|\{\w+ "(?:[^"\\]|\\.)*"\}|"(?:[^"\\]|\\.)*"|\p{Lu}+""", RegexOptions.NonBacktracking)]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"\\.")]
    private static partial Regex EscapePattern();

    [GeneratedRegex("^(Sensor|Filter|Actuator|Selector|Modifier):")]
    private static partial Regex SlotPattern();
}
