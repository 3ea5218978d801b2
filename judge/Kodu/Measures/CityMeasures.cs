using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Measures;

/// <summary>Counts of what makes a world a town: houses, vehicles, plants, roads, lights and ground.</summary>
internal static class CityMeasures
{
    public static IEnumerable<(string Name, Measure Measure)> Of(Census census)
    {
        var levels = census.World.Levels;
        yield return ("buildings", With(census, "building"));
        yield return ("vehicles", With(census, "vehicle"));
        yield return ("plants", With(census, "plant"));
        yield return ("cityActors", Measure.Of(census.Actors.Where(one => Is(one, "building") || Is(one, "vehicle") || Is(one, "plant"))));
        yield return ("lights", Measure.Of(census.Actors.Where(IsLight)));
        yield return ("roads", Ways(levels, WayKind.Road));
        yield return ("walls", Ways(levels, WayKind.Wall));
        yield return ("hedges", Ways(levels, WayKind.Plants));
        yield return ("materials", new Measure(levels.SelectMany(level => level.Terrain?.Materials ?? []).Distinct().Count(), []));
        yield return ("landCells", new Measure(levels.Sum(level => level.Terrain?.LandCells ?? 0), []));
        yield return ("waters", new Measure(levels.Sum(level => level.Head.Waters), []));
        yield return ("vehiclesOnPath", Measure.Of(Actors(census.Rules.Where(rule => Is(rule.On, "vehicle") && IsFollowing(rule.Loaded)))));
        yield return (
            "reactingLights",
            Measure.Of(Actors(census.Rules.Where(rule => IsLight(rule.On) && rule.Line.Any(above => !above.IsUnconditional))))
        );
        yield return (
            "terrainRules",
            Measure.Of(
                census.Rules.Where(rule => rule.Loaded.Sensor is "sensor.terrain" or "sensor.water" || rule.Loaded.Has("filter.terrain"))
            )
        );
    }

    /// <summary>The actor follows a path.</summary>
    public static bool IsFollowing(Rule rule) => rule is { Actuator: "actuator.movement", Selector: "selector.followwaypoints" };

    private static bool IsLight(ActorAt one) => TileTable.Actors.GetValueOrDefault(one.Actor.Type)?.Group == "light";

    private static bool Is(ActorAt one, string flag) => TileTable.Actors.GetValueOrDefault(one.Actor.Type)?.Is(flag) == true;

    private static Measure With(Census census, string flag) => Measure.Of(census.Actors.Where(one => Is(one, flag)));

    private static Measure Ways(IReadOnlyList<Level> levels, WayKind kind) =>
        new(levels.Sum(level => level.Ways.Count(way => way.Kind == kind)), []);

    private static IEnumerable<ActorAt> Actors(IEnumerable<RuleAt> rules) => rules.Select(rule => rule.On).Distinct();
}
