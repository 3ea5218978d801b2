using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Clarifications.Threads;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Live;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Lite;
using Judge.Rejudge;
using Judge.Score;
using Judge.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Staff;

/// <summary>The organiser's home: contests by what they ask for now, and what is wrong.</summary>
[Authorize(Policies.Organiser)]
internal sealed class IndexModel(
    IContests contests,
    ClusterWatch watch,
    IJudgements judgements,
    IRejudgings rejudgings,
    Headcount heads,
    ClarificationStore clarifications,
    LiveFeed feed,
    IEnumerable<IAlarmSource> sources,
    JudgeOptions options,
    TimeProvider time
) : PageModel
{
    private const int PageSize = 50;

    /// <summary>Running ones first, then those to come, the soonest first, then those that are over, the latest first.</summary>
    public IReadOnlyList<ContestLine> Contests { get; private set; } = [];

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public DateTimeOffset Now { get; private set; }

    public Paging Paging { get; private set; }

    /// <summary>One page of the contests.</summary>
    public IReadOnlyList<ContestLine> Shown { get; private set; } = [];

    public bool MayCreate => HttpContext.House().May("contests");

    public IReadOnlyList<Alarm> Alarms { get; private set; } = [];

    /// <summary>How many questions wait for an answer in each contest.</summary>
    public IReadOnlyList<(Contest Contest, int Open)> Questions { get; private set; } = [];

    /// <summary>Questions in contests that come first on the page.</summary>
    public LiveLine Live { get; private set; } = null!;

    /// <summary>Only what waits for an answer.</summary>
    public async Task<IActionResult> OnGetOpenAsync(CancellationToken ct) => Partial("_OpenQuestions", await QuestionsAsync(ct));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var heard = feed.Heard;
        Questions = await QuestionsAsync(ct);
        var now = Now = time.GetUtcNow();
        var asker = HttpContext.Asker();
        var pupils = await heads.ByContestAsync(ct);
        var failures = await judgements.FailuresAsync(ct);
        var undecided = (await rejudgings.ReadyAsync(ct)).ToLookup(rejudging => rejudging.Scope.Contest);
        Contests = ContestLine.InOrder(
            from contest in await contests.ListAsync(ct)
            where ContestAccess.RightsOf(asker, contest, now).May(Objects.SetUp)
            select new ContestLine(
                contest,
                contest.PhaseAt(now),
                pupils.GetValueOrDefault(contest.Id),
                failures.GetValueOrDefault(contest.Id)
            )
            {
                State = ContestLife.At(contest, contest.Life, now).State,
                Undecided = [.. undecided[contest.Id]],
            }
        );
        Paging = Paging.Of(Contests.Count, PageSize, PageNumber);
        Shown = Paging.Of(Contests);
        Alarms =
        [
            .. HttpContext.House().May("requests") ? await OthersAsync(ct) : [],
            .. HttpContext.House().May("judges") ? await MachinesAsync(now, ct) : [],
        ];
        Live = OpenQuestions.Live(heard, Contests.Select(line => line.Contest));
    }

    private async Task<IReadOnlyList<Alarm>> OthersAsync(CancellationToken ct)
    {
        var alarms = new List<Alarm>();
        foreach (var source in sources)
        {
            alarms.AddRange(await source.LookAsync(ct));
        }

        return alarms;
    }

    private async Task<IReadOnlyList<Alarm>> MachinesAsync(DateTimeOffset now, CancellationToken ct) =>
        [
            .. JudgeAlarms.Of(await watch.LookAsync(ct), now),
            .. MovedAside.Beside(options.LiveFile).Select(path => new Alarm("warning", "admin.alarm.drafts", Path.GetFileName(path))),
        ];

    private Task<IReadOnlyList<(Contest Contest, int Open)>> QuestionsAsync(CancellationToken ct) =>
        OpenQuestions.FindAsync(OpenQuestions.Of(HttpContext.Asker(), time.GetUtcNow()), contests, clarifications, ct);
}

/// <param name="Failures">Submissions that we could not judge.</param>
internal sealed record ContestLine(Contest Contest, ContestPhase Phase, int Pupils, int Failures)
{
    public ContestState State { get; init; }

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
