using ArenaWeb.Accounts;
using ArenaWeb.Judgements;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Submissions;

/// <summary>What pupils of a contest handed in, the newest first, by problem, verdict or candidate number.</summary>
[Authorize(Policies.Organiser)]
internal sealed class SubmissionsModel(
    IContests contests,
    ISubmissions submissions,
    IJudgements judgements,
    People people,
    Languages languages,
    TimeProvider time
) : PageModel
{
    private const int PageSize = 50;

    public ContestHeader Header { get; private set; } = null!;

    /// <summary>Label of the problem.</summary>
    [BindProperty(SupportsGet = true, Name = "bai")]
    public string? Label { get; set; }

    /// <summary>Code of a verdict, WAITING or PARTIAL.</summary>
    [BindProperty(SupportsGet = true, Name = "kq")]
    public string? Result { get; set; }

    [BindProperty(SupportsGet = true, Name = "sbd")]
    public string? Sbd { get; set; }

    /// <summary>Those older than this submission.</summary>
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public long? Before { get; set; }

    /// <summary>Nobody of the contest has the number that was asked for.</summary>
    public bool UnknownSbd { get; private set; }

    public IReadOnlyList<SubmissionLine> Lines { get; private set; } = [];

    /// <summary>Number to go on from; null: this is the last page.</summary>
    public long? Next { get; private set; }

    public bool Filtered => !string.IsNullOrEmpty(Label) || !string.IsNullOrEmpty(Result) || !string.IsNullOrWhiteSpace(Sbd);

    /// <summary>What is asked for is what a rejudging can take.</summary>
    public bool CanJudgeAgain =>
        Lines.Count > 0 && string.IsNullOrWhiteSpace(Sbd) && Result is not (SubmissionLine.Waiting or ShownVerdict.Partial);

    public string LanguageName(Submission submission, Phrases phrases) => HandinView.Language(languages, submission, phrases);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return NotFound();
        }

        Header = new(contest, contest.PhaseAt(time.GetUtcNow()), StaffPaths.Submissions(contest.Id));
        var pupils = (await people.ListAsync(contest.Id, ct)).ToDictionary(person => person.Entrant);
        var asked = pupils.Values.FirstOrDefault(person => person.Sbd == TypedText.Fold(Sbd));
        UnknownSbd = !string.IsNullOrWhiteSpace(Sbd) && asked is null;
        if (UnknownSbd)
        {
            return Page();
        }

        var found = await submissions.ListAsync(
            new()
            {
                Contest = contest.Id,
                Entrant = asked?.Entrant,
                Label = string.IsNullOrEmpty(Label) ? null : Label,
                Waiting = Result == SubmissionLine.Waiting,
                Partial = Result == ShownVerdict.Partial,
                Verdict = SubmissionLine.Verdicts.Where(verdict => verdict.Code() == Result).Cast<Verdict?>().FirstOrDefault(),
                Before = Before is { } before ? new SubmissionId(before) : null,
                Most = PageSize + 1,
            },
            ct
        );
        var shown = found.Take(PageSize).ToList();
        var judged = await judgements.OfAsync([.. shown.Select(submission => submission.Id)], ct);
        Lines =
        [
            .. shown.Select(submission => new SubmissionLine(
                submission,
                pupils.GetValueOrDefault(submission.Entrant),
                judged.GetValueOrDefault(submission.Id)
            )
            {
                Shown = judged.GetValueOrDefault(submission.Id) is { } one
                    ? ShownVerdict.Of(contest, submission.Label, one.Verdict, one.Share)
                    : null,
            }),
        ];
        Next = found.Count > PageSize ? shown[^1].Id.Value : null;
        return Page();
    }
}

/// <param name="Pupil">Null: the pupil is not on the list any more.</param>
/// <param name="Judgement">Null: it waits.</param>
internal sealed record SubmissionLine(Submission Submission, Person? Pupil, Judgement? Judgement)
{
    /// <summary>The filter's word for submissions without a verdict.</summary>
    public const string Waiting = "WAITING";

    public static IReadOnlyList<Verdict> Verdicts { get; } = [.. Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.None)];

    /// <summary>Null: it waits.</summary>
    public ShownVerdict? Shown { get; init; }

    public string Code => Shown?.Code ?? Waiting;
}
