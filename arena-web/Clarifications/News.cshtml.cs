using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ArenaWeb.Clarifications;

/// <summary>What was told to the pupil, and where the pupil asks. Opening it marks as read what is on it.</summary>
[Authorize(Policies.Pupil)]
[RequestSizeLimit(MostRead)]
internal sealed class NewsModel(PupilContests contests, ClarificationStore clarifications, PupilNewsReader reader, Phrases words)
    : PageModel
{
    /// <summary>Far more than a question takes, in bytes: one that is too long comes back with a sentence, and with its words.</summary>
    public const int MostRead = 1 << 20;

    [BindProperty]
    public AskForm Ask { get; set; } = new();

    /// <summary>Without what the page itself shows, which is read now.</summary>
    public PupilContest PupilContest { get; private set; } = null!;

    public PupilNews News { get; private set; } = PupilNews.None;

    /// <summary>What a question can be about; problems once they are open.</summary>
    public IEnumerable<SelectListItem> Choices(Phrases phrases) =>
        (PupilContest.Started ? ShownWords.Categories(PupilContest.Contest) : [null]).Select(label => new SelectListItem(
            ShownWords.Category(label, phrases),
            label ?? ""
        ));

    /// <param name="phan"><c>tin</c>: only what is unread, for other pages; else given: only the list.</param>
    /// <param name="bai">Label of the problem that the pupil comes from.</param>
    public async Task<IActionResult> OnGetAsync(string code, string? phan, string? bai, CancellationToken ct)
    {
        if (await contests.EnterPageAsync(User, code, ct) is not { } contest)
        {
            return NotFound();
        }
        if (phan == "tin")
        {
            return Partial("/Clarifications/Threads/_NewsNow.cshtml", new NewsBox(contest.News, contest.NewsPath, ""));
        }
        await ShowAsync(contest, ct);
        Ask.Label = contest.OpenProblem(bai)?.Label;
        return phan is null ? Page() : Partial("_NewsList", News);
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (await contests.EnterPageAsync(User, code, ct) is not { } contest)
        {
            return NotFound();
        }
        var about = string.IsNullOrEmpty(Ask.Label) ? null : contest.OpenProblem(Ask.Label);
        if (about is null && !string.IsNullOrEmpty(Ask.Label))
        {
            return NotFound();
        }
        var result = contest.Over ? ClarificationResult.Closed : await AskAsync(contest, about?.Label, ct);
        if (result == ClarificationResult.Done)
        {
            TempData["asked"] = words["talk.sent"];
            return LocalRedirect(contest.NewsPath);
        }
        // The form comes back with all that was typed; its key stays, so that nothing is asked twice.
        ModelState.AddModelError("Ask.Text", words[$"talk.refused.{result}"]);
        await ShowAsync(contest, ct);
        return Page();
    }

    /// <param name="upTo">When the page was made on which it was read, in milliseconds.</param>
    /// <param name="back">Path of that page.</param>
    public async Task<IActionResult> OnPostReadAsync(string code, long upTo, string? back, CancellationToken ct)
    {
        if (await contests.EnterPageAsync(User, code, ct) is not { } contest)
        {
            return NotFound();
        }
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(upTo, 0, contest.Now.ToUnixTimeMilliseconds()));
        await reader.MarkReadAsync(contest.Pupil.Entrant, contest.News, moment, ct);
        return LocalRedirect(Url.IsLocalUrl(back) ? back : contest.NewsPath);
    }

    private Task<ClarificationResult> AskAsync(PupilContest contest, string? label, CancellationToken ct)
    {
        var (entrant, text) = (contest.Pupil.Entrant, Ask.Text ?? "");
        var key = FormKey.Of(Ask.Key, FormattableString.Invariant($"{entrant.Value}"), label ?? "", text);
        return clarifications.AskAsync(contest.Contest.Id, entrant, label, text, key, ct);
    }

    private async Task ShowAsync(PupilContest contest, CancellationToken ct)
    {
        (News, PupilContest) = (contest.News, contest with { News = PupilNews.None });
        await reader.MarkReadAsync(contest.Pupil.Entrant, News, contest.Now, ct);
    }
}

/// <summary>A question as it is typed.</summary>
internal sealed class AskForm
{
    /// <summary>Of a problem; empty: it is about none.</summary>
    public string? Label { get; set; }

    public string? Text { get; set; }

    /// <summary>Marks the form, so that sending it twice asks once.</summary>
    public Guid Key { get; set; } = Guid.NewGuid();
}
