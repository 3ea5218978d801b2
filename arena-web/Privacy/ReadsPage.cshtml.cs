using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Privacy;

/// <summary>For a school: who looked at the names of its pupils, in which part and when.</summary>
[Authorize(Policies.Staff)]
internal sealed class ReadsPageModel(OrgUnits units, SchoolData data, AccessLog log, IContests contests, Audit audit, Phrases words)
    : SchoolPage(units, audit, words)
{
    private const int PageSize = 100;

    /// <summary>Nobody looks further back on a page; the export has all.</summary>
    private const int MostPages = 100;

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Paging Paging { get; private set; }

    public IReadOnlyList<AccessRead> Reads { get; private set; } = [];

    public IReadOnlyDictionary<long, Contest> Contests { get; private set; } = new Dictionary<long, Contest>();

    public async Task<IActionResult> OnGetAsync(long unit, CancellationToken ct)
    {
        if (!await FindAsync(unit, ct))
        {
            return NotFound();
        }
        var open = await data.ContestsAsync(School.Id, ct);
        var number = Math.Clamp(PageNumber, 1, MostPages);
        // One more than a page tells whether there is another.
        var found = await log.OfSchoolAsync(unit, open, (number - 1) * PageSize, PageSize + 1, ct);
        Paging = new(number, found.Count > PageSize ? number + 1 : number, PageSize);
        Reads = [.. found.Take(PageSize)];
        Contests = (await contests.ListAsync(ct)).ToDictionary(contest => contest.Id.Value);
        return Page();
    }
}
