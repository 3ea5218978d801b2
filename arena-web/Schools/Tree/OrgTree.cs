using ArenaWeb.Words;

namespace ArenaWeb.Schools.Tree;

/// <summary>All units through all days. Never changes: who asks twice gets the same answer.</summary>
internal sealed class OrgTree
{
    public static readonly OrgTree Empty = new([], 0);

    private readonly Dictionary<UnitId, OrgUnit> _units;
    private readonly ILookup<UnitId, OrgUnit> _everUnder;
    private readonly ILookup<UnitId, OrgUnit> _predecessors;
    private readonly Lazy<IReadOnlyList<(OrgUnit Unit, string Plain)>> _names;
    private readonly Lazy<ILookup<string, OrgUnit>> _byName;

    /// <param name="version">Counts the changes that led to it.</param>
    public OrgTree(IEnumerable<OrgUnit> units, long version)
    {
        _units = units.ToDictionary(unit => unit.Id);
        _everUnder = LookUp(unit => unit.Parents.Select(parent => parent.Value).Distinct());
        _predecessors = LookUp(unit => unit.Successors);
        _names = new(() => [.. Units.Select(unit => (unit, string.Join('|', EveryName(unit).Select(Folding.Plain))))]);
        _byName = new(() =>
            Units
                .SelectMany(unit => EveryName(unit).Select(Folding.SameName).Distinct(), (unit, name) => (unit, name))
                .ToLookup(pair => pair.name, pair => pair.unit)
        );
        Version = version;
    }

    public long Version { get; }

    public IReadOnlyCollection<OrgUnit> Units => _units.Values;

    /// <summary>For the next unit: numbers are never given twice, because nothing is deleted.</summary>
    public UnitId NextId => new(_units.Count == 0 ? 1 : _units.Keys.Max(id => id.Value) + 1);

    public OrgUnit? Find(UnitId id) => _units.GetValueOrDefault(id);

    /// <summary>The tree with units in the place of those with the same number, and with new ones.</summary>
    public OrgTree With(IReadOnlyCollection<OrgUnit> units)
    {
        var put = units.Select(unit => unit.Id).ToHashSet();
        return new(_units.Values.Where(unit => !put.Contains(unit.Id)).Concat(units), Version);
    }

    /// <summary>Units with a part of a name, be it an old one, a short one or an alias, with or without marks.</summary>
    public IEnumerable<OrgUnit> Search(string text)
    {
        var wanted = Folding.Plain(text);
        return wanted.Length == 0
            ? []
            : _names.Value.Where(name => name.Plain.Contains(wanted, StringComparison.Ordinal)).Select(name => name.Unit);
    }

    /// <summary>Units that bear or bore exactly this name, short name or alias, whichever way its tones are placed.</summary>
    public IEnumerable<OrgUnit> Named(string name) => _byName.Value[Folding.SameName(name)];

    /// <summary>The tree as it was or will be on a day.</summary>
    public OrgTreeAt AsOf(DateOnly day) => new(this, day);

    /// <summary>Units that had this parent on any day.</summary>
    public IEnumerable<OrgUnit> EverUnder(UnitId parent) => _everUnder[parent];

    /// <summary>Units that this one carries on.</summary>
    public IEnumerable<OrgUnit> Predecessors(UnitId unit) => _predecessors[unit];

    /// <summary>Who carries on what this unit was: itself while it is valid, else its successors, and theirs.</summary>
    /// <returns>Valid on the day; empty: nobody carries on.</returns>
    public IReadOnlyList<OrgUnit> Heirs(UnitId unit, DateOnly day)
    {
        var found = new List<OrgUnit>();
        var seen = new HashSet<UnitId>();
        var open = new Queue<UnitId>([unit]);
        while (open.TryDequeue(out var id))
        {
            if (!seen.Add(id) || Find(id) is not { } one)
            {
                continue;
            }

            if (one.Valid.Contains(day))
            {
                found.Add(one);
            }
            else
            {
                one.Successors.ToList().ForEach(open.Enqueue);
            }
        }
        return found;
    }

    private static IEnumerable<string> EveryName(OrgUnit unit) =>
        unit.Names.SelectMany(name => new[] { name.Value.Name, name.Value.Short }).Concat(unit.Aliases);

    private ILookup<UnitId, OrgUnit> LookUp(Func<OrgUnit, IEnumerable<UnitId>> keys) =>
        _units.Values.SelectMany(keys, (unit, key) => (unit, key)).ToLookup(pair => pair.key, pair => pair.unit);
}
