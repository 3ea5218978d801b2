using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Contests;
using ArenaWeb.Live;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Wall;

/// <summary>A class at work: who needs somebody, and why. Told anew with every verdict.</summary>
[Authorize(Policies.Staff)]
internal sealed class WallPageModel(WallDesk desk, LiveFeed feed, IContests contests, IContestActs acts, Audit audit, Phrases words)
    : PageModel
{
    /// <summary>What is given in a room at once; the organiser gives more.</summary>
    public const int MostMinutes = 30;

    public ClassWall Wall { get; private set; } = null!;

    /// <summary>What the page listens to.</summary>
    public LiveLine Live { get; private set; } = null!;

    public string Path => $"{StaffPaths.Wall(Wall.Contest.Id)}?lop={Uri.EscapeDataString(Wall.Chosen.Key)}";

    /// <summary>Why minutes or a pause were refused; empty: nothing was.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>What was typed and refused.</summary>
    public (long Pupil, int? Minutes, string Reason) Typed { get; private set; } = (0, 5, "");

    /// <summary>Pauses that go on, of pupils only whose time the reader may change.</summary>
    public IEnumerable<TimeFact> Pauses =>
        Wall.Contest.Times.Where(fact => fact is { Kind: TimeKind.Pause, To: null, ConcernsAll: false } && fact.Entrants.All(IsTimed));

    /// <summary>Candidate numbers of those whom a decision names.</summary>
    public string WhoOf(TimeFact fact) =>
        string.Join(", ", Wall.Timed.Where(person => fact.Entrants.Contains(person.Entrant)).Select(person => person.Sbd));

    /// <summary>Reasons in words, such as "more runs than most needed".</summary>
    public static IEnumerable<string> Reasons(Need needs, Phrases words) =>
        Enum.GetValues<Need>().Where(need => need != Need.None && needs.HasFlag(need)).Select(need => words[$"puzzle.need.{need}"]);

    /// <param name="lop">Key of a group.</param>
    /// <param name="phan">Given: only the rows.</param>
    public async Task<IActionResult> OnGetAsync(long id, string? lop, string? phan, CancellationToken ct)
    {
        var heard = feed.Heard;
        if (await desk.FindAsync(new(id), lop, HttpContext.Asker(), ct) is not { } wall)
        {
            return NotFound();
        }
        Show(wall, heard);
        return phan is null ? Page() : Partial("_WallNow", this);
    }

    /// <summary>Gives minutes to a pupil or the group, or stops their clocks.</summary>
    /// <param name="pupil">Number of the pupil; 0: all of the group.</param>
    /// <param name="minutes">How many; null: the clock stands still until it is let go on.</param>
    public async Task<IActionResult> OnPostTimeAsync(long id, string? lop, long pupil, int? minutes, string? reason, CancellationToken ct)
    {
        var heard = feed.Heard;
        if (await desk.FindAsync(new(id), lop, HttpContext.Asker(), ct) is not { Timed.Count: > 0 } wall)
        {
            return NotFound();
        }
        Show(wall, heard);
        List<EntrantId> who = [.. wall.Timed.Select(person => person.Entrant).Where(one => pupil == 0 || one.Value == pupil)];
        var why = new Grounds(Visitor.Staff(User).Login, reason ?? "");
        var flaw =
            who.Count == 0 ? TimeFlaw.UnknownEntrant
            : minutes is not { } given ? await acts.PauseAsync(wall.Contest.Id, who, why, ct)
            : given is > 0 and <= MostMinutes ? await acts.ExtendAsync(wall.Contest.Id, who, given, why, ct)
            : TimeFlaw.Amount;
        if (flaw == TimeFlaw.None)
        {
            return await DoneAsync(minutes is null ? "contest.paused" : "contest.extended");
        }
        (Typed, Trouble) = ((pupil, minutes, why.Reason), FlawOf(flaw));
        return Page();
    }

    /// <param name="fact">Number of a pause.</param>
    public async Task<IActionResult> OnPostGoOnAsync(long id, string? lop, long fact, CancellationToken ct)
    {
        var heard = feed.Heard;
        if (await desk.FindAsync(new(id), lop, HttpContext.Asker(), ct) is not { } wall)
        {
            return NotFound();
        }
        Show(wall, heard);
        if (Pauses.FirstOrDefault(one => one.Id == fact) is not { } pause)
        {
            return NotFound();
        }
        var flaw = await acts.GoOnAsync(wall.Contest.Id, pause.Entrants, ct);
        if (flaw == TimeFlaw.None)
        {
            return await DoneAsync("contest.wentOn");
        }
        Trouble = FlawOf(flaw);
        return Page();
    }

    private string FlawOf(TimeFlaw flaw) => flaw == TimeFlaw.Amount ? words["puzzle.time.flaw", MostMinutes] : words[$"times.flaw.{flaw}"];

    private async Task<IActionResult> DoneAsync(string act)
    {
        var made = (await contests.FindAsync(Wall.Contest.Id, CancellationToken.None))!.Times[^1];
        await audit.WriteAsync(Visitor.Staff(User).Login, act, Wall.Contest.Id, TimesPageModel.Told(made));
        TempData["toast"] = words[$"times.done.{act}"];
        return Redirect(Path);
    }

    private void Show(ClassWall wall, long heard) =>
        (Wall, Live) = (wall, new(heard, LiveTopic.Wall(wall.Contest.Id), LiveTopic.Clock(wall.Contest.Id)));

    private bool IsTimed(EntrantId pupil) => Wall.Timed.Any(person => person.Entrant == pupil);
}
