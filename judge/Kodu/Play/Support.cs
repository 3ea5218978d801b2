using Judge.Kodu.Model;

namespace Judge.Kodu.Play;

/// <summary>Which tiles the model plays. A rule with another is left out of the run, and its tiles are named.</summary>
internal static class Support
{
    private static readonly HashSet<string> Sensors = Ids("sensor", "always timer keyboard scored eyes bumpers got");

    private static readonly HashSet<string> Actuators =
    [
        .. Ids("actuator", "score unscore scoreset switchtask inlinetask victory gameover say color glow movement eat make"),
        .. Ids("actuator", "vanish boom pop squash sound stopsound express nothing camera.followme camera.ignoreme camera.firstperson"),
    ];

    private static readonly HashSet<string> Selectors = Ids("selector", "towardclosest awayfromall avoidall forward followwaypoints");

    private static readonly HashSet<string> Refused =
    [
        .. Ids("filter", "random lineofsight said mouse.move mouse.hover touch.gesture.touching clustermany dead squashed moving percent"),
        .. Ids("modifier", "random colorrandom percent health maxhealth up down"),
    ];

    /// <summary>Tiles of a rule that the model does not play; empty: it plays the rule.</summary>
    /// <param name="rule">As it is loaded.</param>
    public static IEnumerable<string> Missing(Rule rule) =>
        [
            .. Others(rule.Sensor, Sensors),
            .. Others(rule.Actuator, Actuators),
            .. Others(rule.Selector, Selectors),
            .. rule.Filters.Concat(rule.Modifiers).Where(Refused.Contains),
            .. rule.Actuator == "actuator.make" && !rule.Modifiers.Any(IsCreatable) ? [rule.Actuator] : (string[])[],
            .. IsAimless(rule) ? [rule.Actuator] : (string[])[],
        ];

    /// <summary>Without a selector or a direction an actor wanders, by chance.</summary>
    private static bool IsAimless(Rule rule) =>
        rule is { Actuator: "actuator.movement", Selector: "" }
        && rule.Sensor != "sensor.keyboard"
        && !rule.Modifiers.Any(id => id is "modifier.north" or "modifier.south" or "modifier.east" or "modifier.west");

    /// <summary>Of things that no master stands for, the model knows no size and no program.</summary>
    private static bool IsCreatable(string id) => id.StartsWith("modifier.creatable.", StringComparison.Ordinal);

    private static string[] Others(string id, HashSet<string> known) => id.Length == 0 || known.Contains(id) ? [] : [id];

    private static HashSet<string> Ids(string slot, string names) => [.. names.Split(' ').Select(name => $"{slot}.{name}")];
}
