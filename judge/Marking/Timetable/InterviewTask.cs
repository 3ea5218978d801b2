namespace Judge.Marking.Timetable;

/// <summary>A project that is interviewed once.</summary>
/// <param name="Place">Where its cluster goes.</param>
public sealed record Interview(EntryId Project, long School, long Place, string Field)
{
    /// <summary>Pupils and supervisors, by number: nobody is in two rooms at once.</summary>
    public IReadOnlyList<long> People { get; init; } = [];

    /// <summary>The first slot of a half-day that its school can be there for, from 0.</summary>
    public int Earliest { get; init; }

    /// <summary>What the room must have.</summary>
    public IReadOnlyCollection<string> Needs { get; init; } = [];
}

/// <summary>A room with its panel, which stays.</summary>
/// <param name="Fields">What the panel knows, what it knows best first.</param>
public sealed record InterviewRoom(long Id, long Place, IReadOnlyList<string> Fields)
{
    /// <summary>Schools of its jurors.</summary>
    public IReadOnlyCollection<long> Schools { get; init; } = [];

    /// <summary>Projects that a juror of it has a declared conflict with.</summary>
    public IReadOnlyCollection<EntryId> Conflicts { get; init; } = [];

    public IReadOnlyCollection<string> Equipment { get; init; } = [];
}

public sealed record InterviewTask
{
    public required IReadOnlyList<Interview> Interviews { get; init; }

    public required IReadOnlyList<InterviewRoom> Rooms { get; init; }

    public required IReadOnlyList<HalfDay> HalfDays { get; init; }

    /// <summary>Interview, change of project and writing together.</summary>
    public required TimeSpan Slot { get; init; }

    /// <summary>Slots at the end of each half-day of a room, kept for who comes late as long as all find a place without.</summary>
    public int Reserve { get; init; } = 1;

    /// <summary>Decides among schools of equal size.</summary>
    public required string Seed { get; init; }
}

/// <param name="Half">Place in the list of half-days, from 0.</param>
/// <param name="At">From 0.</param>
public readonly record struct InterviewSlot(long Room, int Half, int At);

/// <summary>Who is interviewed where and when.</summary>
/// <param name="Version">From 1; printed lists carry it.</param>
/// <param name="Unplaced">No place was left that breaks no rule.</param>
public sealed record InterviewTable(int Version, IReadOnlyDictionary<EntryId, InterviewSlot> Slots, IReadOnlyList<EntryId> Unplaced);
