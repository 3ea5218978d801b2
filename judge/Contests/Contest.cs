using System.Data.Common;
using System.Globalization;

namespace Judge.Contests;

[GenerateSerializer, Immutable]
public readonly record struct ContestId(long Value);

/// <summary>Who is ranked, a pupil or a team. The judge knows no more of them than this number.</summary>
[GenerateSerializer, Immutable]
public readonly record struct EntrantId(long Value);

/// <summary>Rules and window of one contest.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Contest
{
    public ContestId Id { get; init; }

    /// <summary>What pupils type to enter, upper case letters, digits and hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>Name by language code (<c>vi</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    public required ScoringStyle Scoring { get; init; }

    public Counting Counting { get; init; } = Counting.Best;

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    /// <summary>From here on the public board stands still until the results are published; null: never.</summary>
    public DateTimeOffset? FreezeAt { get; init; }

    public required IReadOnlyList<ContestProblem> Problems { get; init; }

    /// <summary>Languages allowed, by folder name under sandbox-images; empty: all.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public Feedback Feedback { get; init; } = Feedback.Tests;

    /// <summary>Greatest number of submissions an entrant and problem; null: no limit.</summary>
    public int? AttemptsLimit { get; init; }

    /// <summary>Minutes that each try before the one that counts adds; <see cref="ScoringStyle.Points"/> knows no penalty.</summary>
    public int PenaltyMinutes { get; init; } = 20;

    /// <summary>Each entrant's own time, from the own start, within the window; null: all start with the window.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The contest that this one repeats; null: none.</summary>
    public ContestId? CopyOf { get; init; }

    /// <summary>What was decided of its time, in the order it was decided.</summary>
    public IReadOnlyList<TimeFact> Times { get; init; } = [];

    /// <summary>What was decided of its life, in the order it was decided; empty: it is published and no more.</summary>
    public IReadOnlyList<LifeFact> Life { get; init; } = [];

    /// <summary>False: to pupils and the public it does not exist.</summary>
    public bool IsPublished => ContestLife.IsPublished(Life);

    /// <summary>Whether minutes part those who have the same points.</summary>
    public bool HasPenalty => Scoring is ScoringStyle.Icpc or ScoringStyle.PointsWithPenalty;

    /// <summary>It is over when the last window is: until then nothing is told that helps whoever still sits in it.</summary>
    public ContestPhase PhaseAt(DateTimeOffset now) =>
        now < Start ? ContestPhase.Upcoming
        : Clock.Of(this).At(now) != ClockState.Over || Named().Any(entrant => Clock.Of(this, entrant).At(now) != ClockState.Over)
            ? ContestPhase.Running
        : ContestPhase.Over;

    /// <summary>When the last window closes if nothing else is decided.</summary>
    public DateTimeOffset LastEndAt(DateTimeOffset now) =>
        Named().Select(entrant => Clock.Of(this, entrant).EndAt(now)).Append(Clock.Of(this).EndAt(now)).Max();

    /// <summary>Entrants whose time differs from that of all.</summary>
    private IEnumerable<EntrantId> Named() => Times.SelectMany(fact => fact.Entrants).Distinct();

    public string Name(string language) => Names.GetValueOrDefault(language) ?? Names.Values.First();
}

/// <summary>A problem's place in a contest.</summary>
/// <param name="Label">Short name on the board, such as <c>A</c> or <c>BAI1</c>.</param>
/// <param name="Problem">Package name.</param>
/// <param name="Points">Full mark; ICPC scoring counts every problem as one.</param>
[GenerateSerializer, Immutable]
public sealed record ContestProblem(string Label, string Problem, decimal Points)
{
    private static readonly StringComparer Natural = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering);

    /// <summary>By label with numbers by their value: A, B, BAI2, BAI10.</summary>
    public static Comparer<ContestProblem> ByLabel { get; } =
        Comparer<ContestProblem>.Create((one, other) => Natural.Compare(one.Label, other.Label));
}

/// <summary>Where a contest stands at a moment.</summary>
public enum ContestPhase
{
    Upcoming,
    Running,
    Over,
}

/// <summary>
/// What is added up, and what parts those who have the same. Points: marks for what is right, equals share a rank. Icpc: problems solved,
/// then penalty. PointsWithPenalty: marks, then penalty, as on VNOJ.
/// </summary>
public enum ScoringStyle
{
    None,
    Points,
    Icpc,
    PointsWithPenalty,
}

/// <summary>
/// Which of an entrant's submissions of a problem counts. Last: the last one that compiled. BestPerSubtask: the best of each group of
/// tests, whichever submission it comes from, added (IOI since 2017; CMS calls it <c>max_subtask</c>).
/// </summary>
public enum Counting
{
    None,
    Best,
    Last,
    BestPerSubtask,
}

/// <summary>How much of a judgement an entrant sees while the contest runs.</summary>
public enum Feedback
{
    None,
    Verdict,
    Tests,
}

public interface IContests
{
    Task<Contest?> FindAsync(ContestId id, CancellationToken ct);

    Task<Contest?> FindAsync(string code, CancellationToken ct);

    /// <summary>As pupils and the public see it: what is not published is not there.</summary>
    async Task<Contest?> FindPublishedAsync(string code, CancellationToken ct) =>
        await FindAsync(code, ct) is { IsPublished: true } contest ? contest : null;

    /// <summary>Newest start first.</summary>
    Task<IReadOnlyList<Contest>> ListAsync(CancellationToken ct);

    /// <summary>Adds it (<see cref="Contest.Id"/> is ignored) and returns it with its number.</summary>
    Task<Contest> AddAsync(Contest contest, CancellationToken ct);

    /// <summary>Replaces the rules and the window.</summary>
    Task ChangeAsync(Contest contest, CancellationToken ct);

    /// <summary>Adds entrants to a contest and returns their numbers.</summary>
    Task<IReadOnlyList<EntrantId>> AddEntrantsAsync(ContestId contest, int count, CancellationToken ct) =>
        AddEntrantsAsync(contest, count, (_, _) => Task.CompletedTask, ct);

    /// <summary>Adds entrants and, in one transaction with them, who they are, which the judge does not know.</summary>
    /// <param name="introduce">
    /// Is given their numbers. It may change nothing but the database, because a deadlock has it run again; what it throws undoes all.
    /// </param>
    Task<IReadOnlyList<EntrantId>> AddEntrantsAsync(
        ContestId contest,
        int count,
        Func<IReadOnlyList<EntrantId>, DbTransaction, Task> introduce,
        CancellationToken ct
    );

    /// <summary>Changes who entrants are, which the judge does not know, and tells of it in one transaction with the change.</summary>
    /// <param name="change">
    /// Answers in which contests they are. It may change nothing but the database, because a deadlock has it run again; what it throws
    /// undoes all.
    /// </param>
    /// <returns>Those contests.</returns>
    Task<IReadOnlyCollection<ContestId>> ChangeEntrantsAsync(
        Func<DbConnection, DbTransaction, Task<IReadOnlyCollection<ContestId>>> change,
        CancellationToken ct
    );

    Task<IReadOnlyList<EntrantId>> EntrantsAsync(ContestId contest, CancellationToken ct);
}
