using Judge.Kodu.Model;

namespace Judge.Kodu.Play;

/// <summary>Pages of an actor as they run: loaded, with the pages that are taken in below the rules that take them in.</summary>
internal static class PlayProgram
{
    /// <summary>The editor lets no page take itself in; a forged file may.</summary>
    private const int MostNested = 8;

    /// <param name="left">Rules that the run may still hold; what goes beyond is left out.</param>
    public static IReadOnlyList<IReadOnlyList<PlayRule>> Of(Actor actor, LevelHead head, ref int left)
    {
        var pages = new List<IReadOnlyList<PlayRule>>();
        foreach (var page in actor.Pages)
        {
            pages.Add(Parents(Spread(actor, page, head, 0, 0, ref left)));
        }

        return pages;
    }

    private static List<Rule> Spread(Actor actor, IReadOnlyList<Rule> page, LevelHead head, int indent, int nested, ref int left)
    {
        var rules = new List<Rule>();
        foreach (var rule in page)
        {
            if (left-- <= 0)
            {
                break;
            }

            var loaded = Loading.Loaded(rule, head);
            rules.Add(loaded with { Indent = loaded.Indent + indent });
            var target = loaded.Actuator == "actuator.inlinetask" ? PageGraph.Targets(loaded).FirstOrDefault() : 0;
            if (target > 0 && target <= actor.Pages.Count && nested < MostNested)
            {
                rules.AddRange(Spread(actor, actor.Pages[target - 1], head, loaded.Indent + indent + 1, nested + 1, ref left));
            }
        }

        return rules;
    }

    /// <summary>As <see cref="Census"/> finds parents: the stack is cut to as many rules as the rule is indented.</summary>
    private static List<PlayRule> Parents(List<Rule> rules)
    {
        var (found, above) = (new List<PlayRule>(), new List<int>());
        foreach (var (index, rule) in rules.Index())
        {
            above.RemoveRange(Math.Min(rule.Indent, above.Count), above.Count - Math.Min(rule.Indent, above.Count));
            found.Add(new PlayRule(rule, above.Count > 0 ? above[^1] : -1, above.Count));
            above.Add(index);
        }

        return found;
    }
}
