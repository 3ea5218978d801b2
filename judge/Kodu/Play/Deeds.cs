using System.Globalization;

namespace Judge.Kodu.Play;

/// <summary>What rules do whose conditions hold, in their order, until one has switched the page.</summary>
internal sealed class Deeds(Game game)
{
    private static readonly HashSet<string> Vanishing = ["actuator.vanish", "actuator.boom", "actuator.pop", "actuator.squash"];

    public void Do(Thing thing)
    {
        var (page, used) = (thing.Page, new HashSet<string>());
        foreach (var rule in thing.Rules)
        {
            if (!rule.Holds || rule.IsSpent || rule.Rule.Actuator.Length == 0)
            {
                continue;
            }

            var done = Do(thing, rule, used);
            rule.IsSpent = rule.IsOnce && done;
            if (thing.IsGone || game.End != PlayEnd.None || thing.Page != page)
            {
                break;
            }
        }
    }

    /// <summary>Whether it was done.</summary>
    /// <param name="used">Verbs that an actor does once a step.</param>
    private bool Do(Thing thing, PlayRule rule, HashSet<string> used) =>
        rule.Rule.Actuator switch
        {
            "actuator.score" => Score(thing, rule, 1),
            "actuator.unscore" => Score(thing, rule, -1),
            "actuator.scoreset" => Score(thing, rule, 0),
            "actuator.switchtask" => Switch(thing, rule),
            "actuator.victory" => End(thing, PlayEnd.Victory, "victory"),
            "actuator.gameover" => End(thing, PlayEnd.GameOver, "gameover"),
            "actuator.say" => Say(thing, rule.Rule.Say),
            "actuator.color" or "actuator.glow" => Paint(thing, rule),
            "actuator.movement" => Motion.Wish(thing, rule, game),
            "actuator.eat" => used.Add("eat") && Eat(thing, rule),
            "actuator.make" => Make(thing, rule),
            var verb when Vanishing.Contains(verb) => Vanish(Target(thing, rule)),
            _ => true,
        };

    /// <summary>A verb without a target falls back to the actor itself.</summary>
    private static Thing Target(Thing thing, PlayRule rule) => rule.Rule.Modifiers.Contains("modifier.me") ? thing : rule.It ?? thing;

    /// <summary>The first score is the target; further scores and points are added up, and no number is 1.</summary>
    /// <param name="sign">1: adds; -1: subtracts; 0: sets.</param>
    private bool Score(Thing thing, PlayRule rule, int sign)
    {
        var buckets = rule
            .Modifiers.Where(tile => tile.Kind == "ScoreBucketModifier")
            .Select(tile => game.Scores.Name(thing, tile))
            .ToList();
        var points = rule
            .Modifiers.Where(tile => tile.Points is not null)
            .Select(tile => tile.Points!.Value)
            .Concat(buckets.Skip(1).Select(game.Scores.Now))
            .ToList();
        var value = points.Count > 0 ? points.Sum(point => (long)point) : 1;
        var before = game.Scores.Now(buckets[0]);
        var after = (int)Math.Clamp(sign == 0 ? value : before + sign * value, int.MinValue, int.MaxValue);
        game.Scores.Set(buckets[0], after);
        if (after != before)
        {
            game.Tell(thing, "score", $"{buckets[0]} {after.ToString(CultureInfo.InvariantCulture)}");
        }

        return true;
    }

    /// <summary>Rules of the new page are as new, and begin in the next step.</summary>
    private bool Switch(Thing thing, PlayRule rule)
    {
        if (rule.Modifiers.Select(tile => tile.Page).FirstOrDefault(page => page is not null) is not { } page)
        {
            return false;
        }

        thing.Page = page;
        foreach (var one in thing.Rules)
        {
            one.Reset();
        }

        game.Tell(thing, "page", page.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private bool End(Thing thing, PlayEnd end, string what)
    {
        game.End = end;
        game.Tell(thing, what, "");
        return true;
    }

    private bool Say(Thing thing, string text)
    {
        game.Tell(thing, "say", text);
        return true;
    }

    private static bool Paint(Thing thing, PlayRule rule)
    {
        if (rule.Modifiers.FirstOrDefault(tile => tile.Kind == "ColorModifier")?.Color is not { } color)
        {
            return false;
        }

        (rule.Rule.Modifiers.Contains("modifier.it") ? rule.It ?? thing : thing).Color = color;
        return true;
    }

    private bool Eat(Thing thing, PlayRule rule)
    {
        if (rule.It is not { IsGone: false } food || food == thing)
        {
            return false;
        }

        food.IsGone = true;
        thing.Eating.Add(food);
        game.Tell(thing, "eat", food.Number.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private bool Vanish(Thing target)
    {
        if (target.IsGone)
        {
            return false;
        }

        target.IsGone = true;
        game.Tell(target, "gone", "");
        return true;
    }

    /// <summary>A creatable, as its master is; at most as many at a time as the master allows.</summary>
    private bool Make(Thing thing, PlayRule rule)
    {
        const string Creatable = "modifier.creatable.";
        var id = rule.Rule.Modifiers.FirstOrDefault(one => one.StartsWith(Creatable, StringComparison.Ordinal))?[Creatable.Length..];
        if (id is null || game.Master(id) is not { } master)
        {
            return false;
        }

        var most = double.TryParse(master.Parameters.GetValueOrDefault("maxCreated"), CultureInfo.InvariantCulture, out var given)
            ? given
            : 100;
        if (game.Things.Count(other => !other.IsGone && other.Actor == master) >= most)
        {
            return false;
        }

        var made = game.Add(master, thing.X + Math.Cos(thing.Heading), thing.Y + Math.Sin(thing.Heading));
        if (made is not null)
        {
            game.Tell(made, "made", thing.Number.ToString(CultureInfo.InvariantCulture));
        }

        return made is not null;
    }
}
