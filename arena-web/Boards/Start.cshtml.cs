using ArenaWeb.Schools.Editions;
using ArenaWeb.Staff;
using Judge.Contests;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Boards;

/// <summary>The start page: what runs, what comes and what is over.</summary>
internal sealed class StartModel(IContests contests, EditionStore editions, ClusterWatch watch, TimeProvider time) : PageModel
{
    private const int MostOver = 12;

    /// <summary>Running ones by their end, those to come by their start, then the latest that are over.</summary>
    public IReadOnlyList<(Contest Contest, ContestPhase Phase)> Contests { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    /// <summary>Of the contests of which more is said than their rules.</summary>
    public IReadOnlyDictionary<ContestId, Edition> Editions { get; private set; } = new Dictionary<ContestId, Edition>();

    /// <summary>What everybody may know of the judges; null: all is as it should be.</summary>
    public Alarm? Judging { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Judging = JudgeAlarms.ForEverybody(await watch.LookAsync(ct));
        Editions = await editions.AllAsync(ct);
        var now = time.GetUtcNow();
        var byPhase = (await contests.ListAsync(ct))
            .Where(contest => ContestLife.At(contest, contest.Life, now).State is not (ContestState.Draft or ContestState.Archived))
            .ToLookup(contest => contest.PhaseAt(now));
        Now = now;
        Contests =
        [
            .. byPhase[ContestPhase.Running].OrderBy(contest => contest.End).Select(contest => (contest, ContestPhase.Running)),
            .. byPhase[ContestPhase.Upcoming].OrderBy(contest => contest.Start).Select(contest => (contest, ContestPhase.Upcoming)),
            .. byPhase[ContestPhase.Over]
                .OrderByDescending(contest => contest.End)
                .Take(MostOver)
                .Select(contest => (contest, ContestPhase.Over)),
        ];
    }
}
