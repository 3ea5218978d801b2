using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Live;
using ArenaWeb.Schools.Tree;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Staff;

/// <summary>A juror's home: questions to answer, and the dossiers to mark.</summary>
[Authorize(Policies.Staff)]
internal sealed class JurorHomeModel(
    IContests contests,
    ClarificationStore clarifications,
    LiveFeed feed,
    OrgUnits units,
    TimeProvider time
) : PageModel
{
    public string DisplayName => Visitor.Staff(User).Name;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Those that run before those to come; what is over is left out.</summary>
    public IReadOnlyList<Contest> Contests { get; private set; } = [];

    /// <summary>Works for a school or in a room, which have pages of their own.</summary>
    public bool HasPlace => HttpContext.Asker().Grants.Any(grant => grant.Scope is { Unit: not null } or { Room: not null });

    public IReadOnlyList<(Contest Contest, int Open)> Questions { get; private set; } = [];

    /// <summary>Whose pupils' data the reader looks after.</summary>
    public IReadOnlyList<OrgUnit> Schools { get; private set; } = [];

    public LiveLine Live { get; private set; } = null!;

    /// <param name="phan">Given: only what waits for an answer.</param>
    public async Task<IActionResult> OnGetAsync(string? phan, CancellationToken ct)
    {
        var heard = feed.Heard;
        var isMine = OpenQuestions.Of(HttpContext.Asker(), Now);
        Questions = await OpenQuestions.FindAsync(isMine, contests, clarifications, ct);
        Contests =
        [
            .. (await contests.ListAsync(ct))
                .Where(isMine)
                .Where(contest => contest.PhaseAt(Now) != ContestPhase.Over)
                .OrderBy(contest => contest.Start),
        ];
        var tree = await units.TreeAsync(ct);
        Schools =
        [
            .. HttpContext
                .Asker()
                .Grants.Where(grant =>
                    grant.Scope.Unit is { } unit && Rights.Of(HttpContext.Asker(), Subject.School(unit), default).May("consents")
                )
                .Select(grant => tree.Find(new(grant.Scope.Unit!.Value)))
                .OfType<OrgUnit>()
                .Where(unit => unit.Kind == UnitKind.School)
                .Distinct(),
        ];
        Live = OpenQuestions.Live(heard, Contests);
        return phan is null ? Page() : Partial("_OpenQuestions", Questions);
    }
}
