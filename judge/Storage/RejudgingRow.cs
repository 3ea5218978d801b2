using Dapper;
using Judge.Contests;
using Judge.Problems;
using Judge.Rejudge;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>A rejudging as it lies in the table, with the counts of what is judged.</summary>
internal sealed class RejudgingRow
{
    public const string Select = """
        SELECT r.id, r.contest, r.label, r.verdict, r.submission, r.reason, r.state, r.total, r.made_by AS MadeBy, r.at,
          r.ended_by AS EndedBy, r.ended_at AS EndedAt, (SELECT count(*) FROM rejudging_submissions m
            JOIN judgements j ON j.submission = m.submission AND j.rejudging = m.rejudging WHERE m.rejudging = r.id) AS Judged,
          (SELECT count(*) FROM rejudging_submissions m
            JOIN judgements j ON j.submission = m.submission AND j.rejudging = m.rejudging AND j.verdict = 'JudgeError'
            WHERE m.rejudging = r.id) AS Failed
        FROM rejudgings r
        """;

    public long Id { get; set; }
    public long Contest { get; set; }
    public string? Label { get; set; }
    public string? Verdict { get; set; }
    public long? Submission { get; set; }
    public string Reason { get; set; } = "";
    public string State { get; set; } = "";
    public long Total { get; set; }
    public string MadeBy { get; set; } = "";
    public long At { get; set; }
    public string? EndedBy { get; set; }
    public long? EndedAt { get; set; }
    public long Judged { get; set; }
    public long Failed { get; set; }

    /// <summary>The submissions <c>s</c> of a scope; needs its <see cref="Parameters"/>.</summary>
    public static string Chosen(RejudgeScope scope) =>
        "FROM submissions s JOIN judgements j ON j.submission = s.id AND j.rejudging = s.counts WHERE s.contest = @contest"
        + (scope.Label is null ? "" : " AND s.label = @label")
        + (scope.Verdict is null ? "" : " AND j.verdict = @verdict")
        + (scope.Submission is null ? "" : " AND s.id = @submission");

    public static DynamicParameters Parameters(RejudgeScope scope, object? more = null)
    {
        var all = new DynamicParameters(
            new
            {
                contest = scope.Contest.Value,
                label = scope.Label,
                verdict = scope.Verdict?.ToString(),
                submission = scope.Submission?.Value,
            }
        );
        all.AddDynamicParams(more);
        return all;
    }

    public Rejudging ToRejudging() =>
        new()
        {
            Id = new RejudgingId(Id),
            Scope = new RejudgeScope(new ContestId(Contest))
            {
                Label = Label,
                Verdict = Verdict is null ? null : Enum.Parse<Verdict>(Verdict),
                Submission = Submission is { } submission ? new SubmissionId(submission) : null,
            },
            Reason = Reason,
            State =
                Enum.Parse<RejudgingState>(State) is RejudgingState.Running && Judged == Total
                    ? RejudgingState.Ready
                    : Enum.Parse<RejudgingState>(State),
            Total = (int)Total,
            Judged = (int)Judged,
            Failed = (int)Failed,
            By = MadeBy,
            At = DateTimeOffset.FromUnixTimeMilliseconds(At),
            EndedBy = EndedBy,
            EndedAt = EndedAt is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null,
        };
}
