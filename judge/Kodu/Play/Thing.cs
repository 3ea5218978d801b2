using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Play;

/// <summary>A rule in a run, with what is remembered of it from step to step.</summary>
/// <param name="parent">Index of the rule it is indented under, on its page; -1: none.</param>
internal sealed class PlayRule(Rule rule, int parent, int depth)
{
    public const int Never = -2;

    public Rule Rule { get; } = rule;

    public int Parent { get; } = parent;

    public int Depth { get; } = depth;

    public IReadOnlyList<Tile> Filters { get; } = [.. rule.Filters.Select(TileTable.Find).OfType<Tile>()];

    public IReadOnlyList<Tile> Modifiers { get; } = [.. rule.Modifiers.Select(TileTable.Find).OfType<Tile>()];

    /// <summary>The model plays it; others never hold.</summary>
    public bool IsPlayed { get; } = !Support.Missing(rule).Any();

    public bool IsOnce { get; } = rule.Modifiers.Contains("modifier.once");

    /// <summary>The condition holds in this step.</summary>
    public bool Holds { get; set; }

    /// <summary>What the condition found; null: nothing, or no things are asked for.</summary>
    public Thing? It { get; set; }

    /// <summary>"Once" was used up, until the condition fails.</summary>
    public bool IsSpent { get; set; }

    /// <summary>The step when it was last judged.</summary>
    public int Judged { get; set; } = Never;

    /// <summary>The step when its timer rings.</summary>
    public double Rings { get; set; }

    /// <summary>It is judged for the first time again, as after a switch of pages.</summary>
    public void Reset() => (Holds, It, IsSpent, Judged) = (false, null, false, Never);
}

/// <summary>An actor in a run.</summary>
internal sealed class Thing
{
    private bool? _feelsBumps;

    public required int Number { get; init; }
    public required Actor Actor { get; init; }

    /// <summary>Null: a kind that we do not know.</summary>
    public required ActorKind? Kind { get; init; }

    /// <summary>Rules of each page, by its number less one.</summary>
    public required IReadOnlyList<IReadOnlyList<PlayRule>> Pages { get; init; }

    public double X { get; set; }
    public double Y { get; set; }

    /// <summary>In radians, 0 to the east.</summary>
    public double Heading { get; set; }

    public required string Color { get; set; }

    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    public bool IsGone { get; set; }

    /// <summary>Where it wants to go in this step, and how fast; null: nowhere yet.</summary>
    public (double X, double Y, double Speed)? Wish { get; set; }

    /// <summary>What it touched in the step before.</summary>
    public IReadOnlyList<Thing> Bumped { get; set; } = [];

    /// <summary>What it ate in the step before.</summary>
    public List<Thing> Got { get; set; } = [];

    /// <summary>What it eats in this step.</summary>
    public List<Thing> Eating { get; set; } = [];

    /// <summary>The node of a path that it goes to; null: it is on none.</summary>
    public (int Way, int Node)? Target { get; set; }

    /// <summary>Some rule asks whether it was bumped.</summary>
    public bool FeelsBumps => _feelsBumps ??= Pages.Any(page => page.Any(rule => rule.Rule.Sensor == "sensor.bumpers"));

    public IReadOnlyList<PlayRule> Rules => Page <= Pages.Count ? Pages[Page - 1] : [];

    public double Radius => Kind?.Number("collisionRadius") ?? 0.5;

    public double Speed => (Kind?.Number("maxSpeed") ?? 2) * Parameter("movementSpeedModifier", 1);

    public double Parameter(string name, double usual) =>
        Actor.Parameters.TryGetValue(name, out var text)
        && double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? value
            : usual;

    public double DistanceTo(Thing other) => Math.Sqrt((X - other.X) * (X - other.X) + (Y - other.Y) * (Y - other.Y));
}
