using ArenaWeb.Accounts;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Rejudge;
using Judge.Score;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Submissions;

/// <summary>One rejudging: how far it is, then who changes by it, and the decision.</summary>
[Authorize(Policies.Organiser)]
internal sealed class RejudgingPageModel(
    IContests contests,
    IRejudgings rejudgings,
    People people,
    Audit audit,
    Phrases words,
    TimeProvider time
) : PageModel
{
    private const int PageSize = 50;

    public ContestHeader Header { get; private set; } = null!;

    public Rejudging Rejudging { get; private set; } = null!;

    /// <summary>Null while it runs, and after it was discarded.</summary>
    public Preview? Preview { get; private set; }

    /// <summary>One page of the entrants who change.</summary>
    public IReadOnlyList<EntrantChange> Changes { get; private set; } = [];

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Paging Paging { get; private set; }

    public IReadOnlyDictionary<EntrantId, Person> Pupils { get; private set; } = new Dictionary<EntrantId, Person>();

    public bool IsOpen => Rejudging.State is RejudgingState.Running or RejudgingState.Ready;

    /// <summary>A try's result as it is told before and after; its marks stand beside it.</summary>
    public (ShownVerdict Was, ShownVerdict Becomes) Shown(SubmissionChange change) =>
        (
            ShownVerdict.Of(Header.Contest, change.Label, change.Before, change.ShareBefore),
            ShownVerdict.Of(Header.Contest, change.Label, change.After, change.ShareAfter)
        );

    /// <summary>A try's marks with both verdicts; ICPC scoring has no marks to tell.</summary>
    public string? Marks(SubmissionChange change)
    {
        var full = Header.Contest.Problems.FirstOrDefault(problem => problem.Label == change.Label)?.Points ?? 0;
        return Header.Contest.Scoring == ScoringStyle.Icpc
            ? null
            : words[
                "rejudge.change",
                words.Number(PointsRule.Points(change.ShareBefore, full)),
                words.Number(PointsRule.Points(change.ShareAfter, full))
            ];
    }

    /// <param name="phan">Given: only how far it is; once it is ready, that the page be asked for anew.</param>
    public async Task<IActionResult> OnGetAsync(long id, string? phan, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (phan is not null)
        {
            if (Rejudging.State != RejudgingState.Running)
            {
                Response.Headers["HX-Refresh"] = "true";
            }

            return Partial("_RejudgingNow", this);
        }
        if (Rejudging.State is RejudgingState.Ready or RejudgingState.Applied)
        {
            Preview = await rejudgings.PreviewAsync(Rejudging.Id, ct);
            Pupils = (await people.ListAsync(Header.Contest.Id, ct)).ToDictionary(person => person.Entrant);
            Paging = Paging.Of(Preview!.Entrants.Count, PageSize, PageNumber);
            Changes = Paging.Of(Preview.Entrants);
        }
        return Page();
    }

    public Task<IActionResult> OnPostApplyAsync(long id, CancellationToken ct) =>
        EndAsync(id, "rejudging.applied", words["rejudge.applied"], rejudgings.ApplyAsync, ct);

    public Task<IActionResult> OnPostDiscardAsync(long id, CancellationToken ct) =>
        EndAsync(id, "rejudging.discarded", words["rejudge.discarded"], rejudgings.DiscardAsync, ct);

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (
            await rejudgings.FindAsync(new RejudgingId(id), ct) is not { } rejudging
            || await contests.FindAsync(rejudging.Scope.Contest, ct) is not { } contest
        )
        {
            return false;
        }
        (Rejudging, Header) = (rejudging, new(contest, contest.PhaseAt(time.GetUtcNow()), StaffPaths.Rejudgings(contest.Id)));
        return true;
    }

    private async Task<IActionResult> EndAsync(
        long id,
        string act,
        string said,
        Func<RejudgingId, string, CancellationToken, Task<RejudgeEnd>> end,
        CancellationToken ct
    )
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var by = Visitor.Staff(User).Login;
        var result = await end(Rejudging.Id, by, ct);
        if (result == RejudgeEnd.Granted)
        {
            await audit.WriteAsync(by, act, Header.Contest.Id, Rejudging.Detail());
        }

        TempData["toast"] = result == RejudgeEnd.Granted ? said : words[$"rejudge.{result}"];
        return Redirect(StaffPaths.Rejudging(Rejudging.Id));
    }
}
