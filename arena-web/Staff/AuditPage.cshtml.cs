using ArenaWeb.Accounts;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Staff;

/// <summary>Who of the staff did what and when.</summary>
[Authorize(Policies.Organiser)]
internal sealed class AuditPageModel(Audit audit, IContests contests, Phrases words) : PageModel
{
    private const int PageSize = 100;

    /// <summary>Acts that have words of their own.</summary>
    private static readonly string[] Known =
    [
        "level.handedIn",
        "level.approved",
        "level.givenBack",
        "contest.created",
        "contest.changed",
        "contest.started",
        "contest.extended",
        "contest.stopped",
        "contest.thawed",
        "contest.undone",
        "contest.moved",
        "contest.paused",
        "contest.wentOn",
        "contest.removed",
        "contest.copied",
        "contest.overridden",
        "gallery.shown",
        "gallery.declined",
        "pupils.added",
        "school.pupils",
        "pupil.pin",
        "pupil.publish",
        "privacy.recorded",
        "privacy.withdrawn",
        "privacy.asked",
        "privacy.answered",
        "privacy.extended",
        "privacy.closed",
        "privacy.erased",
        "privacy.exported",
        "privacy.retained",
        "pupil.lifted",
        "pupil.device",
        "contest.oneDevice",
        "account.added",
        "account.overridden",
        "account.granted",
        "account.revoked",
        "account.disabled",
        "account.enabled",
        "account.reset",
        "account.password",
        "account.everywhere",
        "account.factor",
        "account.factorRemoved",
        "rejudging.started",
        "rejudging.applied",
        "rejudging.discarded",
        "judge.drained",
        "judge.resumed",
        "problem.imported",
        "problem.replaced",
        "problem.verified",
        "clarification.claimed",
        "clarification.released",
        "clarification.answered",
        "clarification.corrected",
        "clarification.announced",
        "clarification.withdrawn",
        "clarification.canned",
        "org.added",
        "org.corrected",
        "org.renamed",
        "org.moved",
        "org.ended",
        "org.takenBack",
        "org.imported",
        "edition.changed",
        "entry.terms",
        "entry.team",
        "entry.removed",
        "entry.ask",
        "entry.takeBack",
        "entry.giveBack",
        "entry.approve",
        "entry.reopen",
        "entry.waive",
        "entry.withdraw",
        "entry.admitted",
        "exam.rooms",
        "exam.shifts",
        "exam.seed",
        "exam.planned",
        "exam.moved",
        "exam.cards",
        "class.turned",
        "class.opened",
        "class.closed",
        "class.kept",
        "class.code",
        "class.secrets",
        "class.secret",
        "class.codesLifted",
    ];

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Paging Paging { get; private set; }

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    public IReadOnlyDictionary<ContestId, Contest> Contests { get; private set; } = new Dictionary<ContestId, Contest>();

    /// <summary>What was done, in words; the bare name of an act that has none.</summary>
    public string Act(AuditEntry entry) => Known.Contains(entry.Act) ? words[$"admin.act.{entry.Act}"] : entry.Act;

    /// <summary>The detail, a window in Vietnam's time.</summary>
    public string Detail(AuditEntry entry) =>
        SavedWindow.Parse(entry.Detail) is { } window
            ? words["admin.act.window", words.Moment(window.Start), words.Moment(window.End)]
            : entry.Detail;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Paging = Paging.Of(await audit.CountAsync(ct), PageSize, PageNumber);
        Entries = await audit.LatestAsync(Paging.Skip, Paging.Size, ct);
        Contests = (await contests.ListAsync(ct)).ToDictionary(contest => contest.Id);
    }
}
