using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using ArenaWeb.Boards;
using ArenaWeb.Live;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles;

/// <summary>A line of a leaderboard.</summary>
internal sealed record RankLine(int Rank, ShownPerson Person, int Stars, int Solved, int Minutes, bool IsOwn);

/// <summary>Who is looked at together on a leaderboard.</summary>
internal enum Circle
{
    Class,
    School,
    City,
}

/// <summary>The hour as it went: stars, levels, certificate, and once all are done the leaderboards of class, school and city.</summary>
[Authorize(Policies.Pupil)]
internal sealed class FinishModel(
    PupilContests contests,
    OwnSubmissions own,
    LevelDoor door,
    Gallery gallery,
    People people,
    PublicBoards boards,
    ClassTotals totals,
    Phrases words
) : PageModel
{
    /// <summary>Shown at once; the own line always.</summary>
    private const int MostLines = 30;

    public PupilContest PupilContest { get; private set; } = null!;

    /// <summary>By level, in the contest's order; of what counts.</summary>
    public IReadOnlyList<LevelMark> Path { get; private set; } = [];

    public int Stars => Path.Sum(mark => mark.Stars());

    public int Solved => Path.Count(mark => mark.Stars() > 0);

    /// <summary>The first level that has not all stars; null: all have.</summary>
    public ContestProblem? NextLevel =>
        PupilContest
            .Contest.Problems.Zip(Path)
            .Where(level => level.Second != LevelMark.Three)
            .Select(level => level.First)
            .FirstOrDefault();

    public Circle Circle { get; private set; }

    /// <summary>Null: closed while somebody still sits in the contest.</summary>
    public IReadOnlyList<RankLine>? Lines { get; private set; }

    /// <summary>What the class has together while the leaderboard is closed; null: nothing may be said of it.</summary>
    public ClassTotal? Total { get; private set; }

    /// <summary>What the page listens to.</summary>
    public LiveLine Live => PupilContest.Live with { Topics = [.. PupilContest.Live.Topics, LiveTopic.Board(PupilContest.Contest.Id)] };

    /// <summary>Address of the leaderboard alone.</summary>
    public string RanksPath => $"{PupilContest.Finish()}?trong={Circle}&phan=1";

    /// <summary>Free levels that the pupil has run, with what became of the last program there; None: it was not offered.</summary>
    public IReadOnlyList<(string Label, WorkState State)> Free { get; private set; } = [];

    /// <summary>Offers the last program of a free level to be shown.</summary>
    public async Task<IActionResult> OnPostShareAsync(string code, string label, CancellationToken ct)
    {
        if (
            await contests.EnterAsync(User, code, ct) is not { } contest
            || door.Open(contest, label) is not { Problem.Level.Free: true } level
            || await own.ListAsync(contest, level.Entry.Label, 1, ct) is not [var last]
        )
        {
            return NotFound();
        }
        await gallery.OfferAsync(contest.Contest.Id, contest.Pupil.Entrant, level.Entry.Label, last.Submission.Id, ct);
        TempData["toast"] = words["puzzle.gallery.offered"];
        return LocalRedirect(contest.Finish());
    }

    private async Task<IReadOnlyList<(string, WorkState)>> FreeAsync(PupilContest contest, CancellationToken ct)
    {
        var offered = (await gallery.OfContestAsync(contest.Contest.Id, ct)).ToDictionary(work => work.Submission, work => work.State);
        var found = new List<(string, WorkState)>();
        foreach (var label in contest.Contest.Problems.Select(problem => problem.Label))
        {
            if (door.Open(contest, label) is { Problem.Level.Free: true } && await own.ListAsync(contest, label, 1, ct) is [var last])
            {
                found.Add((label, offered.GetValueOrDefault(last.Submission.Id)));
            }
        }

        return found;
    }

    /// <param name="trong">Name of a <see cref="Puzzles.Circle"/>; anything else: the class.</param>
    /// <param name="phan">Given: only the leaderboard.</param>
    public async Task<IActionResult> OnGetAsync(string code, string? trong, string? phan, CancellationToken ct)
    {
        if (await contests.EnterPageAsync(User, code, ct) is not { Started: true } contest)
        {
            return NotFound();
        }
        PupilContest = contest;
        Path = await PathAsync(contest, own, ct);
        Free = await FreeAsync(contest, ct);
        Circle = Enum.TryParse<Circle>(trong, ignoreCase: true, out var circle) && Enum.IsDefined(circle) ? circle : Circle.Class;
        if (BoardVisibility.IsOpen(contest.Contest, contest.Now))
        {
            Lines = LinesOf(await boards.SnapshotAsync(contest.Contest, ct));
        }
        else if (contest.Rights.May(Objects.ClassTotal))
        {
            Total = (await TotalAsync(contest, ct)).Shown;
        }
        return phan is null ? Page() : Partial("_Ranks", this);
    }

    private async Task<ClassTotal> TotalAsync(PupilContest contest, CancellationToken ct)
    {
        var all = await people.ListAsync(contest.Contest.Id, ct);
        var me = all.FirstOrDefault(one => one.Entrant == contest.Pupil.Entrant);
        var mates = all.Where(one => me is not null && one.School == me.School && one.Class == me.Class).Select(one => one.Entrant);
        return (await totals.OfAsync(contest.Contest, [mates], ct))[0];
    }

    /// <summary>What counts of a pupil's runs.</summary>
    internal static async Task<IReadOnlyList<LevelMark>> PathAsync(PupilContest contest, OwnSubmissions own, CancellationToken ct)
    {
        var runs = (await own.ListAsync(contest, null, OwnSubmissions.All, ct))
            .Where(one => contest.Clock.Counts(one.Submission.At))
            .Select(one => LevelRuns.Of(one.Submission, one.Judgement))
            .ToLookup(run => run.Label);
        return [.. contest.Contest.Problems.Select(problem => LevelRun.Best(runs[problem.Label]))];
    }

    private IReadOnlyList<RankLine> LinesOf(BoardSnapshot board)
    {
        var shown = board.People;
        if (!shown.TryGetValue(PupilContest.Pupil.Entrant, out var me))
        {
            return [];
        }
        var rows = GroupRanks.Of(board.Rows, row => row.Points > 0 && shown.TryGetValue(row.Entrant, out var one) && IsNear(one, me));
        return
        [
            .. rows.Where((row, i) => i < MostLines || row.Entrant == me.Entrant)
                .Select(row => new RankLine(
                    row.Rank,
                    row.Entrant == me.Entrant ? me with { Name = PupilContest.Pupil.Name } : shown[row.Entrant],
                    (int)row.Points,
                    row.Cells.Count(cell => cell.Points > 0),
                    row.Penalty,
                    row.Entrant == me.Entrant
                )),
        ];
    }

    private bool IsNear(ShownPerson one, ShownPerson me) =>
        Circle == Circle.City || (one.School == me.School && (Circle == Circle.School || one.Class == me.Class));
}
