using Judge.Kodu.Model;
using Judge.Kodu.Tiles;

namespace Judge.Kodu.Measures;

/// <summary>Ways of programming that the game's own curriculum teaches by name.</summary>
internal enum Idiom
{
    None = 0,

    /// <summary>See something and go to it; bump it and take it.</summary>
    PursueAndConsume,

    /// <summary>A key, stick or finger moves the actor.</summary>
    LetMeDrive,

    /// <summary>One condition does two things.</summary>
    DoTwoThings,

    /// <summary>Something happens, and a score tells how often.</summary>
    CountActions,

    /// <summary>A condition above, and below it what is done otherwise.</summary>
    DefaultValue,

    /// <summary>Each page has a colour of its own.</summary>
    ShowPageAsColor,

    /// <summary>Move along a path that is there.</summary>
    FollowThePath,
}

/// <summary>Finds idioms by their rules.</summary>
internal static class Idioms
{
    private static readonly HashSet<string> Taking = ["actuator.eat", "actuator.grab", "actuator.vanish"];
    private static readonly HashSet<string> Steering = ["sensor.keyboard", "sensor.gamepad", "sensor.touch"];
    private static readonly HashSet<string> Happening = ["sensor.bumpers", "sensor.got", "sensor.missilehit"];
    private static readonly HashSet<string> Counting = ["actuator.score", "actuator.unscore"];

    /// <summary>Each find with one place: the rule that completes it, or the actor.</summary>
    public static IEnumerable<(Idiom Idiom, Place Place)> Of(Census census) =>
        census
            .Pages.SelectMany(OnPage)
            .Concat(census.Rules.Where(rule => IsFollowing(rule, census)).Select(rule => (Idiom.FollowThePath, rule.Place)))
            .Concat(census.Actors.Where(one => ShowsPages(one, census)).Select(one => (Idiom.ShowPageAsColor, one.Place)));

    /// <summary>One pass from above, which remembers what the rules so far ask and do.</summary>
    private static IEnumerable<(Idiom, Place)> OnPage(IEnumerable<RuleAt> page)
    {
        var pursued = page.Where(rule => IsPursuing(rule.Loaded)).Select(rule => Things(rule.Loaded)).ToHashSet();
        var (asked, cases) = (new HashSet<(Place?, string)>(), new HashSet<(Place?, string)>());
        foreach (var rule in page)
        {
            foreach (var idiom in Of(rule, pursued))
            {
                yield return (idiom, rule.Place);
            }

            if (rule.Loaded.Actuator.Length == 0)
            {
                continue;
            }

            var doing = (rule.Parent?.Place, rule.Loaded.Actuator);
            if (IsSecondChild(rule) || (!rule.IsUnconditional && !asked.Add(rule.Asks)))
            {
                yield return (Idiom.DoTwoThings, rule.Place);
            }

            if (rule.IsUnconditional && cases.Contains(doing))
            {
                yield return (Idiom.DefaultValue, rule.Place);
            }
            else if (!rule.IsUnconditional)
            {
                cases.Add(doing);
            }
        }
    }

    private static IEnumerable<Idiom> Of(RuleAt rule, HashSet<string> pursued)
    {
        var loaded = rule.Loaded;
        if (
            loaded is { Sensor: "sensor.bumpers", Filters.Count: > 0 }
            && Taking.Contains(loaded.Actuator)
            && pursued.Contains(Things(loaded))
        )
        {
            yield return Idiom.PursueAndConsume;
        }

        if (Steering.Contains(loaded.Sensor) && loaded is { Actuator: "actuator.movement", Selector: "" })
        {
            yield return Idiom.LetMeDrive;
        }

        if (Counting.Contains(loaded.Actuator) && Happening.Contains(Asking(rule)?.Loaded.Sensor ?? ""))
        {
            yield return Idiom.CountActions;
        }
    }

    private static bool IsPursuing(Rule seen) =>
        seen is { Sensor: "sensor.eyes", Actuator: "actuator.movement", Selector: "selector.towardclosest" };

    /// <summary>The same for rules whose filters are the same in any order.</summary>
    private static string Things(Rule rule) => string.Join(' ', rule.Filters.Order(StringComparer.Ordinal));

    /// <summary>A child that asks nothing, under a rule that does something itself.</summary>
    private static bool IsSecondChild(RuleAt rule) => rule is { IsUnconditional: true, Parent.Loaded.Actuator.Length: > 0 };

    /// <summary>The nearest rule of its line that asks something; null: none does.</summary>
    private static RuleAt? Asking(RuleAt rule) => rule.Line.FirstOrDefault(above => !above.IsUnconditional);

    /// <summary>A path of the colour that the rule names is there, or any where it names none.</summary>
    private static bool IsFollowing(RuleAt rule, Census census)
    {
        if (!CityMeasures.IsFollowing(rule.Loaded))
        {
            return false;
        }

        var wanted = rule
            .Loaded.Modifiers.Select(TileTable.Find)
            .Where(tile => tile?.Kind is "PathColorModifier" or "ColorModifier")
            .Select(tile => tile!.Color)
            .ToList();
        return census.World.Levels[rule.Place.Level - 1].Ways.Any(way => wanted.Count == 0 || wanted.Contains(way.Color));
    }

    /// <summary>At least two pages each begin by painting the actor, and no two in one colour.</summary>
    private static bool ShowsPages(ActorAt one, Census census)
    {
        var colors = one.Pages.Used.Select(page => Painted(census.Pages[one.Place with { Page = page }])).ToList();
        return colors.Count >= 2 && colors.TrueForAll(color => color is not null) && colors.Distinct().Count() == colors.Count;
    }

    /// <summary>Null: no rule of the page always paints the actor itself.</summary>
    private static string? Painted(IEnumerable<RuleAt> page) =>
        page.Where(rule =>
                rule is { IsUnconditional: true, Parent: null, Loaded.Actuator: "actuator.color" or "actuator.glow" }
                && !rule.Loaded.Has("modifier.it")
            )
            .SelectMany(rule => rule.Loaded.Modifiers)
            .Select(TileTable.Find)
            .FirstOrDefault(tile => tile?.Kind == "ColorModifier")
            ?.Color;
}
