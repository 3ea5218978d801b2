namespace ArenaWeb.Schools.Tree;

/// <summary>The units of one day, and who belongs to whom on it.</summary>
internal sealed class OrgTreeAt(OrgTree tree, DateOnly day)
{
    public OrgTree Tree => tree;

    public DateOnly Day => day;

    public bool Has(OrgUnit unit) => unit.Valid.Contains(day);

    /// <returns>Null: the unit has none on that day, or is not there itself.</returns>
    public OrgUnit? Parent(OrgUnit unit) =>
        Has(unit) && unit.ParentAt(day) is { } id && tree.Find(id) is { } parent && Has(parent) ? parent : null;

    /// <summary>From the parent up.</summary>
    public IEnumerable<OrgUnit> Ancestors(OrgUnit unit)
    {
        for (var parent = Parent(unit); parent is not null; parent = Parent(parent))
        {
            yield return parent;
        }
    }

    /// <summary>In the order of <see cref="UnitOrder"/>.</summary>
    public IReadOnlyList<OrgUnit> Children(UnitId parent) => [.. Below(parent).Order(UnitOrder.At(day))];

    /// <summary>How many schools belong to a unit, however far down.</summary>
    public int Schools(UnitId unit) => Below(unit).Sum(child => child.Kind == UnitKind.School ? 1 : Schools(child.Id));

    /// <summary>Units that nobody is above of, in the order of <see cref="UnitOrder"/>.</summary>
    public IReadOnlyList<OrgUnit> Roots() => [.. tree.Units.Where(unit => Has(unit) && Parent(unit) is null).Order(UnitOrder.At(day))];

    /// <summary>Whether a unit is that one or belongs to it, such as a school to a cluster.</summary>
    public bool IsWithin(OrgUnit unit, UnitId scope) => Has(unit) && (unit.Id == scope || Ancestors(unit).Any(above => above.Id == scope));

    /// <summary>
    /// Where a unit is, from near to far and without the Sở, which is the same for all: "phường Bàn Cờ", "cụm 5".
    /// </summary>
    /// <param name="today">Tells which of them are no more.</param>
    public IReadOnlyList<UnitLabel> Place(OrgUnit unit, DateOnly today) =>
        [.. Ancestors(unit).Where(above => above.Kind != UnitKind.Department).Select(above => Label(above, today))];

    public UnitLabel Label(OrgUnit unit, DateOnly today) => new(unit.NameAt(day).Short, IsFormer: unit.Valid.Last < today);

    private IEnumerable<OrgUnit> Below(UnitId parent) => tree.EverUnder(parent).Where(child => Parent(child)?.Id == parent);
}

/// <summary>What a unit is called on a page.</summary>
/// <param name="IsFormer">It is no more today: "Quận 3 (cũ)".</param>
internal readonly record struct UnitLabel(string Name, bool IsFormer);
