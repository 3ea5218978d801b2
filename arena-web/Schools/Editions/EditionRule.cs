using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Schools.Editions;

/// <summary>What can be wrong with the facts of an edition; a sentence for each stands at <c>edition.flaw.</c> and its name.</summary>
internal enum EditionFlaw
{
    None,

    /// <summary>A text that is too long or has signs that no name has.</summary>
    Text,

    /// <summary>No number from 1 to 200, or a number without a series.</summary>
    Number,
    SchoolYear,

    /// <summary>The contest that follows leads back to this one, or is not there.</summary>
    Next,
    DivisionName,
    SameDivision,

    /// <summary>No grades from 1 to 12, or the last before the first.</summary>
    Grades,

    /// <summary>No level that is chosen has any of the grades.</summary>
    Levels,
    TooMany,
}

/// <summary>What has to hold for an edition, and the day as of which it speaks of schools. Pure.</summary>
internal static class EditionRule
{
    public const int MostText = 120;
    public const int MostDivisions = 20;
    private const int MostTags = 10;
    private const int MostNumber = 200;

    private static readonly (SchoolLevels Level, int First, int Last)[] GradesOf =
    [
        (SchoolLevels.Primary, 1, 5),
        (SchoolLevels.LowerSecondary, 6, 9),
        (SchoolLevels.UpperSecondary, 10, 12),
        (SchoolLevels.Continuing, 10, 12),
    ];

    /// <summary>
    /// The day as of which an edition names units: its first, moved into its school year, so that an old edition that is practised today
    /// still speaks of its own time.
    /// </summary>
    public static DateOnly DayOf(Contest contest, Edition edition)
    {
        var start = VietnamTime.DayOf(contest.Start);
        return edition.SchoolYear?.Nearest(start) ?? start;
    }

    /// <param name="all">Every contest that is there, with what follows it.</param>
    public static IReadOnlyList<EditionFlaw> Flaws(Edition edition, IReadOnlyDictionary<ContestId, ContestId?> all) =>
        [
            .. OwnFlaws(edition)
                .Concat(edition.Divisions.SelectMany(OfDivision))
                .Append(OfNext(edition, all))
                .Where(flaw => flaw != EditionFlaw.None)
                .Distinct(),
        ];

    /// <summary>Divisions that take a pupil of the grade from a school.</summary>
    public static IEnumerable<Division> For(Edition edition, int grade, SchoolLevels school) =>
        edition.Divisions.Where(division => division.Takes(grade, school));

    private static IEnumerable<EditionFlaw> OwnFlaws(Edition edition)
    {
        if (edition.Tags.Concat([edition.Series, edition.Round]).Any(text => text.Length > 0 && OrgRule.OfText(text) != UnitFlaw.None))
        {
            yield return EditionFlaw.Text;
        }
        if (edition.Number is < 1 or > MostNumber || (edition.Number is not null && edition.Series.Length == 0))
        {
            yield return EditionFlaw.Number;
        }
        if (edition.Divisions.Count > MostDivisions || edition.Tags.Count > MostTags)
        {
            yield return EditionFlaw.TooMany;
        }
        if (edition.Divisions.CountBy(division => Folding.SameName(division.Name)).Any(same => same.Value > 1))
        {
            yield return EditionFlaw.SameDivision;
        }
    }

    private static IEnumerable<EditionFlaw> OfDivision(Division division)
    {
        if (OrgRule.OfText(division.Name) != UnitFlaw.None)
        {
            yield return EditionFlaw.DivisionName;
        }
        if (division.FirstGrade < 1 || division.LastGrade > 12 || division.LastGrade < division.FirstGrade)
        {
            yield return EditionFlaw.Grades;
        }
        else if (division.Levels != SchoolLevels.None && !GradesOf.Any(level => IsTaught(division, level)))
        {
            yield return EditionFlaw.Levels;
        }
    }

    private static bool IsTaught(Division division, (SchoolLevels Level, int First, int Last) level) =>
        division.Levels.HasFlag(level.Level) && level.First <= division.LastGrade && division.FirstGrade <= level.Last;

    private static EditionFlaw OfNext(Edition edition, IReadOnlyDictionary<ContestId, ContestId?> all)
    {
        var seen = new HashSet<ContestId> { edition.Contest };
        for (var next = edition.Next; next is { } id; next = all[id])
        {
            if (!seen.Add(id) || !all.ContainsKey(id))
            {
                return EditionFlaw.Next;
            }
        }

        return EditionFlaw.None;
    }
}
