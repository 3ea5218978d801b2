using Judge.Contests;
using Judge.Problems;
using Judge.Score;

namespace ArenaWeb.Judgements;

/// <summary>What a pupil is shown of a submission.</summary>
/// <param name="Code">Code of the verdict for the components: AC, PARTIAL, … WAITING; null: it is kept until the end of the
/// contest.</param>
/// <param name="Points">Marks under points scoring, not rounded yet, once judged; null: none are told.</param>
/// <param name="Judgement">What may be told of it; null: waiting, or kept back.</param>
/// <param name="Tests">Results by test where the contest shows them.</param>
internal sealed record ShownResult(string? Code, decimal? Points, Judgement? Judgement, IReadOnlyList<TestOutcome> Tests)
{
    public const string Waiting = "WAITING";
    public const string Judging = "JUDGING";

    /// <summary>A judge is at it.</summary>
    public static ShownResult InProgress { get; } = new(Judging, null, null, []);

    /// <param name="feedback">How much of it may be told at the moment.</param>
    public static ShownResult Of(Contest contest, Feedback feedback, ContestProblem problem, Judgement? judgement)
    {
        if (judgement is null)
        {
            return new(Waiting, null, null, []);
        }
        if (feedback == Feedback.None)
        {
            return new(null, null, null, []);
        }
        var shown = ShownVerdict.Of(contest, problem, judgement.Verdict, judgement.Share);
        return new(shown.Code, shown.Points, judgement, feedback == Feedback.Tests ? judgement.Tests : []) { FullMark = shown.FullMark };
    }

    /// <summary>Points of the problem in its contest; null: the contest gives none.</summary>
    public decimal? FullMark { get; init; }

    /// <summary>The first test that did not pass, from 1; null: all passed, or tests are not shown.</summary>
    public int? FirstFailed =>
        Tests.Index().Where(test => test.Item.Verdict != Verdict.Accepted).Select(test => (int?)(test.Index + 1)).FirstOrDefault();

    public IEnumerable<string> TestCodes => Tests.Select(CodeOf);

    /// <summary>A test that brings some of its points is not called wrong, where there are points.</summary>
    public string CodeOf(TestOutcome test) => ShownVerdict.Of(test, FullMark is not null).Code;
}
