using FsCheck;
using FsCheck.Fluent;
using Judge.Marking;
using Judge.Marking.Assignment;
using Judge.Marking.Draw;

namespace Judge.Tests.Marking.Assignment;

/// <summary>Contests to assign jurors in.</summary>
internal static class Assignments
{
    /// <summary>As in a city: schools of unlike size in 16 clusters, six subjects, jurors of some schools with two subjects.</summary>
    public static AssignmentTask City(int entries, int jurors, string seed = "seed", int perEntry = 3)
    {
        var lots = new Xoshiro($"{entries} {jurors}");
        var schools = Math.Max(4, entries / 5);
        return new AssignmentTask
        {
            Seed = seed,
            PerEntry = perEntry,
            Entries =
            [
                .. Enumerable
                    .Range(1, entries)
                    .Select(at => (Id: at, School: Math.Min(lots.Next(schools), lots.Next(schools))))
                    .Select(one => new DrawnEntry(new EntryId(one.Id), one.School)
                    {
                        Cluster = one.School % 16,
                        Subject = $"s{lots.Next(6)}",
                    }),
            ],
            Jurors =
            [
                .. Enumerable
                    .Range(1, jurors)
                    .Select(at => (Id: at, School: lots.Next(schools), Subject: lots.Next(6)))
                    .Select(one => new DrawnJuror(new JurorId(one.Id))
                    {
                        Schools = [one.School],
                        Cluster = one.School % 16,
                        Subjects = [$"s{one.Subject}", $"s{(one.Subject + 1 + lots.Next(5)) % 6}"],
                    }),
            ],
        };
    }

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
