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
internal sealed class SubmissionsModel(PupilContests rooms, OwnSubmissions own, ProblemLibrary library, Languages languages) : PageModel
{
    private const int PageSize = 50;

    public PupilContest PupilContest { get; private set; } = null!;

    public IReadOnlyList<(OwnSubmission Handed, ShownResult Shown)> Handed { get; private set; } = [];

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public int Pages { get; private set; }

    public string TitleOf(string problem, Phrases words) => library.Look(problem)?.Problem?.Title(words.Language.Code) ?? "";

    public string LanguageName(Submission submission, Phrases phrases) => HandinView.Language(languages, submission, phrases);

    /// <param name="phan">Given: only the list.</param>
    public async Task<IActionResult> OnGetAsync(string code, string? phan, CancellationToken ct)
    {
        if (await rooms.EnterAsync(User, code, ct) is not { } room)
        {
            return NotFound();
        }
        PupilContest = room;
        var all = await own.ListAsync(room, null, OwnSubmissions.All, ct);
        Pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Handed = [.. all.Skip((PageNumber - 1) * PageSize).Take(PageSize).Select(handed => (handed, ShownOf(handed)))];
        return phan is null ? Page() : Partial("_SubmissionList", this);
    }

    private ShownResult ShownOf(OwnSubmission handed) => PupilContest.Show(PupilContest.EntryOf(handed.Submission), handed.Judgement);
}
