using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;

namespace ArenaWeb.Rosters;

/// <summary>A school's pupils as a list to take away. The key of the education database stays here. Pure.</summary>
internal static class PupilSheet
{
    public static SheetExport Of(IEnumerable<Pupil> pupils, Phrases words) =>
        new(
            words["roster.sheet.pupils"],
            [words["roster.sheet.name"], words["roster.column.Class"], words["roster.column.Grade"]],
            [.. pupils.Select(pupil => (IReadOnlyList<SheetValue>)[pupil.Name, pupil.Class, pupil.Grade])]
        );
}
