using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Play;

/// <summary>Movement on the plane: full speed at once, no mass, no hills. Circles that touch have bumped.</summary>
internal static class Motion
{
    /// <summary>How near a node of a path counts as reached, in world units.</summary>
    private const double Reached = 0.3;

    /// <summary>Of equal tiles that quicken or slow, so many count.</summary>
    private const int MostTimes = 3;

    /// <summary>The first rule that wishes in a step wins.</summary>
    /// <returns>Whether the wish was taken.</returns>
    public static bool Wish(Thing thing, PlayRule rule, Game game)
    {
        if (thing.Wish is not null)
        {
            return false;
        }

        if (Direction(thing, rule, game) is not (var x, var y) || (x == 0 && y == 0))
        {
            return false;
        }

        var length = Math.Sqrt(x * x + y * y);
        thing.Wish = (x / length, y / length, thing.Speed * Factor(rule));
        return true;
    }

    public static void Step(IReadOnlyList<Thing> things)
    {
        foreach (var thing in things.Where(thing => thing is { IsGone: false, Wish: not null }))
        {
            var (x, y, speed) = thing.Wish!.Value;
            (thing.X, thing.Y, thing.Heading) = (
                thing.X + x * speed / Script.StepsPerSecond,
                thing.Y + y * speed / Script.StepsPerSecond,
                Math.Atan2(y, x)
            );
        }

        foreach (var thing in things.Where(thing => thing is { IsGone: false, FeelsBumps: true }))
        {
            thing.Bumped =
            [
                .. things.Where(other => other != thing && !other.IsGone && thing.DistanceTo(other) <= thing.Radius + other.Radius),
            ];
        }
    }

    private static double Factor(PlayRule rule) =>
        rule
            .Modifiers.Where(tile => tile.Kind == "SpeedModifier")
            .GroupBy(tile => tile.Id)
            .SelectMany(same => same.Take(MostTimes))
            .Aggregate(1.0, (factor, tile) => factor * (tile.Number("multiplier") ?? 1));

    /// <summary>Null: it cannot be said where to.</summary>
    private static (double X, double Y)? Direction(Thing thing, PlayRule rule, Game game)
    {
        if (rule.Modifiers.Select(Compass).FirstOrDefault(one => one is not null) is { } compass)
        {
            return compass;
        }

        return rule.Rule.Selector switch
        {
            "selector.towardclosest" => rule.It is { } it ? (it.X - thing.X, it.Y - thing.Y) : null,
            "selector.awayfromall" or "selector.avoidall" => rule.It is { } it ? (thing.X - it.X, thing.Y - it.Y) : null,
            "selector.forward" => (Math.Cos(thing.Heading), Math.Sin(thing.Heading)),
            "selector.followwaypoints" => Along(thing, rule, game.Ways),
            "" when rule.Rule.Sensor == "sensor.keyboard" => Steered(rule, game.Down),
            _ => null,
        };
    }

    private static (double X, double Y)? Compass(Tile tile) =>
        tile.Id switch
        {
            "modifier.north" => (0, 1),
            "modifier.south" => (0, -1),
            "modifier.east" => (1, 0),
            "modifier.west" => (-1, 0),
            _ => null,
        };

    /// <summary>Keys of a cross that are down, of the tiles that the rule has; without one the arrows.</summary>
    private static (double X, double Y) Steered(PlayRule rule, IReadOnlySet<string> down)
    {
        var asked = rule.Filters.Where(tile => tile.Kind == "KeyBoardKeyFilter").SelectMany(Senses.Keys).ToList();
        return (Axis("Right", "D") - Axis("Left", "A"), Axis("Up", "W") - Axis("Down", "S"));

        int Axis(params string[] keys) => keys.Any(key => down.Contains(key) && (asked.Count == 0 || asked.Contains(key))) ? 1 : 0;
    }

    /// <summary>To the nearest node of a path of that colour, then along its edges, as their directions allow.</summary>
    private static (double X, double Y)? Along(Thing thing, PlayRule rule, IReadOnlyList<Way> ways)
    {
        var colors = rule.Modifiers.Where(tile => tile.Kind is "PathColorModifier" or "ColorModifier").Select(tile => tile.Color).ToList();
        bool IsWanted(Way way) => way.Nodes.Count > 0 && (colors.Count == 0 || colors.Contains(way.Color));
        if (thing.Target is not { } target || !IsWanted(ways[target.Way]))
        {
            var nodes = ways.Index()
                .Where(way => IsWanted(way.Item))
                .SelectMany(way => way.Item.Nodes.Index(), (way, node) => (Way: way.Index, Node: node.Index, At: node.Item))
                .ToList();
            if (nodes.Count == 0)
            {
                return null;
            }

            var (way, node, _) = nodes.MinBy(one => Distance(thing, one.At));
            thing.Target = target = (way, node);
        }

        var at = ways[target.Way].Nodes[target.Node];
        if (Distance(thing, at) <= Reached && Next(ways[target.Way], target.Node) is { } next)
        {
            thing.Target = (target.Way, next);
            at = ways[target.Way].Nodes[next];
        }

        return (at.X - thing.X, at.Y - thing.Y);
    }

    /// <summary>The first edge that leads on; null: the path ends here.</summary>
    private static int? Next(Way way, int node)
    {
        foreach (var edge in way.Edges)
        {
            var next =
                edge.First == node && (edge.Direction & 1) != 0 ? edge.Second
                : edge.Second == node && (edge.Direction & 2) != 0 ? edge.First
                : -1;
            if (next >= 0 && next < way.Nodes.Count)
            {
                return next;
            }
        }

        return null;
    }

    private static double Distance(Thing thing, WayNode node) =>
        Math.Sqrt((thing.X - node.X) * (thing.X - node.X) + (thing.Y - node.Y) * (thing.Y - node.Y));
}
