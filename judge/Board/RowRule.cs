using Judge.Contests;
using Judge.Score;
using Judge.Submit;

namespace Judge.Board;

/// <summary>The try that solved a problem; the smallest of all is the first to solve it.</summary>
internal readonly record struct Solve(DateTimeOffset At, SubmissionId Submission, EntrantId Entrant) : IComparable<Solve>
{
    public int CompareTo(Solve other) => (At, Submission.Value).CompareTo((other.At, other.Submission.Value));
}

/// <summary>An entrant's row before it is ranked, with the solving try of each problem.</summary>
internal sealed record Line(Row Row, IReadOnlyList<Solve?> Solves);

/// <summary>From one entrant's tries to one row.</summary>
internal static class RowRule
{
    /// <param name="tries">In the order they came in; those outside the window or of no problem do not count.</param>
    public static Line Of(Contest contest, DateTimeOffset moment, EntrantId entrant, IReadOnlyList<Judged> tries)
    {
        var cells = contest.Problems.Select(problem => CellOf(contest, problem, moment, tries)).ToList();
        var penalty = contest.Scoring == ScoringStyle.Icpc
            ? cells.Where(cell => cell.Cell.Solved).Sum(cell => cell.Cell.Minute!.Value + (contest.PenaltyMinutes * (cell.Cell.Attempts - 1)))
            : 0;
        var row = new Row(0, entrant, PointsRule.Round(cells.Sum(cell => cell.Exact)), penalty, [.. cells.Select(cell => cell.Cell)]);
        return new Line(row, [.. cells.Select(cell => cell.Solve)]);
    }

    public static Row WithFirst(Row row, int problem, bool first) =>
        row.Cells[problem].First == first
            ? row
            : row with { Cells = [.. row.Cells.Select((cell, at) => at == problem ? cell with { First = first } : cell)] };

    /// <summary>Whether a reader sees no difference but perhaps the rank.</summary>
    public static bool Same(Row a, Row b) => a.Points == b.Points && a.Penalty == b.Penalty && a.Cells.SequenceEqual(b.Cells);

    /// <summary>
    /// Marks are rounded to be shown and added before they are rounded: three thirds of different problems are a whole, and equal
    /// work shares a rank. Tries after the solving one are not looked at. Compile and judge errors cost nothing. Points: the best share counts.
    /// ICPC: each rejected try before the solving one costs penalty.
    /// </summary>
    private static (Cell Cell, decimal Exact, Solve? Solve) CellOf(Contest contest, ContestProblem problem, DateTimeOffset moment, IReadOnlyList<Judged> tries)
    {
        var (attempts, waiting, best, bestAt) = (0, 0, 0m, (DateTimeOffset?)null);
        foreach (var one in tries.Where(one => one.Label == problem.Label && one.At >= contest.Start && one.At < contest.End))
        {
            if (one.Verdict == Verdict.None || one.At >= moment)
            {
                waiting++;
                continue;
            }

            if (one.Verdict is Verdict.CompileError or Verdict.JudgeError)
            {
                continue;
            }

            attempts++;
            if (PointsOf(contest, problem, one) is var points && points > best)
            {
                (best, bestAt) = (points, one.At);
            }

            if (one.Verdict == Verdict.Accepted)
            {
                var solved = new Cell(problem.Label, PointsRule.Round(best), true, attempts, waiting, MinuteOf(contest, bestAt ?? one.At), false);
                return (solved, best, new Solve(one.At, one.Submission, one.Entrant));
            }
        }

        var open = new Cell(problem.Label, PointsRule.Round(best), false, attempts, waiting, bestAt is { } at ? MinuteOf(contest, at) : null, false);
        return (open, best, null);
    }

    private static decimal PointsOf(Contest contest, ContestProblem problem, Judged one) =>
        contest.Scoring == ScoringStyle.Icpc
            ? one.Verdict == Verdict.Accepted ? 1 : 0
            : Math.Clamp(one.Share, 0, 1) * problem.Points;

    private static int MinuteOf(Contest contest, DateTimeOffset at) => (int)((at - contest.Start).Ticks / TimeSpan.TicksPerMinute);
}
