using Judge.Score;
using Judge.Submit;

namespace Judge.Queue;

/// <summary>One judging: the first of a submission, or the one of a rejudging.</summary>
[GenerateSerializer, Immutable]
public readonly record struct JudgingId(SubmissionId Submission, RejudgingId Rejudging)
{
    public Priority Priority => Rejudging.IsFirst ? Priority.Contest : Priority.Rejudge;
}
