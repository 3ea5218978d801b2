using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace Judge.Rejudge;

/// <summary>Which submissions to judge again: those of a contest that have a verdict and fit what is not null.</summary>
public sealed record RejudgeScope(ContestId Contest)
{
    /// <summary>Label of the problem, as it stands in the contest.</summary>
    public string? Label { get; init; }

    /// <summary>The verdict that counts now.</summary>
    public Verdict? Verdict { get; init; }

    public SubmissionId? Submission { get; init; }
}

/// <summary>Submissions that are judged again together and whose new judgements come to count together.</summary>
public sealed record Rejudging
{
    public required RejudgingId Id { get; init; }
    public required RejudgeScope Scope { get; init; }

    /// <summary>Why, in the words of whoever asked for it; may be empty.</summary>
    public required string Reason { get; init; }

    public required RejudgingState State { get; init; }

    /// <summary>Number of its submissions; none is added later.</summary>
    public required int Total { get; init; }

    /// <summary>Submissions with a new judgement.</summary>
    public required int Judged { get; init; }

    /// <summary>Of these, where the judges failed. They keep the judgement they have.</summary>
    public required int Failed { get; init; }

    /// <summary>Login of whoever asked for it.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Login of whoever applied or discarded it; null: nobody has.</summary>
    public string? EndedBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Ready: everything is judged, and somebody has to decide.</summary>
public enum RejudgingState
{
    None,
    Running,
    Ready,
    Applied,
    Discarded,
}
