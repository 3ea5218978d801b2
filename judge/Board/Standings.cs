using Judge.Contests;
using Judge.Score;

namespace Judge.Board;

/// <summary>The board as a pure function of the facts.</summary>
public static class Standings
{
    /// <summary>Nothing is hidden.</summary>
    public static TimeSpan Open => TimeSpan.MaxValue;

    /// <summary>
    /// Rows, best first. Every entrant is there from the start. Tries handed in at the moment or later are shown as waiting,
    /// whatever came of them, with <see cref="DateTimeOffset.MaxValue"/> none.
    /// </summary>
    /// <param name="moment">Of the clock that all have; each entrant's tries are held to the same contest time.</param>
    public static IReadOnlyList<Row> AsOf(
        DateTimeOffset moment,
        Contest contest,
        IReadOnlyList<EntrantId> entrants,
        IEnumerable<Judged> judged,
        IReadOnlyDictionary<EntrantId, DateTimeOffset>? begun = null
    ) => AsOf(moment == DateTimeOffset.MaxValue ? Open : ElapsedAt(contest, moment), contest, entrants, judged, begun);

    /// <summary>The same by contest time: with the freeze's this is the frozen board.</summary>
    /// <param name="judged">Each submission once, in any order.</param>
    /// <param name="begun">When entrants pressed start; null: nobody has, or all start at once.</param>
    public static IReadOnlyList<Row> AsOf(
        TimeSpan moment,
        Contest contest,
        IReadOnlyList<EntrantId> entrants,
        IEnumerable<Judged> judged,
        IReadOnlyDictionary<EntrantId, DateTimeOffset>? begun = null
    )
    {
        var clocks = new Clocks(contest, begun);
        var tries = judged.OrderBy(one => one.At).ThenBy(one => one.Submission.Value).ToLookup(one => one.Entrant);
        var lines = entrants.Select(entrant => RowRule.Of(contest, moment, clocks[entrant], entrant, [.. tries[entrant]])).ToList();
        var firsts = contest.Problems.Select((_, problem) => lines.Min(line => line.Solves[problem])).ToList();
        var rows = lines.Select(line => Starred(line.Row, firsts)).ToList();

        var rule = new RankRule(contest.Scoring);
        rows.Sort(rule);
        rule.Number(rows, 0, rows.Count);
        return rows;
    }

    /// <summary>Contest time by the clock of all; before the start it is less than nothing, which hides everything.</summary>
    private static TimeSpan ElapsedAt(Contest contest, DateTimeOffset moment) =>
        moment < contest.Start ? moment - contest.Start : Clock.OfAll(contest).ElapsedAt(moment);

    private static Row Starred(Row row, List<Solve?> firsts)
    {
        for (var problem = 0; problem < firsts.Count; problem++)
        {
            row = RowRule.WithFirst(row, problem, firsts[problem]?.Entrant == row.Entrant);
        }

        return row;
    }
}
