using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Measures;

/// <summary>Counts of what a world's program shows of its maker's thinking, on the rules as the game runs them.</summary>
internal static class Concepts
{
    private static readonly HashSet<string> Inputs =
    [
        "sensor.keyboard",
        "sensor.gamepad",
        "sensor.mouse",
        "sensor.touch",
        "sensor.microbit",
    ];

    private static readonly HashSet<string> Goals = ["actuator.victory", "actuator.gameover"];
    private static readonly HashSet<string> States = ["sensor.scored", "sensor.timer", "sensor.health"];

    public static IEnumerable<(string Name, Measure Measure)> Of(Census census) =>
        [.. Conditions(census.Rules), .. Flow(census), .. Data(census), .. Roles(census), .. Play(census)];

    private static IEnumerable<(string, Measure)> Conditions(IReadOnlyList<RuleAt> rules)
    {
        var sensing = rules.Where(rule => rule.Loaded.Sensor is not ("" or "sensor.always")).ToList();
        yield return ("sensorRules", Measure.Of(sensing));
        yield return ("sensorKinds", Measure.Distinct(sensing.Select(rule => (rule, rule.Loaded.Sensor))));
        yield return ("twoFilterRules", Measure.Of(rules.Where(rule => rule.Rule.Filters.Count >= 2)));
        yield return ("notRules", Measure.Of(rules.Where(rule => rule.Loaded.Has("filter.not"))));
        yield return ("indentedRules", Measure.Of(rules.Where(rule => rule.Depth > 0)));
        yield return ("deepRules", Measure.Of(rules.Where(rule => rule.Depth > 1)));
        yield return ("oppositeRules", Measure.Of(Opposites(rules)));
        yield return ("comparisons", Measure.Of(rules.Where(IsComparing)));
    }

    private static IEnumerable<(string, Measure)> Flow(Census census)
    {
        var states = census.Actors.Select(one => one.Pages.Used.Count(one.Pages.Reachable.Contains)).DefaultIfEmpty().Max();
        var widest = census.Actors.Where(one => one.Actor.IsProgrammed && one.Pages.Used.Count(one.Pages.Reachable.Contains) == states);
        yield return ("reachablePages", new Measure(states, [.. widest.Select(one => one.Place)]));
        yield return ("pageCycles", Measure.Of(census.Actors.Where(one => one.Pages.HasCycle)));
    }

    private static IEnumerable<(string, Measure)> Data(Census census)
    {
        var writes = census.Rules.SelectMany(Written, (rule, bucket) => (Rule: rule, Bucket: bucket)).ToList();
        var reads = census.Rules.SelectMany(Read, (rule, bucket) => (Rule: rule, Bucket: bucket)).ToList();
        var both = writes.Select(one => one.Bucket).Intersect(reads.Select(one => one.Bucket)).ToHashSet();
        var local = writes.Concat(reads).Where(one => one.Bucket.StartsWith("local.", StringComparison.Ordinal));
        yield return ("scoreWrites", Measure.Of(writes.Select(one => one.Rule).Distinct()));
        yield return ("readAndWrittenScores", Measure.Distinct(writes.Concat(reads).Where(one => both.Contains(one.Bucket))));
        yield return ("usedScores", Measure.Distinct(writes.Concat(reads)));
        yield return ("localScores", Measure.Distinct(local));
        yield return ("scoreConditions", Measure.Of(reads.Select(one => one.Rule).Where(HasNumber).Distinct()));
    }

    private static IEnumerable<(string, Measure)> Roles(Census census)
    {
        var programmed = census.Actors.Where(one => one.Actor.IsProgrammed).ToList();
        yield return (
            "programmedTypes",
            new(programmed.Select(one => one.Actor.Type).Distinct().Count(), [.. programmed.Select(one => one.Place)])
        );
        yield return ("madeCreatables", Measure.Of(census.Rules.Where(IsMaking)));
        yield return ("communication", Measure.Of(Communication.Of(census)));
    }

    private static IEnumerable<(string, Measure)> Play(Census census)
    {
        var (rules, goals) = (census.Rules, census.Rules.Where(rule => Goals.Contains(rule.Loaded.Actuator)).ToList());
        var inputs = rules.Where(rule => Inputs.Contains(rule.Loaded.Sensor)).ToList();
        yield return ("inputRules", Measure.Of(inputs));
        yield return ("inputKinds", Measure.Distinct(inputs.Select(rule => (rule, rule.Loaded.Sensor))));
        yield return ("feedbackRules", Measure.Of(rules.Where(IsFeedback)));
        yield return ("instructions", new Measure(census.World.Levels.Count(level => IsTold(level.Head)), []));
        yield return ("goals", Measure.Of(goals));
        yield return ("reachableVictory", Measure.Of(goals.Where(rule => rule.IsReachable && rule.Loaded.Actuator == "actuator.victory")));
        yield return (
            "reachableGameover",
            Measure.Of(goals.Where(rule => rule.IsReachable && rule.Loaded.Actuator == "actuator.gameover"))
        );
        yield return ("goalsOnState", Measure.Of(goals.Where(rule => rule.Line.Any(above => States.Contains(above.Loaded.Sensor)))));
    }

    /// <summary>Rules of a page that hold in turn: the same condition, once with and once without "not".</summary>
    private static IEnumerable<RuleAt> Opposites(IReadOnlyList<RuleAt> rules) =>
        rules
            .Where(rule => rule.Loaded.Sensor.Length > 0)
            .GroupBy(rule =>
                (
                    rule.Place with
                    {
                        Rule = 0,
                    },
                    rule.Parent?.Place,
                    rule.Loaded.Sensor,
                    string.Join(' ', rule.Loaded.Filters.Where(id => id != "filter.not").Order())
                )
            )
            .Where(same => same.Any(rule => rule.Loaded.Has("filter.not")) && same.Any(rule => !rule.Loaded.Has("filter.not")))
            .SelectMany(same => same);

    private static bool IsComparing(RuleAt rule) => rule.Loaded.Filters.Any(id => TileTable.Find(id)?.Kind == "ScoreCompareFilter");

    private static bool HasNumber(RuleAt rule) =>
        IsComparing(rule) || rule.Loaded.Filters.Any(id => TileTable.Find(id)?.Kind == "ScoreFilter");

    private static bool IsMaking(RuleAt rule) =>
        rule.Loaded.Actuator is "actuator.make" or "actuator.launch"
        && rule.Loaded.Modifiers.Any(id => id.StartsWith("modifier.creatable.", StringComparison.Ordinal));

    private static bool IsFeedback(RuleAt rule) =>
        rule.Loaded.Actuator is "actuator.say" or "actuator.sound" or "actuator.score" or "actuator.unscore" or "actuator.scoreset";

    /// <summary>Something is told before the game starts. The choice may be stored in the language of whoever made the world.</summary>
    private static bool IsTold(LevelHead head) =>
        head.Description.Length > 0 && head.BeforeStart is not ("" or "Nothing" or "World Title" or "Countdown");

    private static IEnumerable<string> Written(RuleAt rule) =>
        rule.Loaded.Actuator is "actuator.score" or "actuator.unscore" or "actuator.scoreset"
            ? Communication.Buckets(rule.Loaded.Modifiers).Take(1)
            : [];

    private static IEnumerable<string> Read(RuleAt rule) =>
        rule.Loaded.Sensor == "sensor.scored" ? Communication.Buckets(rule.Loaded.Filters) : [];
}
