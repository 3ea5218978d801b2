using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Rosters;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Messages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Entries;

/// <summary>
/// The list of a school in a contest: đầu mối puts it together and asks, the leader approves or gives it back, the organiser reopens it and
/// makes exceptions. Each sees the list and the own steps.
/// </summary>
[Authorize(Policies.Staff)]
internal sealed class SchoolEntryPageModel(EntryDesk desk, Admission admission, Phrases words) : PageModel
{
    private Rights _rights = null!;

    public EntryCase Case { get; private set; } = null!;

    [BindProperty]
    public TeamForm Form { get; set; } = new();

    /// <summary>Of the list, as it was when the page was made.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Pupils to choose from, the chosen ones first.</summary>
    public IReadOnlyList<Pupil> Offered { get; private set; } = [];

    /// <summary>How many there are beside the chosen ones, shown or not.</summary>
    public int Found { get; private set; }

    public IReadOnlyList<Said> Refusals { get; private set; } = [];

    public SchoolEntry Entry => Case.Entry;

    public EntryTerms Terms => Case.Round.Terms;

    public bool MayPrepare => _rights.May(Objects.EntryPreparing);

    public bool MayApprove => _rights.May(Objects.EntryApproval);

    public bool MayOrganise => _rights.May(Objects.SetUp);

    /// <summary>Teams with numbers that the organiser may still take out.</summary>
    public IReadOnlyList<Team> Numbered =>
        Case.Contest.PhaseAt(Case.Round.Now) == ContestPhase.Upcoming ? [.. Entry.Teams.Where(team => team.Sbd is not null)] : [];

    public bool IsOpen => MayPrepare && Case.Locked is null;

    public string Path => EntryPaths.Of(Case.Contest.Id, Case.School.Id);

    /// <param name="doi">Number of the team to change; null: a new one.</param>
    public async Task<IActionResult> OnGetAsync(long id, long unit, long? doi, CancellationToken ct)
    {
        if (!await FindAsync(id, unit, ct))
        {
            return NotFound();
        }

        Form = Entry.Teams.FirstOrDefault(team => team.Id == doi) is { Sbd: null } team ? TeamForm.Of(team) : new();
        return Show();
    }

    /// <summary>Looks for pupils; what is chosen stays chosen.</summary>
    public async Task<IActionResult> OnPostFindAsync(long id, long unit, CancellationToken ct) =>
        await FindAsync(id, unit, ct) ? Show() : NotFound();

    public async Task<IActionResult> OnPostSaveAsync(long id, long unit, CancellationToken ct) =>
        await DoAsync(id, unit, () => MayPrepare, entry => desk.SaveAsync(entry, Form.Read(entry), Login, ct), "entries.saved", ct);

    public async Task<IActionResult> OnPostRemoveAsync(long id, long unit, long team, CancellationToken ct) =>
        await DoAsync(id, unit, () => MayPrepare, entry => desk.RemoveAsync(entry, team, Login, ct), "entries.removed", ct);

    public async Task<IActionResult> OnPostActAsync(
        long id,
        long unit,
        EntryAct act,
        string? word,
        string? rule,
        int days,
        CancellationToken ct
    ) =>
        await DoAsync(
            id,
            unit,
            () => May(act),
            entry => desk.ActAsync(entry, act, word ?? "", rule ?? "", days, Login, ct),
            $"entries.done.{act}",
            ct
        );

    public async Task<IActionResult> OnPostWithdrawAsync(long id, long unit, long team, string? word, CancellationToken ct) =>
        await DoAsync(
            id,
            unit,
            () => MayOrganise,
            entry => admission.WithdrawAsync(entry, team, word ?? "", Login, ct),
            "entries.withdrawn",
            ct
        );

    private string Login => Visitor.Staff(User).Login;

    private bool May(EntryAct act) =>
        act switch
        {
            EntryAct.Ask or EntryAct.TakeBack => MayPrepare,
            EntryAct.Approve or EntryAct.GiveBack => MayApprove,
            EntryAct.Reopen or EntryAct.Waive => MayOrganise,
            _ => false,
        };

    /// <summary>Whoever may not do something is answered as if it were not there.</summary>
    private async Task<IActionResult> DoAsync(
        long id,
        long unit,
        Func<bool> may,
        Func<EntryCase, Task<IReadOnlyList<Said>>> act,
        string done,
        CancellationToken ct
    )
    {
        if (!await FindAsync(id, unit, ct) || !may())
        {
            return NotFound();
        }

        // What was seen is what counts: a list that changed meanwhile is not changed on the ground of the old one.
        Refusals = await act(Case with { Entry = Entry with { Version = Version } });
        if (Refusals.Count == 0)
        {
            TempData["toast"] = words[done];
            return Redirect(Path);
        }

        await FindAsync(id, unit, ct);
        return Show();
    }

    private async Task<bool> FindAsync(long id, long unit, CancellationToken ct)
    {
        if (await desk.FindAsync(new(id), new(unit), ct) is not { } found)
        {
            return false;
        }

        Case = found;
        _rights = Rights.Of(
            HttpContext.Asker(),
            ContestAccess.SubjectOf(found.Contest) with
            {
                Unit = unit,
            },
            ContestAccess.PhaseAt(found.Contest, found.Round.Now)
        );
        return true;
    }

    private PageResult Show()
    {
        Form.Division ??= Case
            .Round.Divisions.FirstOrDefault(division => Case.Roster.Any(pupil => division.Takes(pupil.Grade, Case.School.Levels)))
            ?.Name;
        (Offered, Found) = Form.Offer(Case);
        Version = Entry.Version;
        return Page();
    }
}
