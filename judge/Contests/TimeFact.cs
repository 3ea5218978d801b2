namespace Judge.Contests;

/// <summary>What was decided of time while a contest stood.</summary>
public enum TimeKind
{
    None,

    /// <summary>So much more time.</summary>
    Extension,

    /// <summary>The clock stands still from a moment until somebody lets it go on.</summary>
    Pause,

    /// <summary>Time that counts for nobody, such as a power cut, told when it is known how long it was.</summary>
    Removal,

    /// <summary>It is over now, whatever was planned.</summary>
    Close,
}

/// <summary>One decision of a person about time: kept for good, and told with who, when and why.</summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record TimeFact
{
    public long Id { get; init; }

    public required TimeKind Kind { get; init; }

    /// <summary>Whom it concerns; empty: everybody.</summary>
    public IReadOnlyList<EntrantId> Entrants { get; init; } = [];

    /// <summary>How much an extension gives, more than nothing; else zero.</summary>
    public TimeSpan Amount { get; init; }

    /// <summary>Where a pause or a removed interval begins; else when it was decided.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Where a pause or a removed interval ends; null: it goes on, or the kind has no end.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>When it was decided, by the server's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Login of whoever decided.</summary>
    public string Actor { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>When an extension or a close was taken back; null: it holds. What was lived of an extension stays.</summary>
    public DateTimeOffset? TakenBack { get; init; }

    public bool ConcernsAll => Entrants.Count == 0;

    /// <param name="entrant">Null: asks for what concerns everybody.</param>
    public bool Concerns(EntrantId? entrant) => ConcernsAll || (entrant is { } one && Entrants.Contains(one));

    /// <summary>The clock stands still between its ends.</summary>
    public bool StopsTheClock => Kind is TimeKind.Pause or TimeKind.Removal;
}
