using ArenaWeb.Accounts;
using ArenaWeb.Judgements;
using ArenaWeb.Problems;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Arena;

/// <summary>A contest's first page: what is to be done, and how far the pupil is.</summary>
[Authorize(Policies.Pupil)]
internal sealed class ContestModel(
    PupilContests contests,
    IContestActs acts,
    RepeatContests repeats,
    EditionStore editions,
    OwnSubmissions own,
    Sessions sessions,
    ProblemLibrary library,
    Languages languages,
    Phrases phrases
) : PageModel
{
    /// <summary>Asks for the pupil's own clock alone.</summary>
    public const string ClockPart = "dong-ho";

    public PupilContest PupilContest { get; private set; } = null!;

    public Edition Edition { get; private set; } = null!;

    /// <summary>Empty before the start.</summary>
    public IList<ProblemCard> Cards { get; } = [];

    public IReadOnlyList<Language> Languages { get; private set; } = [];

    /// <summary>Contests that repeat this one, for who wants to do it again.</summary>
    public IReadOnlyList<Contest> Repeats { get; private set; } = [];

    public decimal Total { get; private set; }

    public decimal FullMark => PupilContest.Contest.Problems.Sum(problem => problem.Points);

    /// <summary>It is an hour of puzzles: a path of levels instead of cards.</summary>
    public bool IsLevels => PupilContest.Contest.Problems.Any(problem => library.Recall(problem.Problem)?.Problem?.Level is not null);

    /// <summary>The first level that has not all stars; null: all have.</summary>
    public ProblemCard? NextLevel => Cards.FirstOrDefault(card => (card.Progress.Points ?? 0) < card.Progress.Problem.Points);

    public int Solved => Cards.Count(card => card.Progress.Solved);

    public bool IsPoints => PupilContest.Contest.Scoring != ScoringStyle.Icpc;

    /// <summary>When the pupil's time is; the day once where it is one.</summary>
    public string Window(Phrases words)
    {
        var (start, end) = (PupilContest.Starts, PupilContest.Clock.EndAt(PupilContest.Now));
        return words.Date(start) == words.Date(end)
            ? words["arena.window", words.Time(start), words.Time(end), words.Date(end)]
            : words["arena.window.days", words.Time(start), words.Date(start), words.Time(end), words.Date(end)];
    }

    /// <param name="phan">Given: only the part that changes while the page is open.</param>
    public async Task<IActionResult> OnGetAsync(string code, string? phan, CancellationToken ct)
    {
        if (await contests.EnterPageAsync(User, code, ct) is not { } contest)
        {
            return NotFound();
        }
        PupilContest = contest;
        if (phan == ClockPart)
        {
            return Partial("/Layout/_OwnClock.cshtml", contest.Bar(phrases, contest.Path));
        }
        Edition = await editions.FindAsync(contest.Contest.Id, ct);
        Languages = ContestLanguages.Of(contest.Contest, languages);
        Repeats = await repeats.OfAsync(contest, ct);
        if (contest.Started)
        {
            (Total, var problems) = Progress.Of(contest, await own.ListAsync(contest, null, OwnSubmissions.All, ct));
            foreach (var one in problems)
            {
                Cards.Add(await CardAsync(one, ct));
            }
        }
        return phan is null ? Page() : Partial("_ContestNow", this);
    }

    /// <summary>The pupil presses start: the own clock goes from now on.</summary>
    public async Task<IActionResult> OnPostBeginAsync(string code, CancellationToken ct)
    {
        if (await contests.EnterAsync(User, code, ct) is not { } contest)
        {
            return NotFound();
        }
        var flaw = await acts.BeginAsync(contest.Contest.Id, contest.Pupil.Entrant, ct);
        TempData["toast"] = phrases[
            flaw switch
            {
                TimeFlaw.None => "life.begun",
                TimeFlaw.Paused => "life.begin.paused",
                _ => $"times.flaw.{flaw}",
            }
        ];
        return LocalRedirect(contest.Path);
    }

    /// <summary>Goes on in a contest that repeats this one.</summary>
    public async Task<IActionResult> OnPostRepeatAsync(string code, long copy, CancellationToken ct)
    {
        if (await contests.EnterAsync(User, code, ct) is not { } contest || await repeats.EnterAsync(contest, copy, ct) is not { } place)
        {
            return NotFound();
        }
        await sessions.BeginAsync(HttpContext, Visitor.Principal(place.Person), isOnly: false);
        return LocalRedirect($"/thi/{place.Copy.Code}");
    }

    private async Task<ProblemCard> CardAsync(Progress progress, CancellationToken ct)
    {
        var best = progress.Best is { } handed ? await own.FindAsync(PupilContest, handed.Submission.Id.Value, ct) : null;
        var shown = best is null ? null : progress.OnCard(PupilContest.Show(progress.Problem, best.Judgement));
        return new(progress, library.Look(progress.Problem.Problem)?.Problem, shown);
    }
}

/// <summary>A problem on the contest's page.</summary>
/// <param name="Problem">Null: its package is gone, which the organiser must mend.</param>
/// <param name="Shown">Of the submission that counts; null: nothing handed in.</param>
internal sealed record ProblemCard(Progress Progress, Problem? Problem, ShownResult? Shown);
