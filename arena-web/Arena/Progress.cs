using ArenaWeb.Judgements;
using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;

namespace ArenaWeb.Arena;

/// <summary>How a pupil stands in one problem, by the same rules as the board.</summary>
/// <param name="Points">Marks so far under points scoring; null: none are told yet.</param>
/// <param name="Solved">The full mark is reached, and that may be told.</param>
/// <param name="Best">What the problem's card shows: the submission that counts, else the newest; null: nothing handed in.</param>
internal sealed record Progress(ContestProblem Problem, int Attempts, decimal? Points, bool Solved, OwnSubmission? Best)
{
    /// <param name="handed">All of the pupil's submissions, newest first.</param>
    /// <returns>The sum of the marks before they were rounded, and a line for each problem.</returns>
    public static (decimal Total, IReadOnlyList<Progress> Problems) Of(PupilContest contest, IReadOnlyCollection<OwnSubmission> handed)
    {
        var facts = handed.Select(one =>
            one.Judgement is { } judgement ? Judged.Of(one.Submission).With(judgement) : Judged.Of(one.Submission)
        );
        var row = Standings.AsOf(
            DateTimeOffset.MaxValue,
            contest.Contest,
            [contest.Pupil.Entrant],
            contest.Feedback == Feedback.None ? [] : facts,
            contest.Begun is { } begun ? new Dictionary<EntrantId, DateTimeOffset> { [contest.Pupil.Entrant] = begun } : null
        )[0];
        var byLabel = handed.ToLookup(one => one.Submission.Label, StringComparer.OrdinalIgnoreCase);
        return (
            row.Points,
            [.. row.Cells.Zip(contest.Contest.Problems, (cell, problem) => Of(contest, problem, cell, [.. byLabel[problem.Label]]))]
        );
    }

    /// <summary>
    /// The card of the problem where marks come from several submissions: their sum instead of this one's. The tests of one say nothing of
    /// it.
    /// </summary>
    public ShownResult OnCard(ShownResult one) =>
        Points is not { } points || points == (one.Points is { } own ? PointsRule.Round(own) : null)
            ? one
            : one with
            {
                Code =
                    Solved ? Verdict.Accepted.Code()
                    : points > 0 ? ShownVerdict.Partial
                    : one.Code,
                Points = points,
                Tests = [],
            };

    private static Progress Of(PupilContest contest, ContestProblem problem, Cell cell, IReadOnlyList<OwnSubmission> handed)
    {
        var points = contest.Contest.Scoring != ScoringStyle.Icpc && cell.Attempts > 0 ? cell.Points : (decimal?)null;
        return new(problem, handed.Count, points, cell.Solved, BestOf(contest, problem, handed));
    }

    private static OwnSubmission? BestOf(PupilContest contest, ContestProblem problem, IReadOnlyList<OwnSubmission> handed)
    {
        if (contest.Feedback != Feedback.None && contest.Contest.Counting == Counting.Last)
        {
            return handed.FirstOrDefault(one => one.Judgement is { Verdict: not (Verdict.CompileError or Verdict.JudgeError) })
                ?? handed.FirstOrDefault();
        }

        // Ordering is stable: of equals the newest comes first.
        return handed
            .Select(one => (One: one, Shown: contest.Show(problem, one.Judgement)))
            .OrderByDescending(one => one.Shown.Code == "AC")
            .ThenByDescending(one => one.Shown.Points ?? -1)
            .FirstOrDefault()
            .One;
    }
}
