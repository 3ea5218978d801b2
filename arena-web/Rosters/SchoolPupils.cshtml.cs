using ArenaWeb.Accounts;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Rosters;

/// <summary>The pupils of a school, and bringing them up to date from a list in two steps, of which the first stores nothing.</summary>
[Authorize(Policies.Staff)]
[RequestSizeLimit(RosterForm.MostRequest)]
internal sealed class SchoolPupilsModel(OrgUnits units, Pupils pupils, ColumnMemory memory, Audit audit, Phrases words, TimeProvider time)
    : PageModel
{
    /// <summary>Pupils of each kind that a plan shows.</summary>
    public const int Shown = 20;

    private const int PageSize = 100;

    /// <summary>School years beside the present one that lists can be for.</summary>
    private const int Years = 2;

    public OrgUnit School { get; private set; } = null!;

    /// <summary>In which the school year begins; null: the present one.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? ChosenYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty]
    public RosterForm Sent { get; set; } = new();

    /// <summary>A rule of a contest needs the year of birth.</summary>
    [BindProperty]
    public bool KeepYear { get; set; }

    /// <summary>Of the school's list, as it was when the plan was shown.</summary>
    [BindProperty]
    public int Version { get; set; }

    public int Year { get; private set; }

    public IReadOnlyList<int> ChoosableYears { get; private set; } = [];

    /// <summary>What a file says that was just looked at; null: none was.</summary>
    public RosterView? View { get; private set; }

    public IReadOnlyList<Issue> Issues { get; private set; } = [];

    /// <summary>What the file would change; null: it cannot be stored.</summary>
    public PupilPlan? Plan { get; private set; }

    /// <summary>Somebody changed the list after the plan was shown.</summary>
    public bool IsOutdated { get; private set; }

    /// <summary>One page of those that were looked for.</summary>
    public IReadOnlyList<Pupil> List { get; private set; } = [];

    public Paging Paging { get; private set; }

    public int Found { get; private set; }

    public string Path => StaffPaths.SchoolPupils(School.Id);

    public async Task<IActionResult> OnGetAsync(long unit, int trang, CancellationToken ct) =>
        await FindAsync(unit, ct) ? await ListAsync(trang, ct) : NotFound();

    /// <summary>All pupils of the year, or those that were looked for.</summary>
    /// <param name="tep">Name of a <see cref="SheetFormat"/>.</param>
    public async Task<IActionResult> OnGetFileAsync(long unit, string? tep, CancellationToken ct)
    {
        if (!await FindAsync(unit, ct) || SheetFormats.Find(tep) is not { } format)
        {
            return NotFound();
        }

        var bytes = PupilSheet.Of(await FoundAsync(ct), words).ToBytes(format);
        return File(bytes, format.ContentType(), FormattableString.Invariant($"hoc-sinh-{Year}.{format.Extension()}"));
    }

    public async Task<IActionResult> OnPostLookAsync(long unit, CancellationToken ct)
    {
        if (!await FindAsync(unit, ct))
        {
            return NotFound();
        }

        await LookAsync(ct);
        return await ListAsync(1, ct);
    }

    public async Task<IActionResult> OnPostSaveAsync(long unit, CancellationToken ct)
    {
        if (!await FindAsync(unit, ct))
        {
            return NotFound();
        }

        var seen = Version;
        await LookAsync(ct);
        if (Plan is null)
        {
            return await ListAsync(1, ct);
        }

        if (seen != Version || !await pupils.ApplyAsync(School.Id, Year, seen, Plan, ct))
        {
            await LookAsync(ct);
            IsOutdated = true;
            return await ListAsync(1, ct);
        }

        await memory.KeepAsync(ColumnMemory.OfSchool(School.Id), View!.List, CancellationToken.None);
        await audit.WriteAsync(
            Visitor.Staff(User).Login,
            "school.pupils",
            null,
            FormattableString.Invariant(
                $"{School.Name.Short}, {new SchoolYear(Year)}: +{Plan.Added.Count} ~{Plan.Changed.Count} ={Plan.Same}"
            )
        );
        TempData["toast"] = words["roster.saved", Plan.Added.Count, Plan.Changed.Count, Plan.Same];
        return Redirect(FormattableString.Invariant($"{Path}?nam={Year}"));
    }

    private async Task<bool> FindAsync(long unit, CancellationToken ct)
    {
        if ((await units.TreeAsync(ct)).Find(new(unit)) is not { Kind: UnitKind.School } school)
        {
            return false;
        }

        School = school;
        var present = SchoolYear.On(VietnamTime.DayOf(time.GetUtcNow())).Begins;
        ChoosableYears = [.. Enumerable.Range(present - Years, 2 * Years).Reverse()];
        Year = ChosenYear is { } chosen && ChoosableYears.Contains(chosen) ? chosen : present;
        return true;
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var file = await Sent.BytesAsync(ct);
        var remembered = await memory.RecallAsync(ColumnMemory.OfSchool(School.Id), ct);
        var list = RosterList.Read(file, RosterKind.Pupils, Sent.Choice, remembered);
        View = RosterView.Of(list, file);
        var issues = list.Issues.ToList();
        if (issues.Count == 0)
        {
            var lines = PupilLine.ReadAll(list, issues);
            var known = await pupils.ListAsync(School.Id, Year, ct);
            Version = known.Version;
            Plan = issues.All(issue => issue.IsWarning) ? PupilPlan.Of(lines, known.Pupils, KeepYear) : null;
        }

        Issues = RosterIssues.Shown(issues);
    }

    private async Task<List<Pupil>> FoundAsync(CancellationToken ct)
    {
        var wanted = Folding.Plain(Search ?? "");
        return
        [
            .. (await pupils.ListAsync(School.Id, Year, ct))
                .Pupils.Where(pupil => Folding.Plain($"{pupil.Name}|{pupil.Class}").Contains(wanted, StringComparison.Ordinal))
                .OrderBy(pupil => pupil.Name, NameOrder.Instance)
                .ThenBy(pupil => pupil.Class, UnitOrder.Names),
        ];
    }

    private async Task<PageResult> ListAsync(int page, CancellationToken ct)
    {
        var found = await FoundAsync(ct);
        Found = found.Count;
        Paging = Paging.Of(Found, PageSize, page);
        List = Paging.Of(found);
        return Page();
    }
}
