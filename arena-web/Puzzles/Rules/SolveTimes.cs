namespace ArenaWeb.Puzzles.Rules;

/// <summary>How long a pupil can have built at what solved a level, at most. Pure.</summary>
internal static class SolveTimes
{
    /// <summary>
    /// The first run of each level that solved it, with the time within which its program was built. That begins with the last run of
    /// another level before the first one of this level: what was begun, left and finished later is not called fast.
    /// </summary>
    /// <param name="runs">Of one pupil, in the order they were made.</param>
    /// <param name="begun">When the pupil's time began; null: not known.</param>
    /// <returns>Null for the time: it is not known, as when a page was without a line and only says when it ran.</returns>
    public static IEnumerable<(LevelRun Run, TimeSpan? Within)> Of(IReadOnlyList<LevelRun> runs, DateTimeOffset? begun) =>
        from level in runs.Index().GroupBy(run => run.Item.Label)
        let first = level.First().Index
        let solved = level.FirstOrDefault(run => run.Item.IsSolved).Item
        where solved is not null
        let since = first == 0 ? begun : runs[first - 1].At
        select (solved, solved.Late is null ? solved.At - since : null);
}
