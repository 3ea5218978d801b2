using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Kodu.Model;
using Judge.Kodu.Text;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Tasks;

/// <summary>
/// What a rule must hold, in the language of the game's own tutorials: <c>page 2 reflex 3 indent 1 sensor.eyes (filter.fruit,filter.coin)
/// actuator.eat</c>. All tiles stand in one rule, their order does not count; brackets hold alternatives. Ours: <c>!</c> before a tile that
/// must be absent, <c>*</c> for any ending, and a printed rule such as <c>WHEN [see] [apple] DO [eat]</c> instead of ids.
/// </summary>
/// <param name="Page">Null: any. So are the others.</param>
/// <param name="Row">Of the page, from 1.</param>
internal sealed partial record RulePattern(int? Page, int? Row, int? Indent, IReadOnlyList<TileChoice> Tiles)
{
    private const int MostTokens = 64;

    /// <exception cref="FormatException">A word is none of the language, or a tile is none of the game's.</exception>
    public static RulePattern Parse(string text)
    {
        if (text.Contains('['))
        {
            var rule = RuleParser.Line(text.Trim());
            return new RulePattern(null, null, null, [.. rule.Tiles.Select(id => new TileChoice(false, [id]))]);
        }

        var tokens = TokenPattern().Matches(text).Select(match => match.Value).ToList();
        var pattern = new RulePattern(null, null, null, []);
        var tiles = new List<TileChoice>();
        for (var at = 0; at < tokens.Count && at < MostTokens; at++)
        {
            if (tokens[at].ToLowerInvariant() is "page" or "reflex" or "indent")
            {
                pattern = pattern.With(tokens[at].ToLowerInvariant(), at + 1 < tokens.Count ? tokens[at + 1] : "");
                at++;
            }
            else
            {
                tiles.Add(TileChoice.Parse(tokens[at]));
            }
        }

        return tokens.Count is 0 or > MostTokens ? throw new FormatException(text) : pattern with { Tiles = tiles };
    }

    public bool Matches(RuleAt rule)
    {
        if (
            (Page ?? rule.Place.Page, Row ?? rule.Place.Rule, Indent ?? rule.Rule.Indent)
            != (rule.Place.Page, rule.Place.Rule, rule.Rule.Indent)
        )
        {
            return false;
        }

        var ids = Held(rule).ToHashSet(StringComparer.Ordinal);
        return Tiles.All(tile => tile.Matches(ids));
    }

    /// <summary>Tiles as they are stored and as the game runs them, and the colour of a path in both spellings.</summary>
    private static IEnumerable<string> Held(RuleAt rule)
    {
        var ids = rule.Rule.Tiles.Concat(rule.Loaded.Tiles);
        return rule.Loaded.Selector == "selector.followwaypoints"
            ? ids.Concat(rule.Loaded.Modifiers.Select(id => id.Replace("modifier.", "modifier.path.", StringComparison.Ordinal)))
                .Concat(rule.Loaded.Modifiers.Select(id => id.Replace("modifier.path.", "modifier.", StringComparison.Ordinal)))
            : ids;
    }

    private RulePattern With(string word, string number) =>
        !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? throw new FormatException(word)
        : word == "page" ? this with { Page = value }
        : word == "reflex" ? this with { Row = value }
        : this with { Indent = value };

    [GeneratedRegex(@"!?\([^()]*\)|[^\s()]+", RegexOptions.NonBacktracking)]
    private static partial Regex TokenPattern();
}

/// <param name="IsAbsent">None of them may stand in the rule.</param>
/// <param name="Ids">One of them must; an id with <c>*</c> at its end stands for all that begin so.</param>
internal sealed record TileChoice(bool IsAbsent, IReadOnlyList<string> Ids)
{
    private const char Any = '*';

    public static TileChoice Parse(string token)
    {
        var absent = token.StartsWith('!');
        var ids = token.TrimStart('!').Trim('(', ')').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ids.Length > 0 && ids.All(IsKnown)
            ? new TileChoice(absent, [.. ids.Select(TileTable.Current)])
            : throw new FormatException(token);
    }

    public bool Matches(IReadOnlySet<string> ids) =>
        Ids.Any(id => id[^1] == Any ? ids.Any(other => other.StartsWith(id[..^1], StringComparison.Ordinal)) : ids.Contains(id))
        != IsAbsent;

    private static bool IsKnown(string id) =>
        TileTable.SlotOf(id) != TileSlot.None
        || (id[^1] == Any && TileTable.Tiles.Keys.Any(other => other.StartsWith(id[..^1], StringComparison.Ordinal)));
}
