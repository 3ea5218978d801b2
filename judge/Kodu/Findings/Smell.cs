using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Kodu.Text;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Findings;

/// <summary>Ways of programming that mostly do something else than their maker believes.</summary>
internal enum Smell
{
    None = 0,

    /// <summary>A score, word or sound without "once" in a state that lasts: it happens each frame.</summary>
    MissingOnce,

    UnreachablePage,
    JumpToBlankPage,
    EmptyRule,
    DuplicateRule,

    /// <summary>Movement below a movement that always holds: the upper one wins.</summary>
    HiddenMovement,

    /// <summary>Something is done to "it" where nothing was sensed: it hits the actor itself.</summary>
    ItOfNothing,

    SkippedIndent,

    /// <summary>The actor goes, and what stands below in the same state is never done.</summary>
    GoneBefore,

    /// <summary>A timer under a condition of moments: it starts anew each time.</summary>
    RestartedTimer,
}

/// <summary>Finds smells by their rules. All of it is read off the program; nothing is run.</summary>
internal static class Smells
{
    private static readonly HashSet<string> Repeating = ["actuator.score", "actuator.unscore", "actuator.say", "actuator.sound"];
    private static readonly HashSet<string> Lasting = ["sensor.eyes", "sensor.keyboard", "sensor.gamepad", "sensor.mouse", "sensor.touch"];
    private static readonly HashSet<string> Momentary =
    [
        "sensor.bumpers",
        "sensor.got",
        "sensor.missilehit",
        "sensor.timer",
        "sensor.endofpath",
    ];
    private static readonly HashSet<string> Moving = ["actuator.movement", "actuator.turn"];

    /// <summary>Sensors that yield no thing that "it" could be.</summary>
    private static readonly HashSet<string> Thingless =
    [
        "",
        "sensor.always",
        "sensor.timer",
        "sensor.scored",
        "sensor.keyboard",
        "sensor.gamepad",
        "sensor.health",
        "sensor.endofpath",
        "sensor.microbit",
    ];

    /// <summary>
    /// What is done to "it" without a tile that says so. Launching is left out: it goes forward where there is no target.
    /// </summary>
    private static readonly HashSet<string> ToIt =
    [
        "actuator.vanish",
        "actuator.boom",
        "actuator.pop",
        "actuator.zap",
        "actuator.squash",
        "actuator.damage",
        "actuator.eat",
        "actuator.grab",
        "actuator.camouflage",
    ];

    public static ILookup<Smell, Place> Of(Census census, IReadOnlyDictionary<string, Measure> measures) =>
        census.Pages.SelectMany(OnPage).Concat(Measured(measures)).ToLookup(one => one.Smell, one => one.Place);

    private static IEnumerable<(Smell Smell, Place Place)> Measured(IReadOnlyDictionary<string, Measure> measures) =>
        new[]
        {
            (Smell.UnreachablePage, "unreachablePages"),
            (Smell.JumpToBlankPage, "jumpsToBlankPage"),
            (Smell.EmptyRule, "emptyRules"),
            (Smell.SkippedIndent, "indentSkips"),
        }.SelectMany(one => measures[one.Item2].Places, (one, place) => (one.Item1, place));

    /// <summary>One pass from above, which remembers what the rules so far have taken from those below.</summary>
    private static IEnumerable<(Smell Smell, Place Place)> OnPage(IEnumerable<RuleAt> page)
    {
        var (moving, gone, said) = (new HashSet<string>(), new HashSet<(Place?, string)>(), new HashSet<(Place?, string)>());
        var isGone = false;
        foreach (var rule in page)
        {
            foreach (var smell in Alone(rule))
            {
                yield return (smell, rule.Place);
            }

            if (moving.Contains(rule.Loaded.Actuator))
            {
                yield return (Smell.HiddenMovement, rule.Place);
            }

            if (rule.Loaded.Actuator.Length > 0 && (isGone || gone.Contains(rule.Asks)))
            {
                yield return (Smell.GoneBefore, rule.Place);
            }

            if (rule.Rule.Actuator.Length > 0 && !said.Add((rule.Parent?.Place, RuleText.Line(rule.Rule, "en"))))
            {
                yield return (Smell.DuplicateRule, rule.Place);
            }

            if (IsAlways(rule) && Moving.Contains(rule.Loaded.Actuator))
            {
                moving.Add(rule.Loaded.Actuator);
            }

            if (IsGoing(rule))
            {
                isGone |= IsAlways(rule);
                gone.Add(rule.Asks);
            }
        }
    }

    /// <summary>Smells that a rule has whatever stands beside it.</summary>
    private static IEnumerable<Smell> Alone(RuleAt rule)
    {
        if (Repeating.Contains(rule.Loaded.Actuator) && !rule.Loaded.Has("modifier.once") && rule.Line.All(IsLasting))
        {
            yield return Smell.MissingOnce;
        }

        if (ToIt.Contains(rule.Loaded.Actuator) && Thingless.Contains(rule.Loaded.Sensor) && !rule.Loaded.Has("modifier.me"))
        {
            yield return Smell.ItOfNothing;
        }

        if (rule.Loaded.Sensor == "sensor.timer" && rule.Line.Skip(1).Any(above => Momentary.Contains(above.Loaded.Sensor)))
        {
            yield return Smell.RestartedTimer;
        }
    }

    /// <summary>The condition holds over many frames: a sight, a key, a comparison, or nothing at all.</summary>
    private static bool IsLasting(RuleAt rule) =>
        rule.IsUnconditional
        || Lasting.Contains(rule.Loaded.Sensor)
        || (
            rule.Loaded.Sensor == "sensor.scored"
            && rule.Loaded.Filters.Any(id => TileTable.Find(id)?.Kind is "ScoreFilter" or "ScoreCompareFilter")
        );

    private static bool IsAlways(RuleAt rule) => rule.Line.All(above => above.IsUnconditional) && !rule.Loaded.Has("modifier.once");

    private static bool IsGoing(RuleAt rule) =>
        rule.Loaded.Actuator is "actuator.vanish" or "actuator.boom" && rule.Loaded.Has("modifier.me");
}
