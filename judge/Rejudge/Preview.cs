using Judge.Board;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace Judge.Rejudge;

/// <summary>What came of one submission, without a rejudging and with it.</summary>
public readonly record struct Again(Judged Before, Judged After)
{
    /// <summary>A board, a page or a feed would say something else.</summary>
    /// <remarks>An earlier version rounded each share to 12 places, which is no difference.</remarks>
    public bool Differs =>
        Counts
        && !(
            Before.Verdict == After.Verdict
            && IsSame(Before.Share, After.Share)
            && Before.Groups.Count == After.Groups.Count
            && Before.Groups.Zip(After.Groups).All(group => IsSame(group.First, group.Second))
        );

    /// <summary>False: the judges failed, which is no reason to take anything from anybody.</summary>
    private bool Counts => After.Verdict is not (Verdict.None or Verdict.JudgeError);

    private static bool IsSame(decimal one, decimal other) => decimal.Round(one - other, Judged.SharePlaces) == 0;
}

/// <summary>One submission whose judgement changes.</summary>
public sealed record SubmissionChange(
    SubmissionId Submission,
    string Label,
    Verdict Before,
    Verdict After,
    decimal ShareBefore,
    decimal ShareAfter
);

/// <summary>What changes for one entrant on the open board.</summary>
/// <param name="Submissions">In the order they came in; empty: only others change, and the rank or a star with them.</param>
public sealed record EntrantChange(Row Before, Row After, IReadOnlyList<SubmissionChange> Submissions)
{
    public EntrantId Entrant => Before.Entrant;
}

/// <summary>What a rejudging changes.</summary>
/// <param name="Entrants">The greatest change first: of points, then of penalty, then of rank.</param>
/// <param name="Failed">Submissions where the judges failed, in the order they came in; they keep what they have.</param>
public sealed record Preview(IReadOnlyList<EntrantChange> Entrants, IReadOnlyList<SubmissionId> Failed)
{
    /// <summary>Number of submissions whose judgement changes.</summary>
    public int Submissions => Entrants.Sum(entrant => entrant.Submissions.Count);

    /// <summary>Compares the board without the rejudging to the one with it.</summary>
    /// <remarks>Solved or not is all that ICPC scoring asks: a share of tests there depends on where judging stopped.</remarks>
    /// <param name="begun">When entrants pressed start; null: all start at once.</param>
    /// <param name="facts">All submissions of the contest; of those in <paramref name="again"/> it does not matter which judgement.</param>
    internal static Preview Of(
        Contest contest,
        IReadOnlyList<EntrantId> entrants,
        IReadOnlyList<Judged> facts,
        IReadOnlyCollection<Again> again,
        IReadOnlyDictionary<EntrantId, DateTimeOffset>? begun = null
    )
    {
        var changed = again.Where(one => one.Differs && (contest.Scoring != ScoringStyle.Icpc || one.Before.Verdict != one.After.Verdict));
        var before = Rows(again.ToDictionary(one => one.Before.Submission, one => one.Before));
        var after = Rows(again.ToDictionary(one => one.Before.Submission, one => one.Differs ? one.After : one.Before));
        var submissions = changed
            .OrderBy(one => one.Before.Submission.Value)
            .ToLookup(
                one => one.Before.Entrant,
                one => new SubmissionChange(
                    one.Before.Submission,
                    one.Before.Label,
                    one.Before.Verdict,
                    one.After.Verdict,
                    one.Before.Share,
                    one.After.Share
                )
            );
        return new Preview(
            [
                .. entrants
                    .Select(entrant => new EntrantChange(before[entrant], after[entrant], [.. submissions[entrant]]))
                    .Where(IsChange)
                    .Order(Greatest),
            ],
            [.. again.Where(one => one.After.Verdict == Verdict.JudgeError).Select(one => one.Before.Submission).OrderBy(id => id.Value)]
        );

        Dictionary<EntrantId, Row> Rows(Dictionary<SubmissionId, Judged> known) =>
            Standings
                .AsOf(
                    DateTimeOffset.MaxValue,
                    contest,
                    entrants,
                    facts.Select(fact => known.GetValueOrDefault(fact.Submission, fact)),
                    begun
                )
                .ToDictionary(row => row.Entrant);
    }

    private static readonly Comparer<EntrantChange> Greatest = Comparer<EntrantChange>.Create(
        (one, other) => Size(other).CompareTo(Size(one))
    );

    private static bool IsChange(EntrantChange change) =>
        change.Submissions.Count > 0 || change.Before.Rank != change.After.Rank || !RowRule.Same(change.Before, change.After);

    private static (decimal, int, int, long) Size(EntrantChange change) =>
        (
            Math.Abs(change.After.Points - change.Before.Points),
            Math.Abs(change.After.Penalty - change.Before.Penalty),
            Math.Abs(change.After.Rank - change.Before.Rank),
            -change.Entrant.Value
        );
}
