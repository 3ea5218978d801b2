using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Arena;

/// <summary>A pupil's own submission and what came of it; null: it still waits.</summary>
internal sealed record OwnSubmission(Submission Submission, Judgement? Judgement);

/// <summary>The submissions of a pupil in one contest, and nobody else's.</summary>
internal sealed class OwnSubmissions(ISubmissions submissions, IJudgements judgements)
{
    /// <summary>Enough for all of them: nobody hands in more in one contest.</summary>
    public const int All = 1_000;

    /// <summary>Newest first, judgements without their tests.</summary>
    /// <param name="label">Of this problem only; null: of all.</param>
    public async Task<IReadOnlyList<OwnSubmission>> ListAsync(PupilContest contest, string? label, int most, CancellationToken ct)
    {
        var filter = new SubmissionFilter
        {
            Contest = contest.Contest.Id,
            Entrant = contest.Pupil.Entrant,
            Label = label,
            Most = most,
        };
        var found = await submissions.ListAsync(filter, ct);
        var judged = await judgements.OfAsync([.. found.Select(submission => submission.Id)], ct);
        return [.. found.Select(submission => new OwnSubmission(submission, judged.GetValueOrDefault(submission.Id)))];
    }

    /// <summary>With the tests; null: there is none with this number, or it is not the pupil's own.</summary>
    public async Task<OwnSubmission?> FindAsync(PupilContest contest, long id, CancellationToken ct)
    {
        var submission = await submissions.FindAsync(new SubmissionId(id), ct);
        return submission is not null && submission.Contest == contest.Contest.Id && submission.Entrant == contest.Pupil.Entrant
            ? new OwnSubmission(submission, await judgements.FindAsync(submission.Id, ct))
            : null;
    }
}
