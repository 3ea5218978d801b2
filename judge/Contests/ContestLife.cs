namespace Judge.Contests;

/// <summary>Where a contest stands in its life, in order.</summary>
public enum ContestState
{
    /// <summary>Staff alone see it.</summary>
    Draft,

    /// <summary>Published; pupils are being entered.</summary>
    Registration,

    /// <summary>The list of pupils is closed; it waits for its start.</summary>
    Ready,
    Running,

    /// <summary>Running, and the public board stands still.</summary>
    Frozen,

    /// <summary>Over, and nothing is said of results yet.</summary>
    Ended,
    Provisional,
    Appeal,
    Official,
    Archived,
}

/// <summary>What a person decides of a contest's life; all else follows from the clock.</summary>
public enum LifeAct
{
    None,

    /// <summary>It is made, or taken back, out of everybody's sight.</summary>
    Draft,
    Publish,
    CloseRegistration,
    OpenRegistration,
    Provisional,
    Appeal,
    Official,

    /// <summary>Results are taken back.</summary>
    Withdraw,
    Archive,
    Restore,
}

/// <summary>Why a move is not allowed now.</summary>
public enum LifeBar
{
    /// <summary>It is allowed.</summary>
    None,
    IsDraft,
    IsPublished,
    HasBegun,
    RegistrationIsClosed,
    RegistrationIsOpen,
    StillRuns,
    NoResults,
    ResultsAreOut,
    IsAppeal,
    IsOfficial,
    IsArchived,
    NotArchived,

    /// <summary>What takes something back needs a reason.</summary>
    NoReason,
}

