using ArenaWeb.Accounts;
using ArenaWeb.Boards;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Entries;

/// <summary>The organiser's: what schools may enter, how far their lists are, and making entrants of what was approved.</summary>
[Authorize(Policies.Organiser)]
internal sealed class EntriesPageModel(
    IContests contests,
    EntryTermsStore terms,
    EntryStore entries,
    EditionStore editions,
    OrgUnits units,
    Admission admission,
    PublicBoards boards,
    Audit audit,
    Phrases words,
    TimeProvider time
) : PageModel
{
    /// <summary>The list of a school, with its name as of the contest.</summary>
    internal sealed record Line(string School, SchoolEntry Entry)
    {
        public int Waiting => Entry.Stage == EntryStage.Approved ? Entry.Teams.Count(team => team.Sbd is null) : 0;
    }

    public ContestHeader Header { get; private set; } = null!;

    /// <summary>Null: schools enter nothing here yet.</summary>
    public EntryTerms? Terms { get; private set; }

    [BindProperty]
    public TermsForm Form { get; set; } = new();

    /// <summary>In the order of names.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>Schools that are there when the contest is, for going to the list of one of them.</summary>
    public IReadOnlyList<(UnitId Id, string Name)> Schools { get; private set; } = [];

    public int Waiting => Lines.Sum(line => line.Waiting);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Form = Terms is { } asked
            ? TermsForm.Of(asked)
            : new() { Closes = VietnamTime.ForInput(Header.Contest.Start.AddDays(-1)), NeedsConsent = true };
        return Page();
    }

    public async Task<IActionResult> OnPostTermsAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var wrong = new List<string>();
        if (Form.Read(wrong) is not { } asked)
        {
            foreach (var field in wrong.Distinct())
            {
                ModelState.AddModelError(
                    $"Form.{field}",
                    words[$"entries.terms.wrong.{(field == nameof(TermsForm.Closes) ? "closes" : "number")}"]
                );
            }

            return Page();
        }

        await terms.SaveAsync(Header.Contest.Id, asked, ct);
        await audit.WriteAsync(
            Visitor.Staff(User).Login,
            "entry.terms",
            Header.Contest.Id,
            FormattableString.Invariant(
                $"{asked.Closes:s} {asked.LeastMembers}-{asked.MostMembers} {asked.MostTeams}/{asked.MostTeamsOfDivision}"
            )
        );
        TempData["toast"] = words["entries.terms.saved"];
        return Redirect(Header.Path);
    }

    /// <summary>Goes to the list of a school that has not begun.</summary>
    public async Task<IActionResult> OnPostSchoolAsync(long id, long school, CancellationToken ct) =>
        await FindAsync(id, ct) ? Redirect(EntryPaths.Of(Header.Contest.Id, new(school))) : NotFound();

    public async Task<IActionResult> OnPostAdmitAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var admitted = await admission.AdmitAsync(Header.Contest, ct);
        if (admitted is { Given: > 0 and var count })
        {
            boards.PeopleChanged(Header.Contest.Id);
            await audit.WriteAsync(Visitor.Staff(User).Login, "entry.admitted", Header.Contest.Id, FormattableString.Invariant($"{count}"));
        }

        TempData["toast"] = admitted switch
        {
            null => words["entries.admit.again"],
            (var given, 0) => words["entries.admit.done", given],
            var (given, left) => words["entries.admit.some", given, left],
        };
        return Redirect(Header.Path);
    }

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return false;
        }

        Header = new(contest, contest.PhaseAt(time.GetUtcNow()), StaffPaths.Entries(contest.Id));
        Terms = await terms.FindAsync(contest.Id, ct);
        var day = EditionRule.DayOf(contest, await editions.FindAsync(contest.Id, ct));
        var tree = await units.TreeAsync(ct);
        Lines =
        [
            .. (await entries.OfContestAsync(contest.Id, ct))
                .Select(entry => new Line(tree.Find(entry.School)?.NameAt(day).Short ?? "", entry))
                .OrderBy(line => line.School, UnitOrder.Names),
        ];
        Schools =
        [
            .. tree
                .Units.Where(unit => unit.Kind == UnitKind.School && unit.Valid.Contains(day))
                .Select(unit => (unit.Id, unit.NameAt(day).Short))
                .OrderBy(unit => unit.Short, UnitOrder.Names),
        ];
        return true;
    }
}
