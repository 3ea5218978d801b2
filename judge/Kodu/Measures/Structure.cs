using Judge.Kodu.Model;

namespace Judge.Kodu.Measures;

/// <summary>Counts of what stands in the file: before old ids are replaced, before the loader mends anything.</summary>
internal static class Structure
{
    private const string Bucket = "scorebucket.";

    public static IEnumerable<(string Name, Measure Measure)> Of(Census census)
    {
        var (rules, actors, levels) = (census.Rules, census.Actors, census.World.Levels);
        var programmed = actors.Where(actor => actor.Actor.IsProgrammed).ToList();
        yield return ("actors", Measure.Of(actors));
        yield return ("actorTypes", new(actors.Select(one => one.Actor.Type).Distinct().Count(), [.. actors.Select(one => one.Place)]));
        yield return ("programmed", Measure.Of(programmed));
        yield return (
            "pages",
            Measure.Of([.. programmed.SelectMany(one => one.Pages.Used, (one, page) => one.Place with { Page = page })])
        );
        yield return ("maxPagesPerActor", Longest(programmed, one => one.Pages.Used.Count));
        yield return ("rules", Measure.Of(rules));
        yield return ("distinctTiles", Measure.Distinct(rules.SelectMany(rule => rule.Rule.Tiles, (rule, id) => (rule, id))));
        yield return ("maxIndent", Deepest(rules));
        yield return ("paths", Whole(levels.Sum(level => level.Ways.Count)));
        yield return ("buckets", Measure.Distinct(rules.SelectMany(Buckets, (rule, bucket) => (rule, bucket))));
        yield return ("once", Measure.Of(rules.Where(rule => rule.Rule.Has("modifier.once"))));
        yield return ("not", Measure.Of(rules.Where(rule => rule.Rule.Has("filter.not"))));
        yield return ("victory", Measure.Of(With(rules, "actuator.victory")));
        yield return ("gameover", Measure.Of(With(rules, "actuator.gameover")));
        yield return ("switch", Measure.Of(With(rules, "actuator.switchtask")));
        yield return (
            "unreachablePages",
            Measure.Of([.. programmed.SelectMany(one => one.Pages.Unreachable, (one, page) => one.Place with { Page = page })])
        );
        yield return ("jumpsToBlankPage", Measure.Of(rules.SelectMany(Blank, (rule, _) => rule)));
        yield return ("emptyRules", Measure.Of(Empty(census)));
        yield return (
            "indentSkips",
            Measure.Of(rules.Where(rule => rule.Rule.Indent > (rule.Before is { } before ? before.Rule.Indent + 1 : 0)))
        );
        yield return ("tutorialSteps", Whole(levels.Sum(level => level.Head.Steps.Count)));
        foreach (var tier in "ABC")
        {
            yield return ("tier" + tier, Measure.Of(rules.Where(rule => SimulationTier.Of(rule.Rule) == tier)));
        }
    }

    /// <summary>Rules that do nothing and that no rule is indented under.</summary>
    private static IEnumerable<RuleAt> Empty(Census census) =>
        census.Pages.SelectMany(page =>
            page.Zip(page.Skip(1).Cast<RuleAt?>().Append(null))
                .Where(pair => pair.First.Rule.Actuator.Length == 0 && !(pair.Second?.Rule.Indent > pair.First.Rule.Indent))
                .Select(pair => pair.First)
        );

    private static IEnumerable<int> Blank(RuleAt rule) => PageGraph.Targets(rule.Rule).Where(page => !rule.On.Pages.Used.Contains(page));

    private static IEnumerable<string> Buckets(RuleAt rule) =>
        rule
            .Rule.Tiles.Where(id => id.Contains(Bucket, StringComparison.Ordinal))
            .Select(id => id[(id.IndexOf(Bucket, StringComparison.Ordinal) + Bucket.Length)..]);

    private static IEnumerable<RuleAt> With(IEnumerable<RuleAt> rules, string actuator) =>
        rules.Where(rule => rule.Rule.Actuator == actuator);

    private static Measure Deepest(IReadOnlyList<RuleAt> rules)
    {
        var most = rules.Select(rule => rule.Rule.Indent).DefaultIfEmpty().Max();
        return new(most, [.. rules.Where(rule => most > 0 && rule.Rule.Indent == most).Select(rule => rule.Place)]);
    }

    private static Measure Longest(IReadOnlyList<ActorAt> actors, Func<ActorAt, int> length)
    {
        var most = actors.Select(length).DefaultIfEmpty().Max();
        return new(most, [.. actors.Where(one => length(one) == most).Select(one => one.Place)]);
    }

    private static Measure Whole(int value) => new(value, []);
}
