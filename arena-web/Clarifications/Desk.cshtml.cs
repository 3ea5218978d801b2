using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Live;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ArenaWeb.Clarifications;

/// <summary>All questions and announcements of a contest, and where the jury announces something.</summary>
[Authorize(Policies.Staff)]
[RequestSizeLimit(NewsModel.MostRead)]
internal sealed class DeskModel(
    IContests contests,
    ClarificationStore clarifications,
    People people,
    Audit audit,
    LiveFeed feed,
    Phrases words,
    TimeProvider time
) : DeskPage(contests, people, audit, feed, words, time)
{
    private const int PageSize = 50;

    /// <summary>Stands for what is about no problem.</summary>
    public const string General = "-";

    /// <summary>Label of the problem that is looked at, or <see cref="General"/>; null: all.</summary>
    [BindProperty(Name = "bai", SupportsGet = true)]
    public string? About { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Paging Paging { get; private set; }

    /// <summary>What waits for an answer, the oldest first.</summary>
    public IReadOnlyList<Clarification> Open { get; private set; } = [];

    /// <summary>All else, the newest first.</summary>
    public IReadOnlyList<Clarification> Said { get; private set; } = [];

    public IReadOnlyDictionary<EntrantId, string> Numbers { get; private set; } = new Dictionary<EntrantId, string>();

    /// <summary>Whether somebody has begun to write an announcement.</summary>
    public bool IsWriting { get; private set; }

    public IEnumerable<SelectListItem> Choices(Phrases phrases) =>
        ShownWords.Categories(Contest).Select(label => new SelectListItem(ShownWords.Category(label, phrases), label ?? ""));

    /// <param name="phan"><c>dem</c>: only how many wait; else given: only the lists.</param>
    public async Task<IActionResult> OnGetAsync(long id, string? phan, CancellationToken ct)
    {
        if (!await EnterAsync(id, ct))
        {
            return NotFound();
        }
        if (phan == "dem")
        {
            return Partial("/Staff/_OpenCount.cshtml", (await clarifications.OpenAsync(ct)).GetValueOrDefault(Contest.Id));
        }
        Say.Audience = Audience.All;
        await ShowAsync(ct);
        return phan is null ? Page() : Partial("_DeskNow", this);
    }

    /// <summary>Announces something.</summary>
    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await EnterAsync(id, ct) || !IsOfContest(Say.Label))
        {
            return NotFound();
        }
        if (Say.Read(ModelState, Words) is { } said && !await HasNameAsync(said, ct))
        {
            said = said with { Audience = said.Audience == Audience.Everybody ? Audience.Everybody : Audience.All };
            var decision = ClarificationRule.Announce(Who, said, Now);
            if (decision.Act is { } act)
            {
                var label = string.IsNullOrEmpty(Say.Label) ? null : Say.Label;
                var key = FormKey.Of(Say.Key, Who.Login, label ?? "", act.Text, Say.From ?? "");
                if (await clarifications.AnnounceAsync(Contest.Id, label, act, key, ct))
                {
                    await NoteAsync("announced", $"{label ?? "-"}, {act.Audience}");
                }
                TempData["toast"] = Words[act.IsPlannedAt(Now) ? "talk.announced.planned" : "talk.announced"];
                return Redirect(StaffPaths.Talk(Contest.Id));
            }
            Refuse(decision.Result);
        }
        IsWriting = true;
        await ShowAsync(ct);
        return Page();
    }

    private bool IsOfContest(string? label) => string.IsNullOrEmpty(label) || Contest.Problems.Any(problem => problem.Label == label);

    private async Task ShowAsync(CancellationToken ct)
    {
        var all = (await clarifications.OfContestAsync(Contest.Id, ct))
            .Where(one => string.IsNullOrEmpty(About) || (one.Label ?? General) == About)
            .ToList();
        Open = [.. all.Where(one => one.IsOpen)];
        var said = all.Where(one => !one.IsOpen).OrderByDescending(one => one.Acts[^1].Id).ToList();
        Paging = Paging.Of(said.Count, PageSize, PageNumber);
        Said = Paging.Of(said);
        Numbers = await NumbersAsync(ct);
    }
}
