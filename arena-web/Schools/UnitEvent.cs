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
        var names = unit.Names.Index().Select(name => OfName(unit, name.Index, name.Item));
        var parents = unit.Parents.Select(parent => new UnitEvent(parent.From, "schools.event.parent", Name(parent.Value), "parent"));
        var carries = tree.Predecessors(unit.Id)
            .GroupBy(one => one.Valid.Last.AddDays(1))
            .Select(group => new UnitEvent(group.Key, "schools.event.carries", All(group), null));
        var heirs = All(unit.Successors.Select(tree.Find).OfType<OrgUnit>());
        return
        [
            .. names.Concat(carries).Concat(parents).OrderBy(one => one.Day),
            .. Enumerable.Repeat(End(unit, heirs), unit.Valid.Last < DateOnly.MaxValue ? 1 : 0),
        ];
    }

    /// <summary>When, in words.</summary>
    public string When(Phrases words) => Day == DateOnly.MinValue ? words["schools.ever"] : words.Date(Day);

    private static UnitEvent OfName(OrgUnit unit, int place, Since<UnitName> name) =>
        place == 0
            ? new(unit.Valid.First, "schools.event.first", name.Value.Name, null)
            : new(name.From, "schools.event.name", name.Value.Name, "name");

    private static UnitEvent End(OrgUnit unit, string heirs) =>
        new(unit.Valid.Last, heirs.Length > 0 ? "schools.event.heirs" : "schools.event.end", heirs, "end");
}
