using ArenaWeb.Accounts;
using ArenaWeb.Judgements;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Words;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Submit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Arena;

/// <summary>All that the pupil has handed in, newest first.</summary>
[Authorize(Policies.Pupil)]
internal sealed class OwnSubmissionsModel(PupilContests contests, OwnSubmissions own, ProblemLibrary library, Languages languages)
    : PageModel
{
    private const int PageSize = 50;

    public PupilContest PupilContest { get; private set; } = null!;

    public IReadOnlyList<(OwnSubmission Own, ShownResult Result)> Own { get; private set; } = [];

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Paging Paging { get; private set; }

    public string TitleOf(string problem, Phrases words) => library.Look(problem)?.Problem?.Title(words.Language.Code) ?? "";

    public string LanguageName(Submission submission, Phrases phrases) => HandinView.Language(languages, submission, phrases);

    /// <param name="phan">Given: only the list.</param>
    public async Task<IActionResult> OnGetAsync(string code, string? phan, CancellationToken ct)
    {
        if (await contests.EnterPageAsync(User, code, ct) is not { } contest)
        {
            return NotFound();
        }
        PupilContest = contest;
        var all = (await own.ListAsync(contest, null, OwnSubmissions.All, ct))
            .Concat(await own.SharedAsync(contest, ct))
            .OrderByDescending(one => one.Submission.Id.Value)
            .ToList();
        Paging = Paging.Of(all.Count, PageSize, PageNumber);
        Own = [.. Paging.Of(all).Select(one => (one, ResultOf(one)))];
        return phan is null ? Page() : Partial("_SubmissionList", this);
    }

    /// <summary>Another pupil handed it in while this one sat at the same PC.</summary>
    public bool IsShared(OwnSubmission one) => one.Submission.Entrant != PupilContest.Pupil.Entrant;

    private ShownResult ResultOf(OwnSubmission one) => PupilContest.Show(PupilContest.EntryOf(one.Submission), one.Judgement);
}
