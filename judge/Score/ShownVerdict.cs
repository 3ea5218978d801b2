using Judge.Contests;
using Judge.Messages;
using Judge.Problems;

namespace Judge.Score;

/// <summary>
/// What people are told of a judgement: the one rule for pages, logs and the command line. Where points are given, some of them are no
/// wrong answer but a part of a right one; ICPC's contests know verdicts only. What is stored stays as it is.
/// </summary>
/// <param name="IsPartial">More than nothing and less than all: told instead of the verdict.</param>
/// <param name="Points">Not rounded yet; null: none are told.</param>
/// <param name="FullMark">Of the problem; null: no points are given.</param>
public sealed record ShownVerdict(Verdict Verdict, bool IsPartial, decimal? Points, decimal? FullMark)
{
    /// <summary>In place of a verdict's code.</summary>
    public const string Partial = "PARTIAL";

    /// <summary>AC, WA … or PARTIAL; empty: there is no verdict.</summary>
    public string Code => IsPartial ? Partial : Verdict.Code();

    /// <param name="share">0 to 1 of the full mark. All of it is right, even where a sample that brings nothing failed.</param>
    /// <param name="fullMark">Null: no points are given.</param>
    public static ShownVerdict Of(Verdict verdict, decimal share, decimal? fullMark) =>
        (verdict, fullMark) switch
        {
            (_, null) or (Verdict.None or Verdict.JudgeError, _) => new(verdict, false, null, fullMark),
            (Verdict.CompileError, _) => new(verdict, false, 0, fullMark),
            (_, { } full) when share >= 1 => new(Verdict.Accepted, false, full, full),
            (_, { } full) => new(verdict, PointsRule.Part(share * full, full) > 0, share * full, full),
        };

    public static ShownVerdict Of(Contest contest, ContestProblem problem, Verdict verdict, decimal share) =>
        Of(verdict, share, contest.Scoring == ScoringStyle.Icpc ? null : problem.Points);

    /// <param name="label">Of the problem; one that has left the contest gives no points.</param>
    public static ShownVerdict Of(Contest contest, string label, Verdict verdict, decimal share) =>
        contest.Problems.FirstOrDefault(problem => problem.Label == label) is { } problem
            ? Of(contest, problem, verdict, share)
            : Of(verdict, share, null);

    /// <summary>A test's; its points stand beside it.</summary>
    /// <param name="scores">The contest, or the package by itself, gives points.</param>
    public static ShownVerdict Of(TestOutcome test, bool scores) => Of(test.Verdict, test.Share, scores ? 100 : null);
}

/// <summary>Words for what is shown.</summary>
public static class ShownVerdictWords
{
    /// <summary>"Partially correct (30/100)".</summary>
    /// <param name="points">More than nothing and less than the full mark.</param>
    public static string Partial(this MessageCatalog words, decimal points, decimal fullMark) =>
        words["verdict.PARTIAL.of", PointsRule.Part(points, fullMark), fullMark];
}
