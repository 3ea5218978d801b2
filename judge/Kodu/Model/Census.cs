namespace Judge.Kodu.Model;

/// <summary>An actor with its place.</summary>
internal sealed record ActorAt(Place Place, Actor Actor, PageGraph Pages)
{
    /// <summary>Each stands at one place only; to compare all that hangs on it would go through the whole world.</summary>
    public bool Equals(ActorAt? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Place.GetHashCode();
}

/// <summary>A rule with its place and what stands around it.</summary>
/// <param name="Rule">As the file has it.</param>
/// <param name="Loaded">As the game runs it.</param>
/// <param name="Parent">The rule that it is indented under; null: it stands on its own.</param>
/// <param name="Depth">How many rules it is indented under.</param>
/// <param name="Before">The rule above it on its page; null: it is the first.</param>
internal sealed record RuleAt(Place Place, ActorAt On, Rule Rule, Rule Loaded, RuleAt? Parent, int Depth, RuleAt? Before)
{
    /// <summary>Itself and the rules that it is indented under.</summary>
    public IEnumerable<RuleAt> Line
    {
        get
        {
            for (var at = this; at is not null; at = at.Parent)
            {
                yield return at;
            }
        }
    }

    /// <inheritdoc cref="ActorAt.Equals(ActorAt?)"/>
    public bool Equals(RuleAt? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Place.GetHashCode();

    public bool IsReachable => On.Pages.Reachable.Contains(Place.Page);

    /// <summary>The same for rules that ask the same under the same rule.</summary>
    public (Place? Parent, string Condition) Asks => (Parent?.Place, $"{Loaded.Sensor} {string.Join(' ', Loaded.Filters)}");

    /// <summary>Nothing stands under WHEN, so that it holds whenever it is asked.</summary>
    public bool IsUnconditional => Loaded is { Sensor: "" or "sensor.always", Filters: [] };
}

/// <summary>Every actor and every rule of a world with its place, in the order of the file.</summary>
internal sealed class Census
{
    private Census(World world, IReadOnlyList<ActorAt> actors, IReadOnlyList<RuleAt> rules) =>
        (World, Actors, Rules, Pages) = (world, actors, rules, rules.ToLookup(rule => rule.Place with { Rule = 0 }));

    public World World { get; }

    public IReadOnlyList<ActorAt> Actors { get; }

    public IReadOnlyList<RuleAt> Rules { get; }

    /// <summary>Rules by the places of their pages.</summary>
    public ILookup<Place, RuleAt> Pages { get; }

    public static Census Of(World world)
    {
        var (actors, rules) = (new List<ActorAt>(), new List<RuleAt>());
        foreach (var (level, content) in world.Levels.Index())
        {
            foreach (var (index, actor) in content.Actors.Index())
            {
                var on = new ActorAt(Place.OfActor(level + 1, index + 1), actor, new PageGraph(actor));
                actors.Add(on);
                foreach (var (page, found) in actor.Pages.Index())
                {
                    rules.AddRange(OnPage(on, found, on.Place with { Page = page + 1 }, content.Head));
                }
            }
        }

        return new Census(world, actors, rules);
    }

    /// <summary>
    /// The parent of a rule is kept by a stack, as the game does: it is cut to as many rules as the rule is indented, and its top is the
    /// parent. After a skipped depth the next rule is so a child of the one before, and not its sibling.
    /// </summary>
    private static IEnumerable<RuleAt> OnPage(ActorAt on, IReadOnlyList<Rule> rules, Place page, LevelHead head)
    {
        var above = new List<RuleAt>();
        RuleAt? before = null;
        foreach (var (index, rule) in rules.Index())
        {
            above.RemoveRange(Math.Min(rule.Indent, above.Count), above.Count - Math.Min(rule.Indent, above.Count));
            var at = new RuleAt(
                page with
                {
                    Rule = index + 1,
                },
                on,
                rule,
                Loading.Loaded(rule, head),
                above.Count > 0 ? above[^1] : null,
                above.Count,
                before
            );
            above.Add(at);
            yield return before = at;
        }
    }
}
