using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Live;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Clarifications;

/// <summary>Answers that are given often, one a line: those of the contest, and those of the site, which organisers keep.</summary>
[Authorize(Policies.Staff)]
internal sealed class CannedModel(
    IContests contests,
    CannedAnswers canned,
    People people,
    Audit audit,
    LiveFeed feed,
    Phrases words,
    TimeProvider time
) : DeskPage(contests, people, audit, feed, words, time)
{
    public CannedList Own { get; private set; } = null!;

    /// <summary>Whether who asks keeps the site's list too.</summary>
    public bool MayKeepSite => HttpContext.House().May("canned");

    public CannedList Site { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await EnterAsync(id, ct))
        {
            return NotFound();
        }
        await ShowAsync(ct);
        return Page();
    }

    /// <param name="site">Whether it is the site's list.</param>
    /// <param name="seen">Number of the list when the form was opened.</param>
    public async Task<IActionResult> OnPostAsync(long id, bool site, long seen, string? lines, CancellationToken ct)
    {
        if (!await EnterAsync(id, ct))
        {
            return NotFound();
        }
        if (site && !MayKeepSite)
        {
            return Forbid();
        }
        var list = new CannedList(seen, TypedWords.Clean(lines));
        var refused =
            list.Text.Length > CannedAnswers.LongestList ? ClarificationResult.TooLong
            : await canned.ReplaceAsync(site ? CannedAnswers.Site : Contest.Id, list, Who.Login, ct) ? ClarificationResult.Done
            : ClarificationResult.Stale;
        if (refused == ClarificationResult.Done)
        {
            await NoteAsync("canned", site ? "site" : Contest.Code);
            TempData["toast"] = Words["admin.saved"];
            return Redirect(StaffPaths.Canned(Contest.Id));
        }
        ModelState.AddModelError(site ? "site" : "own", Words[$"talk.refused.{refused}"]);
        await ShowAsync(ct);
        // What was typed stays, over what others have saved meanwhile.
        (Own, Site) = site ? (Own, Site with { Text = list.Text }) : (Own with { Text = list.Text }, Site);
        return Page();
    }

    private async Task ShowAsync(CancellationToken ct) =>
        (Own, Site) = (
            await canned.FindAsync(Contest.Id, Words.Language, ct),
            await canned.FindAsync(CannedAnswers.Site, Words.Language, ct)
        );
}
