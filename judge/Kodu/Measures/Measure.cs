using Judge.Kodu.Model;

namespace Judge.Kodu.Measures;

/// <summary>A number with the places that made it.</summary>
internal sealed record Measure(int Value, IReadOnlyList<Place> Places)
{
    public static Measure Of(IEnumerable<RuleAt> rules) => Of([.. rules.Select(rule => rule.Place)]);

    public static Measure Of(IEnumerable<ActorAt> actors) => Of([.. actors.Select(actor => actor.Place)]);

    /// <summary>As many as there are places.</summary>
    public static Measure Of(IReadOnlyList<Place> places) => new(places.Count, places);

    /// <summary>The number of different values, with the rules that have one.</summary>
    public static Measure Distinct<T>(IEnumerable<(RuleAt Rule, T Value)> values)
    {
        var found = values.ToList();
        return new Measure(found.Select(one => one.Value).Distinct().Count(), [.. found.Select(one => one.Rule.Place).Distinct()]);
    }
}
