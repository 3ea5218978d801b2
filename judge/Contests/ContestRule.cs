using System.Text.RegularExpressions;

namespace Judge.Contests;

/// <summary>What is wrong with a contest's rules.</summary>
public enum ContestFlaw
{
    None,
    Code,
    CodeTaken,
    Name,
    Scoring,
    Counting,
    Window,
    Freeze,
    NoProblems,
    Label,
    LabelTwice,
    Problem,
    Points,
    AttemptsLimit,
    Penalty,
    Duration,

    /// <summary>The window leaves out what was handed in.</summary>
    WindowHandedIn,

    /// <summary>Results that are published would follow from other rules.</summary>
    ResultsAreOut,
}

/// <summary>Rules that a contest cannot be stored with.</summary>
public sealed class ContestException(IReadOnlyList<ContestFlaw> flaws)
    : Exception($"The contest cannot be kept so: {string.Join(", ", flaws)}.")
{
    public IReadOnlyList<ContestFlaw> Flaws { get; } = flaws;
}

/// <summary>Which contests make sense.</summary>
public static partial class ContestRule
{
    public const int MostProblems = 50;

    private static readonly TimeSpan ShortestDuration = TimeSpan.FromMinutes(1);

    /// <summary>All that is wrong, each flaw once, in the order of the enum; empty: it can be stored.</summary>
    public static IReadOnlyList<ContestFlaw> Flaws(Contest contest) => [.. Found(contest).Distinct().Order()];

    private static IEnumerable<ContestFlaw> Found(Contest contest) =>
        OfRules(contest).Concat(contest.Problems.SelectMany(OfProblem)).Where(flaw => flaw != ContestFlaw.None);

    private static IEnumerable<ContestFlaw> OfRules(Contest contest)
    {
        yield return If(!Code().IsMatch(contest.Code), ContestFlaw.Code);
        yield return If(contest.Names.Count == 0 || contest.Names.Values.Any(name => name.Trim().Length is 0 or > 200), ContestFlaw.Name);
        yield return If(contest.Scoring == ScoringStyle.None || !Enum.IsDefined(contest.Scoring), ContestFlaw.Scoring);
        yield return If(!Counts(contest.Scoring, contest.Counting), ContestFlaw.Counting);
        yield return If(contest.End <= contest.Start, ContestFlaw.Window);
        yield return If(contest.FreezeAt is { } freeze && (freeze < contest.Start || freeze > contest.End), ContestFlaw.Freeze);
        yield return If(contest.Problems.Count is 0 or > MostProblems, ContestFlaw.NoProblems);
        yield return If(
            contest.Problems.Select(problem => problem.Label).Distinct(StringComparer.OrdinalIgnoreCase).Count() < contest.Problems.Count,
            ContestFlaw.LabelTwice
        );
        yield return If(contest.AttemptsLimit is < 1, ContestFlaw.AttemptsLimit);
        yield return If(contest.PenaltyMinutes is < 0 or > 1_000, ContestFlaw.Penalty);
        yield return If(
            contest.Duration is { } duration && (duration < ShortestDuration || duration > contest.End - contest.Start),
            ContestFlaw.Duration
        );
        yield return If(contest is { Duration: not null, FreezeAt: not null }, ContestFlaw.Freeze);
    }

    /// <summary>Whether anything is different that places follow from.</summary>
    public static bool ChangesResults(Contest before, Contest after) =>
        (before.Scoring, before.Counting, before.PenaltyMinutes, before.Start, before.End, before.FreezeAt, before.Duration)
            != (after.Scoring, after.Counting, after.PenaltyMinutes, after.Start, after.End, after.FreezeAt, after.Duration)
        || !before.Problems.SequenceEqual(after.Problems);

    /// <summary>Minutes a try usually costs: 20 in ICPC contests, 5 on VNOJ.</summary>
    public static int UsualPenalty(ScoringStyle scoring) => scoring == ScoringStyle.PointsWithPenalty ? 5 : 20;

    /// <summary>
    /// ICPC counts whole problems, so it has no subtasks, and a later try takes nothing back. A penalty is the price of the tries before
    /// the best mark; where the last try counts, there is no such moment.
    /// </summary>
    private static bool Counts(ScoringStyle scoring, Counting counting) =>
        counting switch
        {
            Counting.Best => true,
            Counting.Last => scoring is not (ScoringStyle.Icpc or ScoringStyle.PointsWithPenalty),
            Counting.BestPerSubtask => scoring != ScoringStyle.Icpc,
            _ => false,
        };

    private static IEnumerable<ContestFlaw> OfProblem(ContestProblem problem)
    {
        yield return If(!Label().IsMatch(problem.Label), ContestFlaw.Label);
        yield return If(!Package().IsMatch(problem.Problem), ContestFlaw.Problem);
        yield return If(problem.Points is <= 0 or > 100_000, ContestFlaw.Points);
    }

    private static ContestFlaw If(bool wrong, ContestFlaw flaw) => wrong ? flaw : ContestFlaw.None;

    [GeneratedRegex(@"\A[A-Z0-9][A-Z0-9-]{0,31}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,12}\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[a-z0-9]{1,64}\z")]
    private static partial Regex Package();
}
