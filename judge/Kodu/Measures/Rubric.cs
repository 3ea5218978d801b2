using Judge.Problems.Package;

namespace Judge.Kodu.Measures;

/// <summary>Eight sides of a world, each in a band from 0 to 3. What a band asks for is data: organisers may hand in their own.</summary>
/// <param name="Dimensions">In their order, by name.</param>
internal sealed record Rubric(IReadOnlyDictionary<string, IReadOnlyList<Band>> Dimensions)
{
    private static readonly string[] Known = ["conditions", "logic", "flow", "data", "roles", "interaction", "goal", "city"];

    private static readonly string[] Bands = ["1", "2", "3"];
    private static readonly string[] Ways = ["all", "any", "most"];

    /// <summary>A proposal of ours, to be checked against jurors before it counts.</summary>
    public static Rubric Usual { get; } = Embedded();

    /// <summary>The band of each dimension.</summary>
    public IReadOnlyList<Rating> Rate(IReadOnlyDictionary<string, Measure> measures) =>
        [
            .. Dimensions.Select(one => new Rating(
                one.Key,
                one.Value.TakeWhile(band => band.Holds(measures)).Count(),
                Shown(one.Value, measures)
            )),
        ];

    /// <exception cref="Judge.Problems.PackageException">A dimension or a measure is unknown, or a threshold is no number.</exception>
    public static Rubric Parse(YamlMap map)
    {
        map.Allow(Known);
        return new Rubric(Known.Where(map.Has).ToDictionary(name => name, name => Parsed(map, name)));
    }

    private static IReadOnlyList<Band> Parsed(YamlMap map, string dimension)
    {
        var bands = map.Map(dimension)!;
        bands.Allow(Bands);
        return [.. Bands.Where(bands.Has).Select(band => Parsed(bands.Map(band)!))];
    }

    private static Band Parsed(YamlMap band)
    {
        band.Allow(Ways);
        return new Band(Thresholds(band, "all"), Thresholds(band, "any"), Thresholds(band, "most"));
    }

    private static IReadOnlyDictionary<string, int> Thresholds(YamlMap band, string way)
    {
        var map = band.Map(way);
        map?.Allow([.. Measured.Names]);
        return map?.Keys.ToDictionary(name => name, name => (int)map.Number(name, 0, int.MaxValue)!) ?? [];
    }

    /// <summary>The measures that any band of the dimension asks for, each once.</summary>
    private static IReadOnlyDictionary<string, Measure> Shown(IReadOnlyList<Band> bands, IReadOnlyDictionary<string, Measure> measures) =>
        bands
            .SelectMany(band => band.All.Keys.Concat(band.Any.Keys).Concat(band.Most.Keys))
            .Distinct()
            .ToDictionary(name => name, name => measures.GetValueOrDefault(name, Band.Nothing));

    private static Rubric Embedded()
    {
        using var stream = typeof(Rubric).Assembly.GetManifestResourceStream("Judge.Kodu.Measures.rubric.yaml")!;
        using var reader = new StreamReader(stream);
        return Parse(YamlMap.Parse(reader.ReadToEnd(), "rubric.yaml"));
    }
}

/// <summary>What a band asks for beyond the one below it.</summary>
/// <param name="All">Measures that must each reach a number.</param>
/// <param name="Any">Measures of which one must reach its number; empty: none is asked for.</param>
/// <param name="Most">Measures that must not exceed a number.</param>
internal sealed record Band(
    IReadOnlyDictionary<string, int> All,
    IReadOnlyDictionary<string, int> Any,
    IReadOnlyDictionary<string, int> Most
)
{
    public static Measure Nothing { get; } = new(0, []);

    public bool Holds(IReadOnlyDictionary<string, Measure> measures)
    {
        return All.All(one => Value(one.Key) >= one.Value)
            && (Any.Count == 0 || Any.Any(one => Value(one.Key) >= one.Value))
            && Most.All(one => Value(one.Key) <= one.Value);

        int Value(string name) => measures.GetValueOrDefault(name, Nothing).Value;
    }
}

/// <param name="Band">From 0 to 3.</param>
/// <param name="Measures">What the band follows from.</param>
internal sealed record Rating(string Dimension, int Band, IReadOnlyDictionary<string, Measure> Measures);
