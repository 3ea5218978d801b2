using Judge.Events;
using Judge.Problems;
using Judge.Score;

namespace Drill;

/// <summary>What is left when all is over.</summary>
/// <param name="Accepted">Numbers that pupils were told, with what each of them should get.</param>
/// <param name="Verdicts">All judgements that are stored.</param>
/// <param name="Boards">The board as each arena shows it.</param>
/// <param name="Idle">The longest time that work lay beside a free slot.</param>
internal sealed record DrillFacts(
    IReadOnlyDictionary<long, Judgement> Accepted,
    IReadOnlyList<StoredVerdict> Verdicts,
    IReadOnlyList<StoredEvent> Events,
    IReadOnlyList<Dispatch> Dispatches,
    IReadOnlyList<string> Boards,
    TimeSpan Idle
);

internal sealed record StoredVerdict(long Submission, Verdict Verdict, decimal Share);

internal sealed record StoredEvent(long Sequence, EventKind Kind, long Subject);

/// <summary>What must hold whatever went wrong meanwhile.</summary>
internal static class OutcomeCheck
{
    private const int MostTries = 3;
    private const int MostNamed = 5;

    public static readonly TimeSpan MostIdle = TimeSpan.FromSeconds(10);

    /// <summary>All that does not hold, in sentences; empty: all is well.</summary>
    public static IReadOnlyList<string> Flaws(DrillFacts facts) =>
        [
            .. Named("accepted and not judged", facts.Accepted.Keys.Except(facts.Verdicts.Select(verdict => verdict.Submission))),
            .. Named("judged twice", facts.Verdicts.CountBy(verdict => verdict.Submission).Where(of => of.Value > 1).Select(of => of.Key)),
            .. Named("judged wrongly", facts.Verdicts.Where(verdict => !IsRight(verdict, facts.Accepted)).Select(of => of.Submission)),
            .. Named("told of not once", NotToldOnce(facts)),
            .. Named(
                "handed out a fourth time",
                facts.Dispatches.Where(of => of.Ticket.Attempt > MostTries).Select(of => of.Submission.Value)
            ),
            .. Named("given to two nodes as the same try", HandedOutTwice(facts.Dispatches)),
            .. HasGaps(facts.Events) ? ["The numbers of events have gaps."] : Array.Empty<string>(),
            .. facts.Boards.Distinct().Count() > 1 ? ["The boards of the arenas differ."] : Array.Empty<string>(),
            .. facts.Idle > MostIdle ? [$"Work lay beside a free slot for {facts.Idle.TotalSeconds:0.0} s."] : Array.Empty<string>(),
        ];

    /// <summary>A submission whose answer was lost on its way may be stored without having been told to anybody.</summary>
    private static bool IsRight(StoredVerdict verdict, IReadOnlyDictionary<long, Judgement> accepted) =>
        !accepted.TryGetValue(verdict.Submission, out var expected)
        || (expected.Verdict, expected.Share) == (verdict.Verdict, verdict.Share);

    private static IEnumerable<long> NotToldOnce(DrillFacts facts) =>
        facts
            .Verdicts.Select(verdict => verdict.Submission)
            .Except(
                facts
                    .Events.Where(e => e.Kind is EventKind.Judged or EventKind.JudgeFailed)
                    .CountBy(e => e.Subject)
                    .Where(of => of.Value == 1)
                    .Select(of => of.Key)
            );

    /// <summary>Each try is written down before it is handed out, so that two dispatchers at once never hand out the same.</summary>
    private static IEnumerable<long> HandedOutTwice(IReadOnlyList<Dispatch> dispatches) =>
        dispatches
            .Select(dispatch => (dispatch.Ticket, dispatch.Node))
            .Distinct()
            .CountBy(of => of.Ticket)
            .Where(of => of.Value > 1)
            .Select(of => of.Key.Judging.Submission.Value);

    private static bool HasGaps(IReadOnlyList<StoredEvent> events) =>
        !events.Select(e => e.Sequence).Order().SequenceEqual(Enumerable.Range(1, events.Count).Select(number => (long)number));

    private static IEnumerable<string> Named(string what, IEnumerable<long> submissions)
    {
        var all = submissions.Distinct().Order().ToList();
        if (all.Count > 0)
        {
            yield return $"{all.Count} submissions were {what}, such as {string.Join(", ", all.Take(MostNamed))}.";
        }
    }
}
