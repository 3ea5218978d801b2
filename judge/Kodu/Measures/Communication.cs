using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Measures;

/// <summary>Rules by which one actor tells another something: words, scores, and colours.</summary>
internal static class Communication
{
    private const string Bucket = "scorebucket.";

    /// <summary>Rules that tell and rules of other actors that listen.</summary>
    public static IEnumerable<RuleAt> Of(Census census) =>
        Channels(census.Rules).GroupBy(one => one.Channel).SelectMany(AtBothEnds).Distinct();

    private static IEnumerable<RuleAt> AtBothEnds(IEnumerable<(RuleAt Rule, string Channel, bool Tells)> channel)
    {
        var ends = channel.ToLookup(one => one.Tells, one => one.Rule.On);
        var (tellers, listeners) = (ends[true].ToHashSet(), ends[false].ToHashSet());
        return channel.Where(one => HasOther(one.Tells ? listeners : tellers, one.Rule.On)).Select(one => one.Rule);
    }

    private static bool HasOther(HashSet<ActorAt> actors, ActorAt own) => actors.Count > (actors.Contains(own) ? 1 : 0);

    /// <summary>Names of scores, such as <c>color.red</c>.</summary>
    public static IEnumerable<string> Buckets(IEnumerable<string> ids) =>
        ids.Where(id => TileTable.Find(id)?.Kind is "ScoreBucketFilter" or "ScoreBucketModifier")
            .Select(id => id[(id.IndexOf(Bucket, StringComparison.Ordinal) + Bucket.Length)..]);

    private static IEnumerable<(RuleAt Rule, string Channel, bool Tells)> Channels(IReadOnlyList<RuleAt> rules)
    {
        foreach (var rule in rules)
        {
            foreach (var told in Told(rule.Loaded))
            {
                yield return (rule, told, true);
            }

            foreach (var heard in Heard(rule.Loaded))
            {
                yield return (rule, heard, false);
            }
        }
    }

    private static IEnumerable<string> Told(Rule rule) =>
        rule.Actuator switch
        {
            "actuator.say" => ["said"],
            "actuator.sound" => ["sound"],
            "actuator.score" or "actuator.unscore" or "actuator.scoreset" => Shared(Buckets(rule.Modifiers).Take(1)),
            "actuator.color" or "actuator.glow" => Colors(rule.Modifiers),
            _ => [],
        };

    private static IEnumerable<string> Heard(Rule rule) =>
        rule.Sensor switch
        {
            "sensor.ears" => [rule.Has("filter.said") ? "said" : "sound"],
            "sensor.scored" => Shared(Buckets(rule.Filters)),
            "sensor.eyes" or "sensor.bumpers" => Colors(rule.Filters),
            _ => [],
        };

    /// <summary>Scores of a single actor tell others nothing.</summary>
    private static IEnumerable<string> Shared(IEnumerable<string> buckets) =>
        buckets.Where(bucket => !bucket.StartsWith("local.", StringComparison.Ordinal));

    private static IEnumerable<string> Colors(IEnumerable<string> ids) =>
        ids.Select(TileTable.Find)
            .Where(tile => tile is { Kind: "ColorModifier" } || tile?.Facts.GetValueOrDefault("match") == "Color")
            .Select(tile => "color " + tile!.Color);
}