/// <summary>One decision, with who, when and why.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record LifeFact
{
    public required LifeAct Act { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Login of whoever decided.</summary>
    public string Actor { get; init; } = "";

    public string Reason { get; init; } = "";
}

/// <param name="Bar">None: it is allowed.</param>
public readonly record struct LifeMove(LifeAct Act, LifeBar Bar);

/// <summary>Where a contest stands, and what may come next.</summary>
/// <param name="Moves">One for each act.</param>
public sealed record LifeView(ContestState State, IReadOnlyList<LifeMove> Moves)
{
    public bool Allows(LifeAct act) => BarOf(act) == LifeBar.None;

    public LifeBar BarOf(LifeAct act) => Moves.First(move => move.Act == act).Bar;
}

/// <summary>The one state machine of contests. Pure.</summary>
public static class ContestLife
{
    private static readonly LifeAct[] Acts = [.. Enum.GetValues<LifeAct>().Except([LifeAct.None])];

    public static LifeView At(Contest contest, IReadOnlyList<LifeFact> facts, DateTimeOffset now)
    {
        var stand = Stand.Of(contest, facts, now);
        return new LifeView(StateOf(contest, stand, now), [.. Acts.Select(act => new LifeMove(act, BarOf(act, stand)))]);
    }

    /// <summary>Acts that take something back, which nobody does without a reason.</summary>
    public static bool NeedsReason(LifeAct act) => act is LifeAct.Withdraw;

    internal static bool IsPublished(IReadOnlyList<LifeFact> facts) => Last(facts, LifeAct.Publish, LifeAct.Draft) != LifeAct.Draft;

    /// <summary>No pupils are entered until somebody opens the list again.</summary>
    public static bool IsListClosed(Contest contest) =>
        Last(contest.Life, LifeAct.CloseRegistration, LifeAct.OpenRegistration) == LifeAct.CloseRegistration;

    /// <summary>From provisional results on the public board shows everything.</summary>
    public static bool ResultsAreOut(Contest contest) => Results(contest.Life) != LifeAct.None;

    /// <summary>Nobody may change them any more, unless they are taken back.</summary>
    public static bool ResultsAreOfficial(Contest contest) => Results(contest.Life) == LifeAct.Official;

    /// <summary>The last one of these that was decided.</summary>
    private static LifeAct Last(IReadOnlyList<LifeFact> facts, params ReadOnlySpan<LifeAct> acts)
    {
        for (var at = facts.Count - 1; at >= 0; at--)
        {
            if (acts.Contains(facts[at].Act))
            {
                return facts[at].Act;
            }
        }

        return LifeAct.None;
    }

    /// <summary>None: there are none, or none any more.</summary>
    private static LifeAct Results(IReadOnlyList<LifeFact> facts) =>
        Last(facts, LifeAct.Provisional, LifeAct.Appeal, LifeAct.Official, LifeAct.Withdraw) is var last && last == LifeAct.Withdraw
            ? LifeAct.None
            : last;

    private static ContestState StateOf(Contest contest, Stand stand, DateTimeOffset now) =>
        !stand.IsPublished ? ContestState.Draft
        : stand.IsArchived ? ContestState.Archived
        : stand.Phase == ContestPhase.Upcoming ? (stand.IsClosed ? ContestState.Ready : ContestState.Registration)
        : stand.Phase == ContestPhase.Running ? (IsFrozen(contest, now) ? ContestState.Frozen : ContestState.Running)
        : stand.Results switch
        {
            LifeAct.Provisional => ContestState.Provisional,
            LifeAct.Appeal => ContestState.Appeal,
            LifeAct.Official => ContestState.Official,
            _ => ContestState.Ended,
        };

    /// <summary>The public board stands still: from the freeze until the results are out.</summary>
    public static bool IsFrozen(Contest contest, DateTimeOffset now) => FrozenFrom(contest, now) is { } from && now >= from;

    /// <summary>From when on the public board stands still; null: never, or no more.</summary>
    public static DateTimeOffset? FrozenFrom(Contest contest, DateTimeOffset now) =>
        !ResultsAreOut(contest) && Clock.Freeze(contest) is { } freeze && Clock.Of(contest) is var clock
            ? Earlier(clock.InstantOf(freeze, now), clock.EndAt(now))
            : null;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static LifeBar BarOf(LifeAct act, Stand stand) =>
        act switch
        {
            LifeAct.Restore => stand.IsArchived ? LifeBar.None : LifeBar.NotArchived,
            LifeAct.Publish => stand.IsPublished ? LifeBar.IsPublished : LifeBar.None,
            _ when !stand.IsPublished => LifeBar.IsDraft,
            _ when stand.IsArchived => LifeBar.IsArchived,
            LifeAct.Draft => stand.Phase == ContestPhase.Upcoming ? LifeBar.None : LifeBar.HasBegun,
            LifeAct.CloseRegistration => stand.Phase != ContestPhase.Upcoming ? LifeBar.HasBegun
            : stand.IsClosed ? LifeBar.RegistrationIsClosed
            : LifeBar.None,
            LifeAct.OpenRegistration => stand.IsClosed ? LifeBar.None : LifeBar.RegistrationIsOpen,
            _ when stand.Phase != ContestPhase.Over => LifeBar.StillRuns,
            LifeAct.Provisional => stand.Results == LifeAct.None ? LifeBar.None : LifeBar.ResultsAreOut,
            LifeAct.Appeal => stand.Results switch
            {
                LifeAct.None => LifeBar.NoResults,
                LifeAct.Provisional => LifeBar.None,
                LifeAct.Appeal => LifeBar.IsAppeal,
                _ => LifeBar.IsOfficial,
            },
            LifeAct.Official => stand.Results switch
            {
                LifeAct.None => LifeBar.NoResults,
                LifeAct.Official => LifeBar.IsOfficial,
                _ => LifeBar.None,
            },
            LifeAct.Withdraw => stand.Results == LifeAct.None ? LifeBar.NoResults : LifeBar.None,
            _ => LifeBar.None,
        };

    /// <summary>What decides of states and moves alike.</summary>
    private readonly record struct Stand(bool IsPublished, bool IsArchived, bool IsClosed, LifeAct Results, ContestPhase Phase)
    {
        public static Stand Of(Contest contest, IReadOnlyList<LifeFact> facts, DateTimeOffset now) =>
            new(
                ContestLife.IsPublished(facts),
                Last(facts, LifeAct.Archive, LifeAct.Restore) == LifeAct.Archive,
                IsListClosed(contest with { Life = facts }),
                ContestLife.Results(facts),
                contest.PhaseAt(now)
            );
    }
}
