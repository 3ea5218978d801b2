using Judge.Contests;
using Judge.Score;
using Judge.Submit;

namespace Judge.Board;

/// <summary>The try that brought a problem's full mark; the smallest of all is the first to solve it.</summary>
/// <param name="Elapsed">Contest time by the entrant's own clock.</param>
internal readonly record struct Solve(TimeSpan Elapsed, DateTimeOffset At, SubmissionId Submission, EntrantId Entrant) : IComparable<Solve>
{
    public int CompareTo(Solve other) => (Elapsed, At, Submission.Value).CompareTo((other.Elapsed, other.At, other.Submission.Value));
}

/// <summary>An entrant's row before it is ranked, with the solving try of each problem.</summary>
internal sealed record Line(Row Row, IReadOnlyList<Solve?> Solves);

/// <summary>From one entrant's tries to one row.</summary>
internal static class RowRule
{
    /// <summary>Marks are rounded to be shown and added before they are rounded: three thirds of different problems are a whole.</summary>
    /// <param name="moment">Tries of this contest time and later are shown as waiting.</param>
    /// <param name="clock">The entrant's.</param>
    /// <param name="tries">In the order they came in; those outside the entrant's time or of no problem do not count.</param>
    public static Line Of(Contest contest, TimeSpan moment, Clock clock, EntrantId entrant, IReadOnlyList<Judged> tries)
    {
        var places = contest.Problems.Select(problem => PlaceOf(contest, problem, moment, clock, tries)).ToList();
        var row = new Row(
            0,
            entrant,
            PointsRule.Round(places.Sum(place => place.Exact)),
            places.Sum(place => place.Penalty),
            [.. places.Select(place => place.Cell)]
        );
        return new Line(row, [.. places.Select(place => place.Solve)]);
    }

    public static Row WithFirst(Row row, int problem, bool first) =>
        row.Cells[problem].First == first
            ? row
            : row with
            {
                Cells = [.. row.Cells.Select((cell, at) => at == problem ? cell with { First = first } : cell)],
            };

    /// <summary>Whether a reader sees no difference but perhaps the rank.</summary>
    public static bool Same(Row a, Row b) => a.Points == b.Points && a.Penalty == b.Penalty && a.Cells.SequenceEqual(b.Cells);

    private static Place PlaceOf(Contest contest, ContestProblem problem, TimeSpan moment, Clock clock, IReadOnlyList<Judged> tries)
    {
        var tally = CountingRule.Of(
            contest,
            one => clock.ElapsedAt(one.At) >= moment,
            tries.Where(one => one.Label == problem.Label && clock.Counts(one.At))
        );
        var exact = tally.Share * (contest.Scoring == ScoringStyle.Icpc ? 1 : problem.Points);
        var minute = tally.By is { } by ? MinuteOf(clock, by.At) : (int?)null;
        var solve = tally is { IsFull: true, By: { } last }
            ? new Solve(clock.ElapsedAt(last.At), last.At, last.Submission, last.Entrant)
            : (Solve?)null;
        return new Place(
            new Cell(problem.Label, PointsRule.Round(exact), tally.IsFull, tally.Tries, tally.Waiting, minute, false),
            exact,
            contest.HasPenalty ? PenaltyOf(contest, minute, tally.Before) : 0,
            solve
        );
    }

    /// <summary>
    /// ICPC: the minute of the solving try and 20 for each one before it; unsolved problems cost nothing. Points with penalty is VNOJ's
    /// rule (github.com/VNOI-Admin/OJ, judge/contest_format/vnoj.py, without its option "last submission only"): for each problem with
    /// points, the time of the first try with the best mark and 5 minutes for each one before it, compile and judge errors aside. VNOJ adds
    /// up seconds; here minutes are added, as on every board of ours.
    /// </summary>
    private static int PenaltyOf(Contest contest, int? minute, int before) => minute is { } at ? at + (contest.PenaltyMinutes * before) : 0;

    private static int MinuteOf(Clock clock, DateTimeOffset at) => (int)(clock.ElapsedAt(at).Ticks / TimeSpan.TicksPerMinute);

    /// <param name="Exact">Points before they are rounded.</param>
    private sealed record Place(Cell Cell, decimal Exact, int Penalty, Solve? Solve);
}
