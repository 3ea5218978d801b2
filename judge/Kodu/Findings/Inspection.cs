using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Kodu.Tiles;
using Judge.Messages;

namespace Judge.Kodu.Findings;

/// <summary>What is odd about a world that was read: tiles, ways, hands that it passed through, and smells.</summary>
internal static class Inspection
{
    /// <summary>Ids that a finding names; the rest is counted.</summary>
    private const int MostNamed = 5;

    /// <summary>"Quickly" and "slowly" count up to three times.</summary>
    private const int MostOfASpeed = 3;

    public static IReadOnlyList<Finding> Of(Census census, IReadOnlyDictionary<string, Measure> measures) =>
        [.. Tiles(census), .. Ways(census.World), .. Hands(census.World), .. Smelly(census, measures)];

    private static IEnumerable<Finding> Tiles(Census census)
    {
        var tiles = census.Rules.SelectMany(rule => Slotted(rule.Rule), (rule, tile) => new Placed(rule, tile.Slot, tile.Id)).ToList();
        var often = census.Rules.SelectMany(rule => TooMany(rule.Rule), (rule, id) => new Placed(rule, TileSlot.None, id));
        Finding[] found =
        [
            Found(FindingKind.UnknownTile, FindingLevel.Warning, tiles.Where(IsUnknown), (n, ids) => new("kodu.tile.unknown", n, ids)),
            Found(FindingKind.WrongSlot, FindingLevel.Warning, tiles.Where(IsMisplaced), (n, ids) => new("kodu.tile.wrongSlot", n, ids)),
            Found(FindingKind.WrongSlot, FindingLevel.Warning, often, (n, ids) => new("kodu.tile.tooMany", n, ids)),
            Found(FindingKind.ArchivedTile, FindingLevel.Note, tiles.Where(IsOld), (n, ids) => new("kodu.tile.archived", n, ids)),
        ];
        return found.Where(finding => finding.Places.Count > 0);
    }

    /// <summary>A tile where it stands.</summary>
    private readonly record struct Placed(RuleAt Rule, TileSlot Slot, string Id);

    private static bool IsUnknown(Placed tile) => TileTable.SlotOf(tile.Id) == TileSlot.None;

    private static bool IsMisplaced(Placed tile) => !IsUnknown(tile) && TileTable.SlotOf(tile.Id) != tile.Slot;

    private static bool IsOld(Placed tile) => TileTable.Find(tile.Id) is { IsArchived: true } or { Now: not null };

    /// <param name="said">From the number of kinds of tiles, and the names of some.</param>
    private static Finding Found(FindingKind kind, FindingLevel level, IEnumerable<Placed> tiles, Func<int, string, Said> said)
    {
        var found = tiles.ToList();
        var ids = found.Select(one => one.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var named = string.Join(", ", ids.Take(MostNamed)) + (ids.Count > MostNamed ? " …" : "");
        return new Finding(kind, level, said(ids.Count, named), [.. found.Select(one => one.Rule.Place).Distinct()]);
    }

    private static IEnumerable<(TileSlot Slot, string Id)> Slotted(Rule rule) =>
        [
            .. Single(TileSlot.Sensor, rule.Sensor),
            .. rule.Filters.Select(id => (TileSlot.Filter, id)),
            .. Single(TileSlot.Actuator, rule.Actuator),
            .. Single(TileSlot.Selector, rule.Selector),
            .. rule.Modifiers.Select(id => (TileSlot.Modifier, id)),
        ];

    private static (TileSlot, string)[] Single(TileSlot slot, string id) => id.Length > 0 ? [(slot, id)] : [];

    /// <summary>Tiles that stand in a rule more often than the editor allows.</summary>
    private static IEnumerable<string> TooMany(Rule rule) =>
        rule.Tiles.CountBy(id => id).Where(one => one.Value > Most(one.Key)).Select(one => one.Key);

    private static double Most(string id) =>
        TileTable.Find(id) is { Kind: "SpeedModifier" } speed ? speed.Number("maxCount") ?? MostOfASpeed
        : id is "modifier.once" or "filter.not" ? 1
        : TileTable.Find(id)?.Number("maxCount") ?? double.PositiveInfinity;

    private static IEnumerable<Finding> Ways(World world) =>
        world
            .Levels.Index()
            .Where(level => level.Item.Ways.Any(way => way.Edges.Any(edge => !Is(edge.First, way) || !Is(edge.Second, way))))
            .Select(level => new Finding(
                FindingKind.PathEdge,
                FindingLevel.Warning,
                new Said("kodu.path.edge"),
                new Place(level.Index + 1, 0, 0, 0)
            ));

    private static bool Is(int node, Way way) => node >= 0 && node < way.Nodes.Count;

    /// <summary>Their names are personal and stay out of the sentence.</summary>
    private static IEnumerable<Finding> Hands(World world) =>
        world
            .Levels.SelectMany(level => level.Head.Gamertags)
            .Where(tag => tag.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count()
            is > 1
                and var hands
            ? [new Finding(FindingKind.Provenance, FindingLevel.Note, new Said("kodu.hands", hands))]
            : [];

    private static IEnumerable<Finding> Smelly(Census census, IReadOnlyDictionary<string, Measure> measures) =>
        Smells
            .Of(census, measures)
            .OrderBy(smell => smell.Key)
            .Select(smell => new Finding(
                FindingKind.Smell,
                FindingLevel.Warning,
                new Said($"kodu.smell.{smell.Key}"),
                [.. smell.Distinct()]
            ));
}
