using Judge.Kodu.Model;

namespace Judge.Kodu.Measures;

/// <summary>Everything that is counted of a world, by name.</summary>
internal static class Measured
{
    public static IReadOnlyDictionary<string, Measure> Of(Census census) =>
        Structure
            .Of(census)
            .Concat(Concepts.Of(census))
            .Concat(CityMeasures.Of(census))
            .Concat(
                Idioms
                    .Of(census)
                    .GroupBy(found => found.Idiom)
                    .Select(found => ($"idiom{found.Key}", Measure.Of([.. found.Select(one => one.Place)])))
            )
            .ToDictionary(one => one.Item1, one => one.Item2, StringComparer.Ordinal);

    /// <summary>The names that there are, whatever the world.</summary>
    public static IReadOnlySet<string> Names { get; } =
        Of(Census.Of(new World(WorldPacking.Zip, [], [], null)))
            .Keys.Concat(Enum.GetValues<Idiom>().Except([Idiom.None]).Select(idiom => $"idiom{idiom}"))
            .ToHashSet(StringComparer.Ordinal);
}
