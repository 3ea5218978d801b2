using Judge.Kodu.Tiles;

namespace Judge.Kodu.Model;

/// <summary>
/// What the game changes in a rule while it loads a world, so far as that changes its meaning: ids that were renamed, tiles that a score or
/// health rule needs, and tiles that never worked. Source: the loader of Kodu Game Lab 1.6.
/// </summary>
internal static class Loading
{
    private const string RedFilter = "filter.scorebucket.color.red";
    private const string RedModifier = "modifier.scorebucket.color.red";
    private const string Zero = "filter.000point";

    /// <summary>Below it, comparisons had one side only.</summary>
    private const int TwoSides = 3;

    /// <summary>Below it, the next level stood in the level and not in the rule.</summary>
    private const int TargetInRule = 9;

    private static readonly HashSet<string> Compass = ["modifier.north", "modifier.south", "modifier.east", "modifier.west"];

    private static readonly Dictionary<string, string> HealthComparisons = new()
    {
        ["filter.healthabove"] = "filter.scoreabove",
        ["filter.healthbelow"] = "filter.scorebelow",
        ["filter.healthis"] = "filter.scoreequals",
    };

    /// <param name="head">Of the level that the rule stands in.</param>
    public static Rule Loaded(Rule rule, LevelHead head)
    {
        var renamed = rule with
        {
            Sensor = TileTable.Current(rule.Sensor),
            Actuator = TileTable.Current(rule.Actuator),
            Selector = TileTable.Current(rule.Selector),
            Filters = [.. rule.Filters.Select(TileTable.Current)],
            Modifiers = [.. rule.Modifiers.Select(TileTable.Current)],
        };
        return Target(Movement(Writing(Sensing(renamed, head.LanguageVersion ?? 0))), head);
    }

    private static Rule Sensing(Rule rule, int version) =>
        rule.Sensor switch
        {
            "sensor.scored" => rule with { Filters = Scored([.. rule.Filters.Select(id => Bucket(id, TileSlot.Filter))], version) },
            "sensor.health" => rule with { Filters = Health(rule.Filters) },
            "sensor.bumpers" => rule with { Modifiers = [.. rule.Modifiers.Where(id => id != "modifier.once")] },
            _ => rule,
        };

    private static IReadOnlyList<string> Scored(List<string> filters, int version)
    {
        var (bucket, points, comparison) = (
            Any(filters, "ScoreBucketFilter"),
            Any(filters, "ScoreFilter"),
            Any(filters, "ScoreCompareFilter")
        );
        if (version < TwoSides && bucket && comparison)
        {
            string[] kinds = ["ScoreBucketFilter", "ScoreCompareFilter"];
            filters = [.. filters.OrderBy(id => Array.IndexOf(kinds, Kind(id)) is >= 0 and var at ? at : kinds.Length)];
            return points ? filters : [.. filters, Zero];
        }

        return bucket ? filters
            : comparison && !points ? [RedFilter, .. filters, Zero]
            : [RedFilter, .. filters];
    }

    private static IReadOnlyList<string> Health(IReadOnlyList<string> filters)
    {
        List<string> loaded = [.. filters.Select(id => HealthComparisons.GetValueOrDefault(id, id))];
        if (!Any(loaded, "ScoreCompareFilter"))
        {
            loaded.Add(loaded.Remove("filter.not") ? "filter.scorenotequals" : "filter.scoreequals");
        }

        return Any(loaded, "ScoreFilter") ? loaded : [.. loaded, Zero];
    }

    private static Rule Writing(Rule rule)
    {
        var writes = rule.Actuator is "actuator.score" or "actuator.unscore" or "actuator.scoreset";
        if (!writes && !(rule.Actuator == "actuator.reset" && rule.Modifiers.Contains("modifier.reset.score")))
        {
            return rule;
        }

        List<string> modifiers = [.. rule.Modifiers.Select(id => Bucket(id, TileSlot.Modifier))];
        return rule with { Modifiers = writes && !Any(modifiers, "ScoreBucketModifier") ? [RedModifier, .. modifiers] : modifiers };
    }

    private static Rule Movement(Rule rule) =>
        rule.Actuator != "actuator.movement" ? rule
        : rule.Selector == "selector.moveleftright" ? rule with { Actuator = "actuator.turn" }
        : rule.Modifiers.Any(Compass.Contains) ? rule with { Selector = "" }
        : rule;

    private static Rule Target(Rule rule, LevelHead head) =>
        rule.Actuator == "actuator.nextlevel" && (head.LanguageVersion ?? 0) < TargetInRule && head.LinkedTo is { } next
            ? rule with
            {
                Settings = new SortedDictionary<string, string>(rule.Settings.ToDictionary(), StringComparer.Ordinal)
                {
                    ["ParamString"] = next,
                },
            }
            : rule;

    /// <summary>The score of a colour in place of the colour.</summary>
    private static string Bucket(string id, TileSlot slot) =>
        TileTable.Find(id) is { Kind: "ClassificationFilter" or "ColorModifier", Color: { } color } tile
        && tile.Facts.GetValueOrDefault("match") is null or "Color"
        && $"{slot}.scorebucket.color.{color}".ToLowerInvariant() is var bucket
        && TileTable.Find(bucket) is not null
            ? bucket
            : id;

    private static bool Any(IEnumerable<string> ids, string kind) => ids.Any(id => Kind(id) == kind);

    private static string Kind(string id) => TileTable.Find(id)?.Kind ?? "";
}
