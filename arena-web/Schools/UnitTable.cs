using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;

namespace ArenaWeb.Schools;

/// <summary>Units as a table shows them.</summary>
/// <param name="AsOf">The day that is looked at, for links; null: today.</param>
/// <param name="WithPlace">Where each belongs is told beside it.</param>
internal sealed record UnitTable(IReadOnlyList<UnitTableRow> Rows, DateOnly? AsOf, bool WithPlace)
{
    public static UnitTable Of(OrgTreeAt at, IEnumerable<OrgUnit> units, DateOnly today, Phrases words, bool withPlace) =>
        new(
            [
                .. units.Select(unit => new UnitTableRow(
                    unit,
                    at.Has(unit) || unit.Valid.Last < at.Day
                        ? new UnitLabel(unit.NameAt(at.Day).Name, unit.Valid.Last < today).Text(words)
                        : unit.Name.Name,
                    at.Place(unit, today).Text(words),
                    at.Schools(unit.Id)
                )),
            ],
            at.Day == today ? null : at.Day,
            withPlace
        );
}

/// <param name="Name">In full, with a mark where it is no more.</param>
/// <param name="Schools">That belong to it, however far down.</param>
internal sealed record UnitTableRow(OrgUnit Unit, string Name, string Place, int Schools);
