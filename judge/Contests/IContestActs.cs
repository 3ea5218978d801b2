namespace Judge.Contests;

/// <summary>What people decide of a contest while it stands. Each is a fact, told to boards and pages at the commit.</summary>
public interface IContestActs
{
    /// <summary>When an entrant pressed start; null: not yet.</summary>
    Task<DateTimeOffset?> BegunAsync(EntrantId entrant, CancellationToken ct);

    /// <summary>When each entrant of a contest pressed start; those who have not are left out.</summary>
    Task<IReadOnlyDictionary<EntrantId, DateTimeOffset>> BegunAsync(ContestId contest, CancellationToken ct);

    /// <summary>Starts an entrant's own clock now. Once started it is never started again, so twice is no flaw.</summary>
    Task<TimeFlaw> BeginAsync(ContestId contest, EntrantId entrant, CancellationToken ct);

    /// <summary>
    /// Says when own clocks start by themselves, in the place of what was said before. Whoever has handed something in keeps the start, and
    /// so does whoever is not named and has started.
    /// </summary>
    Task ScheduleAsync(ContestId contest, IReadOnlyDictionary<EntrantId, DateTimeOffset> starts, CancellationToken ct);

    /// <summary>Adds so many minutes, for these entrants or, where the list is empty, for all.</summary>
    Task<TimeFlaw> ExtendAsync(ContestId contest, IReadOnlyList<EntrantId> entrants, int minutes, Grounds why, CancellationToken ct);

    /// <summary>Lets the clock stand still from now on, for these entrants or, where the list is empty, for all.</summary>
    Task<TimeFlaw> PauseAsync(ContestId contest, IReadOnlyList<EntrantId> entrants, Grounds why, CancellationToken ct);

    /// <summary>Ends the pause of exactly these entrants; its length is given back by itself.</summary>
    Task<TimeFlaw> GoOnAsync(ContestId contest, IReadOnlyList<EntrantId> entrants, CancellationToken ct);

    /// <summary>Says that time which has passed counts for nobody.</summary>
    Task<TimeFlaw> RemoveAsync(ContestId contest, DateTimeOffset from, DateTimeOffset to, Grounds why, CancellationToken ct);

    /// <summary>Ends the contest now, for all.</summary>
    Task<TimeFlaw> CloseAsync(ContestId contest, Grounds why, CancellationToken ct);

    /// <summary>Takes an extension or a close back; what was lived of an extension stays.</summary>
    Task<TimeFlaw> TakeBackAsync(ContestId contest, long fact, CancellationToken ct);

    /// <summary>Brings a contest to its next state.</summary>
    /// <returns>None: it is done.</returns>
    Task<LifeBar> MoveAsync(ContestId contest, LifeAct act, Grounds why, CancellationToken ct);
}

/// <summary>Who decides and why; the moment is the server's.</summary>
/// <param name="Actor">Login of the person.</param>
public readonly record struct Grounds(string Actor, string Reason);
