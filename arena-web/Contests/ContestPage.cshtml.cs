using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Submit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Contests;

/// <summary>One contest: its rules, and the switches for starting, extending and ending it.</summary>
[Authorize(Policies.Organiser)]
internal sealed class ContestPageModel(
    IContests contests,
    IContestActs acts,
    ISubmissions submissions,
    ProblemLibrary library,
    Languages languages,
    Audit audit,
    PackageEntries entries,
    Lexicon lexicon,
    Phrases words,
    TimeProvider time
) : ContestFormPage(library, languages, words, time)
{
    private const string UndoKey = "undo";

    public Contest Contest { get; private set; } = null!;

    public ContestPhase Phase { get; private set; }

    /// <summary>The window before the last switch, to be taken back; null: nothing to take back.</summary>
    public string? Undo { get; private set; }

    public override string Path => StaffPaths.Contest(Contest.Id);

    public override string? EndHint => Contest.Times.Count > 0 ? Words["admin.field.end.planned"] : null;

    /// <summary>How the contest's packages stand.</summary>
    public IReadOnlyList<PackageStanding> Standings { get; private set; } = [];

    /// <summary>Packages that need a reason to enter.</summary>
    public IReadOnlyList<PackageStanding> Blocked { get; private set; } = [];

    public LifeCard Life => new(ContestLife.At(Contest, Contest.Life, Now), Contest.Id);

    /// <summary>A copy is a new contest.</summary>
    public bool MayCopy => HttpContext.House().May("contests");

    protected override IEnumerable<string> Kept => Contest.Problems.Select(problem => problem.Problem);

    public ContestHeader Header => new(Contest, Phase, StaffPaths.Contest(Contest.Id));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Form = ContestFormRule.Write(Contest);
        ShowLibrary();
        Undo = TempData[UndoKey] as string;
        return Page();
    }

    /// <param name="act">What was pressed among the problems.</param>
    public async Task<IActionResult> OnPostProblemsAsync(long id, string? act, CancellationToken ct) =>
        await FindAsync(id, ct) ? ShowProblems(act) : NotFound();

    /// <param name="reason">Why packages enter that fail their own solutions; empty: there are none.</param>
    public async Task<IActionResult> OnPostAsync(long id, string? act, string? reason, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (IsSearch(act))
        {
            return ShowProblems(act);
        }

        var (changed, faults) = Read(Contest);
        if (Form.Seen != ContestFormRule.Stamp(Contest))
        {
            faults = [new(nameof(Form.Seen), "admin.flaw.Stale")];
        }
        else if (changed is not null)
        {
            faults = await HandedInAsync(changed, ct);
            Blocked = await entries.BlockedAsync(changed, Contest, ct);
            faults = Blocked.Count > 0 && PackageEntryRule.Reason(reason) is null ? [.. faults, PackageEntries.ReasonMissing] : faults;
        }

        if (changed is not null && faults.Count == 0)
        {
            try
            {
                var saved = await ChangeAsync(
                    ContestFormRule.WithMomentsOf(Contest, changed),
                    "contest.changed",
                    Words["admin.saved"],
                    undo: false,
                    ct
                );
                await entries.OverrideAsync(Contest.Id, Blocked, PackageEntryRule.Reason(reason) ?? "", Visitor.Staff(User).Login);
                return saved;
            }
            catch (ContestException refused)
            {
                faults = ContestFields.FaultsOf(refused);
            }
        }
        return Refuse(faults);
    }

    public Task<IActionResult> OnPostStartAsync(long id, CancellationToken ct) =>
        MoveAsync(id, "contest.started", Words["admin.started"], WindowMoves.StartNow, ct);

    public Task<IActionResult> OnPostThawAsync(long id, CancellationToken ct) =>
        MoveAsync(id, "contest.thawed", Words["admin.thawed"], (contest, _) => WindowMoves.Thaw(contest), ct);

    public Task<IActionResult> OnPostUndoAsync(long id, string? window, CancellationToken ct) =>
        MoveAsync(id, "contest.undone", Words["admin.undone"], (contest, _) => SavedWindow.Parse(window)?.On(contest), ct, undo: false);

    /// <summary>Brings the contest to its next state.</summary>
    /// <param name="move">A <see cref="LifeAct"/>.</param>
    /// <param name="why">Asked for where something is taken back.</param>
    public async Task<IActionResult> OnPostMoveAsync(long id, LifeAct move, string? why, CancellationToken ct)
    {
        if (move == LifeAct.None || !Enum.IsDefined(move) || !await FindAsync(id, ct))
        {
            return NotFound();
        }

        var login = Visitor.Staff(User).Login;
        var bar = await acts.MoveAsync(Contest.Id, move, new(login, why ?? ""), ct);
        if (bar == LifeBar.None)
        {
            await audit.WriteAsync(login, "contest.moved", Contest.Id, $"{move} {why}".TrimEnd());
        }

        TempData["toast"] = Words[bar == LifeBar.None ? $"life.act.{move}.done" : $"life.bar.{bar}"];
        return Redirect(StaffPaths.Contest(Contest.Id));
    }

    /// <summary>Makes a copy to practise with or to take part in afterwards.</summary>
    public async Task<IActionResult> OnPostCopyAsync(long id, CopyKind kind, CancellationToken ct)
    {
        if (kind is not (CopyKind.Practice or CopyKind.Virtual) || !MayCopy || !await FindAsync(id, ct))
        {
            return NotFound();
        }

        var taken = (await contests.ListAsync(ct)).Select(contest => contest.Code).ToHashSet();
        if (ContestCopyRule.Of(Contest, kind, NameOf, taken, Now) is not { } copy)
        {
            TempData["toast"] = Words["copies.not"];
            return Redirect(StaffPaths.Contest(Contest.Id));
        }

        copy = await contests.AddAsync(copy, ct);
        await audit.WriteAsync(Visitor.Staff(User).Login, "contest.copied", copy.Id, $"{Contest.Code} {kind}");
        TempData["toast"] = Words[$"copies.{kind}.done"];
        return Redirect(StaffPaths.Contest(copy.Id));

        string NameOf(string language, string name) =>
            SiteLanguage.All.FirstOrDefault(one => one.Code == language) is { } known ? lexicon[known][$"copies.{kind}.name", name] : name;
    }

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return false;
        }

        (Contest, Phase) = (contest, contest.PhaseAt(Now));
        Standings = await entries.OfAsync(contest, ct);
        return true;
    }

    private async Task<IActionResult> MoveAsync(
        long id,
        string act,
        string said,
        Func<Contest, DateTimeOffset, Contest?> move,
        CancellationToken ct,
        bool undo = true
    )
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (move(Contest, Now) is { } moved)
        {
            try
            {
                return await ChangeAsync(moved, act, said, undo, ct);
            }
            catch (ContestException)
            {
                // The sentence below says that nothing was changed.
            }
        }
        TempData["toast"] = Words["admin.moved.not"];
        return Redirect(StaffPaths.Contest(Contest.Id));
    }

    private async Task<IActionResult> ChangeAsync(Contest changed, string act, string said, bool undo, CancellationToken ct)
    {
        await contests.ChangeAsync(changed, ct);
        await audit.WriteAsync(Visitor.Staff(User).Login, act, changed.Id, SavedWindow.Of(changed).ToString());
        if (undo)
        {
            TempData[UndoKey] = SavedWindow.Of(Contest).ToString();
        }

        TempData["toast"] = said;
        return Redirect(StaffPaths.Contest(changed.Id));
    }

    /// <summary>A problem that somebody has handed in cannot leave the contest or change its label.</summary>
    private async Task<IReadOnlyList<FormFault>> HandedInAsync(Contest changed, CancellationToken ct)
    {
        var faults = new List<FormFault>();
        foreach (
            var gone in Contest.Problems.Where(old => !changed.Problems.Any(kept => kept.Label == old.Label && kept.Problem == old.Problem))
        )
        {
            var handed = await submissions.ListAsync(
                new()
                {
                    Contest = Contest.Id,
                    Label = gone.Label,
                    Most = 1,
                },
                ct
            );
            if (handed.Count > 0)
            {
                faults.Add(new(nameof(Form.Problems), "admin.flaw.HandedIn"));
            }
        }
        return faults;
    }
}
