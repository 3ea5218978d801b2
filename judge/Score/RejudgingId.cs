namespace Judge.Score;

/// <summary>Which judging of a submission: 0 the first, else the number of a rejudging. The later one has the greater number.</summary>
[GenerateSerializer, Immutable]
public readonly record struct RejudgingId(long Value)
{
    public bool IsFirst => Value == 0;
}
