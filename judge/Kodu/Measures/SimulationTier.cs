using Judge.Kodu.Model;

namespace Judge.Kodu.Measures;

/// <summary>How far a model without the game's physics can play a rule: exactly (A), nearly (B), not at all (C).</summary>
internal static class SimulationTier
{
    private static readonly HashSet<string> ExactSensors =
    [
        .. Ids("sensor", "always scored timer health keyboard gamepad mouse touch"),
        "",
    ];

    private static readonly HashSet<string> NearSensors = Ids("sensor", "eyes bumpers got held ears endofpath terrain water");

    private static readonly HashSet<string> ExactActuators =
    [
        .. Ids("actuator", "switchtask inlinetask score unscore scoreset say sound stopsound glow color express gameover victory"),
        .. Ids("actuator", "reset restart nextlevel camera.followme camera.ignoreme camera.firstperson vanish boom zap pop squash"),
        .. Ids("actuator", "damage heal worldskychange worldlightingchange movementspeedmodify turningspeedmodify rescale"),
        .. Ids("actuator", "rescaleinstant camouflage uncamouflage open close picture"),
        "",
    ];

    private static readonly HashSet<string> NearActuators = Ids("actuator", "movement turn eat grab drop give make");

    /// <summary>Chance, and what hangs on sight lines and the mouse's way.</summary>
    private static readonly HashSet<string> Hopeless =
    [
        .. Ids("filter", "random lineofsight mouse.move mouse.hover"),
        .. Ids("modifier", "random colorrandom event.any"),
        "selector.wander",
    ];

    private static readonly HashSet<string> Selectors = Ids(
        "selector",
        "towardclosest followwaypoints awayfromall avoidall forward circle moveup movedown"
    );

    private static readonly HashSet<string> Directions = Ids("modifier", "north south east west up down");
    private static readonly HashSet<string> Steering = Ids("sensor", "keyboard gamepad mouse touch");

    /// <returns>'A', 'B' or 'C', of the rule as it is stored.</returns>
    public static char Of(Rule rule) =>
        !(ExactSensors.Contains(rule.Sensor) || NearSensors.Contains(rule.Sensor))
        || !(ExactActuators.Contains(rule.Actuator) || NearActuators.Contains(rule.Actuator))
        || rule.Tiles.Any(Hopeless.Contains)
        || (rule.Actuator == "actuator.movement" && !IsSteady(rule))
            ? 'C'
        : ExactSensors.Contains(rule.Sensor) && ExactActuators.Contains(rule.Actuator) ? 'A'
        : 'B';

    private static bool IsSteady(Rule rule) =>
        rule.Selector.Length > 0
            ? Selectors.Contains(rule.Selector)
            : rule.Modifiers.Any(Directions.Contains) || Steering.Contains(rule.Sensor);

    private static HashSet<string> Ids(string slot, string names) => [.. names.Split(' ').Select(name => $"{slot}.{name}")];
}
