using ArenaWeb.Accounts.Classes;
using Judge.Contests;
using Judge.Score;
using Judge.Submit;

namespace ArenaWeb.Arena;

/// <summary>A pupil's own submission and what came of it; null: it still waits.</summary>
internal sealed record OwnSubmission(Submission Submission, Judgement? Judgement);

/// <summary>The submissions of a pupil in one contest, with those that were handed in while he or she sat beside another.</summary>
internal sealed class OwnSubmissions(ISubmissions submissions, IJudgements judgements, SeatPairs pairs)
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
        return await WithJudgementsAsync(await submissions.ListAsync(filter, ct), ct);
    }

    /// <summary>What others handed in while this pupil sat beside them, newest first, judgements without their tests.</summary>
    public async Task<IReadOnlyList<OwnSubmission>> SharedAsync(PupilContest contest, CancellationToken ct)
    {
        var found = new List<Submission>();
        foreach (var beside in (await pairs.OfPartnerAsync(contest.Pupil.Entrant, ct)).GroupBy(pair => pair.First))
        {
            var filter = new SubmissionFilter
            {
                Contest = contest.Contest.Id,
                Entrant = beside.Key,
                Most = All,
            };
            found.AddRange((await submissions.ListAsync(filter, ct)).Where(one => beside.Any(pair => pair.Covers(one.At))));
        }

        return await WithJudgementsAsync([.. found.OrderByDescending(one => one.Id.Value)], ct);
    }

    /// <summary>With the tests; null: there is none with this number, or it is neither the pupil's own nor shared.</summary>
    public async Task<OwnSubmission?> FindAsync(PupilContest contest, long id, CancellationToken ct)
    {
        var submission = await submissions.FindAsync(new SubmissionId(id), ct);
        return submission is not null && submission.Contest == contest.Contest.Id && await IsOwnAsync(submission, contest.Pupil.Entrant, ct)
            ? new OwnSubmission(submission, await judgements.FindAsync(submission.Id, ct))
            : null;
    }

    private async Task<bool> IsOwnAsync(Submission submission, EntrantId pupil, CancellationToken ct) =>
        submission.Entrant == pupil || await pairs.PartnerAsync(submission.Entrant, submission.At, ct) == pupil;

    private async Task<IReadOnlyList<OwnSubmission>> WithJudgementsAsync(IReadOnlyList<Submission> found, CancellationToken ct)
    {
        var judged = await judgements.OfAsync([.. found.Select(submission => submission.Id)], ct);
        return [.. found.Select(submission => new OwnSubmission(submission, judged.GetValueOrDefault(submission.Id)))];
    }
}
