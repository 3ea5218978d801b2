namespace ArenaWeb.Puzzles.Rules;

/// <summary>Why a pupil needs somebody.</summary>
[Flags]
internal enum Need
{
    None = 0,

    /// <summary>More runs than most needed.</summary>
    ManyRuns = 1,

    /// <summary>No run for a long time.</summary>
    Idle = 2,

    /// <summary>The same thing went wrong again and again.</summary>
    SameEnd = 4,
}

/// <summary>Who needs help with a level. Pure.</summary>
/// <remarks>
/// After the prompt for hints of code.org (pull request 36488): more runs than those by which three quarters of the users had solved the
/// level, and one. Here it is measured in the contest itself, of those who have solved it.
/// </remarks>
internal static class NeedRule
{
    /// <summary>So long without a run, by the pupil's own clock.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    /// <summary>So often the same end in a row.</summary>
    public const int SameEnds = 4;

    /// <summary>Runs that most need, until it is measured.</summary>
    public const int UsualRuns = 6;

    /// <summary>Fewer pupils who have solved a level say nothing.</summary>
    public const int Enough = 8;

    /// <param name="runs">Of the level, in the order they were made.</param>
    /// <param name="since">By the pupil's clock since the last run, or since the level was opened.</param>
    /// <param name="threshold">From <see cref="Threshold"/>.</param>
    public static Need Of(IReadOnlyList<LevelRun> runs, TimeSpan since, int threshold)
    {
        if (runs.Any(run => run.IsSolved))
        {
            return Need.None;
        }

        var ends = runs.Where(run => run.Stars is not null).Select(run => run.End).TakeLast(SameEnds).ToList();
        return (runs.Count > threshold + 1 ? Need.ManyRuns : Need.None)
            | (since >= Patience ? Need.Idle : Need.None)
            | (ends.Count == SameEnds && ends.Distinct().Count() == 1 ? Need.SameEnd : Need.None);
    }

    /// <summary>Number of runs within which three quarters of those who solved a level had solved it.</summary>
    /// <param name="all">Runs of the level by pupil, each in the order they were made.</param>
    public static int Threshold(IEnumerable<IEnumerable<LevelRun>> all)
    {
        var needed = all.Select(runs => RunsToSolve([.. runs])).OfType<int>().Order().ToList();
        return needed.Count < Enough ? UsualRuns : needed[((3 * needed.Count) + 3) / 4 - 1];
    }

    /// <summary>By label, of the levels that anybody has run.</summary>
    /// <param name="all">Runs of all levels by pupil, each in the order they were made.</param>
    public static IReadOnlyDictionary<string, int> Thresholds(IEnumerable<IReadOnlyList<LevelRun>> all) =>
        all.SelectMany(runs => runs.GroupBy(run => run.Label))
            .GroupBy(runs => runs.Key)
            .ToDictionary(level => level.Key, level => Threshold(level));

    /// <summary>Null: it is not solved yet.</summary>
    public static int? RunsToSolve(IReadOnlyList<LevelRun> runs) =>
        runs.Index().Where(run => run.Item.IsSolved).Select(run => (int?)(run.Index + 1)).FirstOrDefault();
}
