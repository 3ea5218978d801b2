using Judge.Messages;

namespace Judge.Marking.Assignment;

/// <summary>Why a juror never marks an entry.</summary>
public enum HardRule
{
    None,

    /// <summary>Has dropped out.</summary>
    Gone,
    OwnSchool,

    /// <summary>Author, supervisor, declared conflict, or a recusal.</summary>
    Conflict,
    Division,

    /// <summary>Has as many sheets as agreed.</summary>
    Load,
}

/// <summary>Who may mark what, and what a plan would rather avoid.</summary>
public static class AdmissionRule
{
    private const int SameCluster = 10;
    private const int OtherSubject = 4;

    /// <summary>The first rule that a pair breaks, how many sheets the juror has left aside. A draw never breaks one.</summary>
    public static HardRule Broken(DrawnEntry entry, DrawnJuror juror, IReadOnlySet<PlannedSheet> conflicts) =>
        juror.Schools.Contains(entry.School) ? HardRule.OwnSchool
        : conflicts.Contains(new PlannedSheet(entry.Id, juror.Id)) ? HardRule.Conflict
        : entry.Division.Length > 0 && !juror.Divisions.Contains(entry.Division) ? HardRule.Division
        : juror.IsGone ? HardRule.Gone
        : HardRule.None;

    /// <summary>
    /// The first rule that a sheet would break which somebody sets by hand. It is set all the same only with a reason, told in the minutes.
    /// </summary>
    /// <param name="sheets">Of the plan so far.</param>
    public static HardRule BrokenByHand(AssignmentTask task, IEnumerable<PlannedSheet> sheets, PlannedSheet set)
    {
        var juror = task.Jurors.Single(one => one.Id == set.Juror);
        var broken = Broken(task.Entries.Single(one => one.Id == set.Entry), juror, task.Conflicts.ToHashSet());
        var isFull = sheets.Count(sheet => sheet.Juror == set.Juror && sheet != set) >= juror.MostSheets;
        return broken == HardRule.None && isFull ? HardRule.Load : broken;
    }

    /// <summary>What is told of a rule, to whoever sets a sheet by hand or asks why no plan comes out.</summary>
    /// <param name="jurors">How many jurors it keeps away.</param>
    public static Said Say(HardRule rule, int jurors) =>
        rule switch
        {
            HardRule.Gone => new("marking.rule.gone", jurors),
            HardRule.OwnSchool => new("marking.rule.ownSchool", jurors),
            HardRule.Conflict => new("marking.rule.conflict", jurors),
            HardRule.Division => new("marking.rule.division", jurors),
            HardRule.Load => new("marking.rule.load", jurors),
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };

    /// <summary>What a pair costs, without the lot: a draw makes the sum of all as small as can be.</summary>
    public static int Cost(DrawnEntry entry, DrawnJuror juror) =>
        (IsSameCluster(entry, juror) ? SameCluster : 0) + (IsOtherSubject(entry, juror) ? OtherSubject : 0);

    internal static bool IsSameCluster(DrawnEntry entry, DrawnJuror juror) => entry.Cluster is { } own && juror.Cluster == own;

    internal static bool IsOtherSubject(DrawnEntry entry, DrawnJuror juror) =>
        entry.Subject.Length > 0 && !juror.Subjects.Contains(entry.Subject);
}
