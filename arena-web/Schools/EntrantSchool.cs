using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;

namespace ArenaWeb.Schools;

/// <summary>A school as its pupils name it, and the unit that it is.</summary>
/// <param name="Unit">Null: no unit bears the name, or several do.</param>
/// <param name="Place">Where it belonged on the day; empty: not known.</param>
internal sealed record EntrantSchool(string Name, int Pupils, OrgUnit? Unit, IReadOnlyList<UnitLabel> Place, bool IsAmbiguous)
{
    /// <param name="named">The school of each pupil.</param>
    public static IReadOnlyList<EntrantSchool> Of(IEnumerable<string> named, OrgTreeAt at, DateOnly today) =>
        [
            .. named
                .GroupBy(Folding.SameName)
                .Select(group =>
                {
                    var units = at.Tree.Named(group.First()).Where(unit => unit.Kind == UnitKind.School && at.Has(unit)).ToList();
                    var unit = units.Count == 1 ? units[0] : null;
                    return new EntrantSchool(
                        group.First(),
                        group.Count(),
                        unit,
                        unit is null ? [] : at.Place(unit, today),
                        units.Count > 1
                    );
                })
                .OrderBy(school => school.Name, UnitOrder.Names),
        ];
}
