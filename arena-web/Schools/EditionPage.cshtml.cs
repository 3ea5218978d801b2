using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Schools;

/// <summary>What a contest is besides its rules, and where its schools belong as of it.</summary>
[Authorize(Policies.Organiser)]
internal sealed class EditionPageModel(
    IContests contests,
    EditionStore editions,
    OrgUnits units,
    People people,
    Audit audit,
    Phrases words,
    TimeProvider time
) : PageModel
{
    [BindProperty]
    public EditionForm Form { get; set; } = new();

    public ContestHeader Header { get; private set; } = null!;

    public IReadOnlyList<EditionFlaw> Flaws { get; private set; } = [];

    /// <summary>The others that the reader may know of, newest first.</summary>
    public IReadOnlyList<Contest> Others { get; private set; } = [];

    /// <summary>Names of series that are there.</summary>
    public IReadOnlyList<string> Series { get; private set; } = [];

    /// <summary>As of which schools are placed.</summary>
    public DateOnly Day { get; private set; }

    public IReadOnlyList<EntrantSchool> Schools { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } edition)
        {
            return NotFound();
        }

        Form = EditionForm.Of(edition);
        return Show();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } before)
        {
            return NotFound();
        }

        var (edition, flaws) = Form.Read(before.Contest);
        var all = await editions.AllAsync(ct);
        var known = Others.Select(contest => contest.Id).Append(before.Contest).ToHashSet();
        var follows = known.ToDictionary(
            one => one,
            one => all.GetValueOrDefault(one)?.Next is { } next && known.Contains(next) ? next : (ContestId?)null
        );
        Flaws = [.. flaws.Concat(EditionRule.Flaws(edition, follows)).Distinct()];
        if (Flaws.Count > 0)
        {
            return Show();
        }

        await editions.SaveAsync(edition, ct);
        await audit.WriteAsync(
            Visitor.Staff(User).Login,
            "edition.changed",
            edition.Contest,
            FormattableString.Invariant(
                $"{edition.Series} {edition.Number} {edition.SchoolYear} {edition.Round}; {edition.Divisions.Count}"
            )
        );
        TempData["toast"] = words["edition.saved"];
        return Redirect(Header.Path);
    }

    private PageResult Show()
    {
        Form.Offer();
        return Page();
    }

    private async Task<Edition?> FindAsync(long id, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return null;
        }

        var (edition, all) = (await editions.FindAsync(contest.Id, ct), await editions.AllAsync(ct));
        Header = new(contest, contest.PhaseAt(time.GetUtcNow()), StaffPaths.Edition(contest.Id));
        var (asker, now) = (HttpContext.Asker(), time.GetUtcNow());
        var known = (await contests.ListAsync(ct)).Where(one => ContestAccess.RightsOf(asker, one, now).May(Objects.Contest)).ToList();
        Others = [.. known.Where(other => other.Id != contest.Id).OrderByDescending(other => other.Start)];
        Series =
        [
            .. known
                .Select(one => all.GetValueOrDefault(one.Id)?.Series ?? "")
                .Where(name => name.Length > 0)
                .DistinctBy(Folding.SameName)
                .Order(UnitOrder.Names),
        ];
        Day = EditionRule.DayOf(contest, edition);
        Schools = EntrantSchool.Of(
            (await people.ListAsync(contest.Id, ct)).Select(person => person.School),
            (await units.TreeAsync(ct)).AsOf(Day),
            VietnamTime.DayOf(time.GetUtcNow())
        );
        return edition;
    }
}
