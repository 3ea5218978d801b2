using ArenaWeb.Accounts;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Rejudge;
using Judge.Submit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Submissions;

/// <summary>Judging again in one contest: which submissions, and what was judged again before.</summary>
[Authorize(Policies.Organiser)]
internal sealed class RejudgingsModel(
    IContests contests,
    IRejudgings rejudgings,
    ProblemLibrary library,
    Audit audit,
    Phrases words,
    TimeProvider time
) : PageModel
{
    public const int LongestReason = 200;

    private const int PageSize = 50;

    public ContestHeader Header { get; private set; } = null!;

    public ProblemLibrary Library => library;

    /// <summary>Label of the problem; empty: all.</summary>
    [BindProperty(SupportsGet = true, Name = "bai")]
    public string? Label { get; set; }

    /// <summary>Code of the verdict that counts now; empty: any.</summary>
    [BindProperty(SupportsGet = true, Name = "kq")]
    public string? Result { get; set; }

    /// <summary>Number of the only submission.</summary>
    [BindProperty(SupportsGet = true, Name = "nop")]
    public long? Submission { get; set; }

    /// <summary>How many submissions would be judged again now.</summary>
    public int Count { get; private set; }

    public RejudgeScope Scope { get; private set; } = null!;

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Paging Paging { get; private set; }

    /// <summary>One page of what was judged again, the newest first.</summary>
    public IReadOnlyList<Rejudging> Rejudgings { get; private set; } = [];

    /// <param name="phan">Given: only the part with the count.</param>
    public async Task<IActionResult> OnGetAsync(long id, string? phan, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused)
        {
            return refused;
        }

        Count = await rejudgings.CountAsync(Scope, ct);
        if (phan is not null)
        {
            return Partial("_RejudgeStart", this);
        }

        var all = await rejudgings.ListAsync(Scope.Contest, ct);
        Paging = Paging.Of(all.Count, PageSize, PageNumber);
        Rejudgings = Paging.Of(all);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, string? reason, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused)
        {
            return refused;
        }

        var why = string.Concat((reason ?? "").Where(sign => !char.IsControl(sign))).Trim();
        if (why.Length > LongestReason)
        {
            return BadRequest();
        }

        var by = Visitor.Staff(User).Login;
        if (await rejudgings.StartAsync(Scope, why, by, ct) is not { } started)
        {
            TempData["toast"] = words["rejudge.nothing.title"];
            return Redirect(Header.Path);
        }
        await audit.WriteAsync(by, "rejudging.started", Scope.Contest, started.Detail());
        return Redirect(StaffPaths.Rejudging(started.Id));
    }

    /// <summary>Null: contest and scope are known. A scope that is not understood must not become a wider one.</summary>
    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return NotFound();
        }

        Header = new(contest, contest.PhaseAt(time.GetUtcNow()), StaffPaths.Rejudgings(contest.Id));
        var verdict = SubmissionLine
            .Verdicts.Where(verdict => verdict.Code() == Result)
            .Select(verdict => (Verdict?)verdict)
            .FirstOrDefault();
        var problem = contest.Problems.FirstOrDefault(problem => problem.Label == Label);
        Scope = new(contest.Id)
        {
            Label = problem?.Label,
            Verdict = verdict,
            Submission = Submission is { } one ? new SubmissionId(one) : null,
        };
        var understood =
            ModelState.IsValid
            && (problem is not null || string.IsNullOrEmpty(Label))
            && (verdict is not null || string.IsNullOrEmpty(Result));
        return understood ? null : BadRequest();
    }
}
