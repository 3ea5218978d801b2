using Judge.Kodu.Tiles;

namespace Judge.Kodu.Play;

/// <summary>Whether conditions hold: the sensor yields things, filters cull them, and the whole is judged and perhaps negated.</summary>
internal sealed class Senses(Game game)
{
    private const double UsualNear = 5;
    private const double UsualFar = 15;

    /// <summary>Sets whether the rule holds, and what it found.</summary>
    public void Judge(Thing thing, PlayRule rule)
    {
        var isFresh = rule.Judged != game.Step - 1;
        rule.Judged = game.Step;
        rule.It = null;
        var holds = rule.Rule.Sensor switch
        {
            "" or "sensor.always" => true,
            "sensor.timer" => Timer(rule, isFresh),
            "sensor.keyboard" => Key(rule),
            "sensor.scored" => Score(thing, rule),
            "sensor.eyes" => Found(thing, rule, game.Things.Where(other => !IsHidden(other))),
            "sensor.bumpers" => Found(thing, rule, thing.Bumped),
            "sensor.got" => Found(thing, rule, thing.Got),
            _ => false,
        };
        rule.Holds = holds != rule.Rule.Filters.Contains("filter.not");
        // Under a timer "once" is used up until the page is new.
        rule.IsSpent &= rule.Holds || rule.Rule.Sensor == "sensor.timer";
    }

    /// <summary>Keys of a tile: one, one of two, or the four of a cross.</summary>
    public static IReadOnlyList<string> Keys(Tile tile) =>
        tile.Id switch
        {
            "filter.ArrowKeys" => ["Left", "Right", "Up", "Down"],
            "filter.WASDKeys" => ["A", "D", "W", "S"],
            _ => [.. new[] { "key", "key2" }.Select(fact => tile.Facts.GetValueOrDefault(fact)).OfType<string>()],
        };

    /// <summary>
    /// Rings for one step when its time is over, and starts again without drift. It starts anew whenever it was not judged the step before.
    /// </summary>
    private bool Timer(PlayRule rule, bool isFresh)
    {
        var seconds = rule.Filters.Where(tile => tile.Kind == "TimerFilter").Sum(tile => tile.Seconds ?? 0);
        var steps = Math.Max(1, (seconds > 0 ? seconds : 1) * Script.StepsPerSecond);
        if (isFresh)
        {
            rule.Rings = game.Step + steps;
        }

        if (game.Step < rule.Rings)
        {
            return false;
        }

        rule.Rings += steps;
        return true;
    }

    private bool Key(PlayRule rule)
    {
        var asked = rule.Filters.Where(tile => tile.Kind == "KeyBoardKeyFilter").ToList();
        return asked.Count == 0 ? game.Down.Count > 0 : asked.TrueForAll(tile => Keys(tile).Any(game.Down.Contains));
    }

    /// <summary>A score alone: it has just changed. With points: it is as many. With a comparison: both sides are sums.</summary>
    private bool Score(Thing thing, PlayRule rule)
    {
        var comparison = rule.Filters.Index().FirstOrDefault(one => one.Item.Kind == "ScoreCompareFilter");
        if (comparison.Item is not null)
        {
            var left = rule.Filters.Take(comparison.Index).Sum(tile => (long)Value(tile));
            var right = rule.Filters.Skip(comparison.Index + 1).Sum(tile => (long)Value(tile));
            return comparison.Item.Facts["op"] switch
            {
                "Above" => left > right,
                "Below" => left < right,
                "GTEQ" => left >= right,
                "LTEQ" => left <= right,
                "NotIs" => left != right,
                _ => left == right,
            };
        }

        var buckets = rule.Filters.Where(tile => tile.Kind == "ScoreBucketFilter").Select(tile => game.Scores.Name(thing, tile)).ToList();
        var points = rule.Filters.Where(tile => tile.Kind == "ScoreFilter").ToList();
        return points.Count > 0
            ? buckets.Sum(name => (long)game.Scores.Now(name)) == points.Sum(tile => tile.Points ?? 0)
            : buckets.Exists(game.Scores.HasChanged);

        int Value(Tile tile) => tile.Points ?? (tile.Kind == "ScoreBucketFilter" ? game.Scores.Now(game.Scores.Name(thing, tile)) : 0);
    }

    /// <summary>Of those that pass all filters the nearest is "it"; of equally near ones the first.</summary>
    private static bool Found(Thing thing, PlayRule rule, IEnumerable<Thing> things)
    {
        var withMe = rule.Rule.Filters.Contains("filter.me");
        var found = things
            .Where(other => (withMe ? other == thing : other != thing) && rule.Filters.All(tile => Passes(tile, thing, other)))
            .ToList();
        rule.It = found.OrderBy(thing.DistanceTo).FirstOrDefault();
        return rule.Filters.FirstOrDefault(tile => tile.Kind == "CountFilter")?.Id switch
        {
            "filter.countfew" => found.Count is > 0 and <= 3,
            "filter.countmany" => found.Count > 3,
            _ => found.Count > 0,
        };
    }

    private static bool Passes(Tile tile, Thing thing, Thing other) =>
        tile.Kind switch
        {
            "ClassificationFilter" => tile.Facts.GetValueOrDefault("match") switch
            {
                "Color" => other.Color == tile.Color,
                _ when tile.Id == "filter.anybot" => other.Kind?.Is("bot") == true,
                _ when tile.Id == "filter.building" => other.Kind?.Is("building") == true,
                _ => other.Kind?.Group == tile.Facts.GetValueOrDefault("name"),
            },
            "DistanceFilter" when tile.Id == "filter.closeby" => thing.DistanceTo(other) <= thing.Parameter("nearByDistance", UsualNear),
            "DistanceFilter" => thing.DistanceTo(other) > thing.Parameter("farAwayDistance", UsualFar),
            _ => true,
        };

    private static bool IsHidden(Thing other) =>
        other.IsGone
        || other.Actor.Parameters.GetValueOrDefault("ignored") == "true"
        || other.Actor.Parameters.GetValueOrDefault("camouflaged") == "true";
}
