using Judge.Contests;
using Judge.Score;

namespace Judge.Board;

/// <summary>The board as a pure function of the facts.</summary>
public static class Standings
{
    /// <summary>
    /// Rows, best first. Every entrant is there from the start. Tries handed in at the moment or later are shown as waiting,
    /// whatever came of them: with the freeze's time this is the frozen board, with <see cref="DateTimeOffset.MaxValue"/>
    /// the open one.
    /// </summary>
    /// <param name="judged">Each submission once, in any order.</param>
    public static IReadOnlyList<Row> AsOf(
        DateTimeOffset moment,
        Contest contest,
        IReadOnlyList<EntrantId> entrants,
        IEnumerable<Judged> judged
    )
    {
        var tries = judged.OrderBy(one => one.At).ThenBy(one => one.Submission.Value).ToLookup(one => one.Entrant);
        var lines = entrants.Select(entrant => RowRule.Of(contest, moment, entrant, [.. tries[entrant]])).ToList();
        var firsts = contest.Problems.Select((_, problem) => lines.Min(line => line.Solves[problem])).ToList();
        var rows = lines.Select(line => Starred(line.Row, firsts)).ToList();

        var rule = new RankRule(contest.Scoring);
        rows.Sort(rule);
        rule.Number(rows, 0, rows.Count);
        return rows;
    }

    private static Row Starred(Row row, List<Solve?> firsts)
    {
        for (var problem = 0; problem < firsts.Count; problem++)
        {
            row = RowRule.WithFirst(row, problem, firsts[problem]?.Entrant == row.Entrant);
        }

        return row;
    }
}
