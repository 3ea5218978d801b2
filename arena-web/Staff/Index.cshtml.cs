using ArenaWeb.Accounts;
using Judge.Contests;
using Judge.Problems;
using Judge.Queue;
using Judge.Rejudge;
using Judge.Submit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Staff;

/// <summary>The organiser's home: contests by what they ask for now, and what is wrong.</summary>
[Authorize(Policies.Organiser)]
internal sealed class IndexModel(
    IContests contests,
    IJudgeQueue queue,
    ISubmissions submissions,
    IRejudgings rejudgings,
    Headcount heads,
    TimeProvider time
) : PageModel
{
    /// <summary>More failures than this are said to be "many".</summary>
    private const int MostFailures = 100;

    /// <summary>Running ones first, then those to come, the soonest first, then those that are over, the latest first.</summary>
    public IReadOnlyList<ContestLine> Contests { get; private set; } = [];

    public IReadOnlyList<Alarm> Alarms { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var pupils = await heads.ByContestAsync(ct);
        var lines = new List<ContestLine>();
        foreach (var contest in await contests.ListAsync(ct))
        {
            var failed = await submissions.ListAsync(
                new()
                {
                    Contest = contest.Id,
                    Verdict = nameof(Verdict.JudgeError),
                    Most = MostFailures,
                },
                ct
            );
            var ready = (await rejudgings.ListAsync(contest.Id, ct)).Where(rejudging => rejudging.State == RejudgingState.Ready);
            lines.Add(new(contest, contest.PhaseAt(now), pupils.GetValueOrDefault(contest.Id), failed.Count) { Undecided = [.. ready] });
        }
        Contests = ContestLine.InOrder(lines);
        Alarms = JudgeAlarms.Of(await queue.StateAsync(ct), now);
    }
}

/// <param name="Failures">Submissions that we could not judge.</param>
internal sealed record ContestLine(Contest Contest, ContestPhase Phase, int Pupils, int Failures)
{
    /// <summary>Rejudgings that are judged to their end and wait to be applied or discarded.</summary>
    public IReadOnlyList<Rejudging> Undecided { get; init; } = [];

    public static IReadOnlyList<ContestLine> InOrder(IEnumerable<ContestLine> lines)
    {
        var byPhase = lines.ToLookup(line => line.Phase);
        return
        [
            .. byPhase[ContestPhase.Running].OrderBy(line => line.Contest.End),
            .. byPhase[ContestPhase.Upcoming].OrderBy(line => line.Contest.Start),
            .. byPhase[ContestPhase.Over].OrderByDescending(line => line.Contest.End),
        ];
    }
}
