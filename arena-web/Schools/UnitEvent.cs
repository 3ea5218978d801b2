using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;

namespace ArenaWeb.Schools;

/// <summary>A line of a unit's history.</summary>
/// <param name="Day"><see cref="DateOnly.MinValue"/>: since ever.</param>
/// <param name="Key">Of the sentence, into which the names go.</param>
/// <param name="TakeBack">What can be taken back as a mistake: name, parent, end; null: nothing.</param>
internal sealed record UnitEvent(DateOnly Day, string Key, string Names, string? TakeBack)
{
    /// <summary>By day; of one day the founding first and the end last.</summary>
    public static IReadOnlyList<UnitEvent> Of(OrgTree tree, OrgUnit unit)
    {
        string Name(UnitId id) => tree.Find(id)?.Name.Name ?? "";
        string All(IEnumerable<OrgUnit> units) => string.Join(", ", units.Select(one => one.Name.Name).Order(UnitOrder.Names));
        var before = tree.Predecessors(unit.Id).ToList();
        return
        [
            .. before.Count > 0
                ? [new UnitEvent(before.Max(one => one.Valid.Last).AddDays(1), "schools.event.carries", All(before), null)]
                : Array.Empty<UnitEvent>(),
            .. unit
                .Names.Index()
                .Select(name => new UnitEvent(
                    name.Index == 0 ? unit.Valid.First : name.Item.From,
                    name.Index == 0 ? "schools.event.first" : "schools.event.name",
                    name.Item.Value.Name,
                    name.Index == 0 ? null : "name"
                ))
                .Concat(unit.Parents.Select(parent => new UnitEvent(parent.From, "schools.event.parent", Name(parent.Value), "parent")))
                .OrderBy(one => one.Day),
            .. unit.Valid.Last < DateOnly.MaxValue
                ? [End(unit, All(unit.Successors.Select(tree.Find).OfType<OrgUnit>()))]
                : Array.Empty<UnitEvent>(),
        ];
    }

    /// <summary>When, in words.</summary>
    public string When(Phrases words) => Day == DateOnly.MinValue ? words["schools.ever"] : words.Date(Day);

    private static UnitEvent End(OrgUnit unit, string heirs) =>
        new(unit.Valid.Last, heirs.Length > 0 ? "schools.event.heirs" : "schools.event.end", heirs, "end");
}
