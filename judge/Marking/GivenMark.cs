namespace Judge.Marking;

/// <summary>A person who marks, by number only.</summary>
public readonly record struct JurorId(long Value) : IComparable<JurorId>
{
    public int CompareTo(JurorId other) => Value.CompareTo(other.Value);
}

/// <summary>What is marked, by number only.</summary>
public readonly record struct EntryId(long Value) : IComparable<EntryId>
{
    public int CompareTo(EntryId other) => Value.CompareTo(other.Value);
}

/// <summary>The total of one sheet.</summary>
/// <param name="Mark">On the rubric's scale.</param>
public readonly record struct GivenMark(EntryId Entry, JurorId Juror, decimal Mark);
