using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;

namespace ArenaWeb.Rosters;

/// <summary>Rows of a list of pupils that may be one and the same pupil.</summary>
internal static class PupilClashes
{
    public static void Find(IReadOnlyList<PupilLine> lines, IReadOnlyDictionary<RosterColumn, int> columns, List<Issue> issues)
    {
        foreach (var same in lines.Where(line => line.Key is not null).GroupBy(line => line.Key).SelectMany(Later))
        {
            issues.Add(new(same.Line.Line, columns[RosterColumn.Key], Flaw.DoubleKey, Place(same.Line, same.First)));
        }

        foreach (var same in lines.GroupBy(SameAs).SelectMany(Later).Where(same => same.Line.Key is null || same.First.Key is null))
        {
            var flaw = SameClass(same.Line, same.First) ? Flaw.SamePerson : Flaw.TwoClasses;
            issues.Add(new(same.Line.Line, columns[RosterColumn.Name], flaw, Place(same.Line, same.First)));
        }
    }

    /// <summary>Namesakes of one grade; where the list has their birthdays, only those who share one.</summary>
    private static (string, int, BirthText?) SameAs(PupilLine line) => (Folding.SameName(line.Name), line.Grade, line.Birth);

    private static bool SameClass(PupilLine one, PupilLine other) => Folding.Plain(one.Class) == Folding.Plain(other.Class);

    private static IEnumerable<(PupilLine Line, PupilLine First)> Later(IEnumerable<PupilLine> group) =>
        group.Skip(1).Select(line => (line, group.First()));

    private static string Place(PupilLine line, PupilLine first) =>
        FormattableString.Invariant($"{line.Name}, {line.Class} ({first.Line}: {first.Class})");
}
