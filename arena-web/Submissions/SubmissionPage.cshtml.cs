using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using ArenaWeb.Judgements;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Score;
using Judge.Submit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Submissions;

/// <summary>One submission with everything that is known of it, for the organiser.</summary>
[Authorize(Policies.Organiser)]
internal sealed class SubmissionPageModel(
    IContests contests,
    ISubmissions submissions,
    IJudgements judgements,
    IBlobs blobs,
    People people,
    SeatPairs pairs,
    ProblemLibrary library,
    Languages languages,
    Phrases words,
    TimeProvider time
) : PageModel
{
    public ContestHeader Header { get; private set; } = null!;

    public Submission Submission { get; private set; } = null!;

    /// <summary>Null: it waits.</summary>
    public Judgement? Judgement { get; private set; }

    /// <summary>A judgement of this submission as it is told.</summary>
    public ShownVerdict Shown(Judgement judgement) => ShownVerdict.Of(Header.Contest, Submission.Label, judgement.Verdict, judgement.Share);

    /// <summary>A test's code as it is told.</summary>
    public string CodeOf(TestOutcome test) => ShownVerdict.Of(test, Header.Contest.Scoring != ScoringStyle.Icpc).Code;

    /// <summary>All judgements, newest first.</summary>
    public IReadOnlyList<JudgementOfRecord> History { get; private set; } = [];

    public Person? Pupil { get; private set; }

    /// <summary>Who sat at the same PC then; null: nobody.</summary>
    public Person? Partner { get; private set; }

    /// <summary>The try of this pupil at this problem, from 1, and how many there are.</summary>
    public (int Number, int Of) Attempt { get; private set; }

    public Problem? Problem { get; private set; }

    public IReadOnlyList<GroupLine> Groups { get; private set; } = [];

    public IHtmlContent Source { get; private set; } = HtmlString.Empty;

    public string LanguageName => HandinView.Language(languages, Submission, words);

    /// <summary>It is a zip or an output: no text of a program to be copied.</summary>
    public bool IsFiles { get; private set; }

    public static decimal Megabytes(long bytes) => Math.Round(bytes / 1048576m, 1, MidpointRounding.AwayFromZero);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (
            await submissions.FindAsync(new SubmissionId(id), ct) is not { } submission
            || await contests.FindAsync(submission.Contest, ct) is not { } contest
        )
        {
            return NotFound();
        }
        Submission = submission;
        Header = new(contest, contest.PhaseAt(time.GetUtcNow()), StaffPaths.Submissions(contest.Id));
        Judgement = await judgements.FindAsync(submission.Id, ct);
        var points = contest.Problems.FirstOrDefault(problem => problem.Label == submission.Label)?.Points ?? 0;
        Groups = Judgement is { } judgement && contest.Scoring != ScoringStyle.Icpc ? GroupLine.Of(judgement, points, words) : [];
        History = await judgements.HistoryAsync(submission.Id, ct);
        Pupil = await people.FindAsync(submission.Entrant, ct);
        Partner = await pairs.PartnerAsync(submission.Entrant, submission.At, ct) is { } partner
            ? await people.FindAsync(partner, ct)
            : null;
        Problem = library.Look(submission.Problem)?.Problem;
        var tries = await submissions.ListAsync(
            new()
            {
                Contest = contest.Id,
                Entrant = submission.Entrant,
                Label = submission.Label,
                Most = 1_000,
            },
            ct
        );
        Attempt = (tries.Count(one => one.Id.Value <= submission.Id.Value), tries.Count);
        var handed = await blobs.GetAsync(submission.Source, ct);
        IsFiles = HandinView.AreFiles(submission, handed);
        var source = HandinView.Shown(handed, words);
        Source = SourceColours.Of(source, IsFiles ? "" : languages.Find(submission.Language)?.Mode ?? "");
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(long id, CancellationToken ct) =>
        await submissions.FindAsync(new SubmissionId(id), ct) is { } submission
            ? HandinView.Download(submission, await blobs.GetAsync(submission.Source, ct))
            : NotFound();
}
