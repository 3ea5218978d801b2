using FsCheck;
using FsCheck.Fluent;
using Judge.Marking;
using Judge.Marking.Assignment;

namespace Judge.Tests.Marking.Assignment;

/// <summary>Contests to assign jurors in.</summary>
internal static class Assignments
{
    /// <summary>Small ones with every rule, many of which cannot be solved.</summary>
    public static Gen<AssignmentTask> Small() =>
        from entries in Gen.Choose(1, 8)
        from jurors in Gen.Choose(2, 7)
        from perEntry in Gen.Choose(1, 3)
        from schools in Gen.Choose(0, 4).ArrayOf(entries + jurors)
        from divisions in Gen.Choose(0, 1).ArrayOf(entries)
        from most in Gen.Elements(1, 2, 3, 5, 20, 20, 20).ArrayOf(jurors)
        from conflicts in Gen.Choose(0, entries * jurors - 1).ListOf(4)
        from seed in Gen.Choose(0, 1_000_000)
        select new AssignmentTask
        {
            Seed = $"{seed}",
            PerEntry = perEntry,
            Entries =
            [
                .. Enumerable
                    .Range(0, entries)
                    .Select(at => new DrawnEntry(new EntryId(at), schools[at])
                    {
                        Cluster = schools[at] % 2,
                        Division = divisions[at] == 0 ? "" : "B",
                        Subject = $"s{at % 3}",
                    }),
            ],
            Jurors =
            [
                .. Enumerable
                    .Range(0, jurors)
                    .Select(at => new DrawnJuror(new JurorId(at))
                    {
                        Schools = [schools[entries + at]],
                        Cluster = schools[entries + at] % 2,
                        Divisions = at % 4 == 3 ? [] : ["B"],
                        Subjects = [$"s{at % 3}"],
                        MostSheets = most[at],
                    }),
            ],
            Conflicts = [.. conflicts.Distinct().Select(at => new PlannedSheet(new EntryId(at / jurors), new JurorId(at % jurors)))],
        };

    public static IEnumerable<PlannedSheet> Pairs(this AssignmentPlan plan) =>
        plan.Sheets.Select(sheet => new PlannedSheet(sheet.Entry, sheet.Juror));

    public static HardRule Broken(this AssignmentTask task, PlannedSheet sheet) =>
        AdmissionRule.Broken(
            task.Entries.Single(entry => entry.Id == sheet.Entry),
            task.Jurors.Single(juror => juror.Id == sheet.Juror),
            task.Conflicts.ToHashSet()
        );
}
