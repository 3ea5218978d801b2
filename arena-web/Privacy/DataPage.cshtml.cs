using System.Globalization;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Privacy;

/// <summary>A school takes its data with it, or has it deleted.</summary>
[Authorize(Policies.Staff)]
internal sealed class DataPageModel(
    OrgUnits units,
    SchoolExport export,
    SchoolData data,
    DraftErasure drafts,
    Erasure erasure,
    RetentionService retention,
    AccessLog log,
    Audit audit,
    Phrases words
) : SchoolPage(units, audit, words)
{
    private const int MostReports = 10;

    /// <summary>What deleting would take away; null: nobody has asked.</summary>
    public ErasurePlan? Plan { get; private set; }

    public RetentionSettings Retention => retention.Settings;

    public IReadOnlyList<RetentionReport> Reports { get; private set; } = [];

    public string Path => StaffPaths.SchoolData(School.Id);

    /// <summary>What is typed to confirm.</summary>
    public string Code => School.Id.Value.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(long unit, CancellationToken ct) => await ListAsync(unit, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostExportAsync(long unit, CancellationToken ct)
    {
        if (!await FindAsync(unit, ct))
        {
            return NotFound();
        }
        await log.WriteAsync(HttpContext.Asker(), "export", Subject.School(unit), Path, TimeSpan.Zero, ct);
        return new ZipResult($"truong-{Code}.zip", (stream, aborted) => export.WriteAsync(School.Id, stream, Words, aborted));
    }

    public async Task<IActionResult> OnPostPlanAsync(long unit, CancellationToken ct)
    {
        if (!await ListAsync(unit, ct))
        {
            return NotFound();
        }
        Plan = await erasure.PlanAsync(School.Id, ct);
        return Page();
    }

    /// <param name="code">Typed, so that nobody deletes another school by mistake.</param>
    public async Task<IActionResult> OnPostEraseAsync(long unit, string? code, CancellationToken ct)
    {
        if (!await ListAsync(unit, ct))
        {
            return NotFound();
        }
        Plan = await erasure.PlanAsync(School.Id, ct);
        if (Plan.Running.Count > 0 || TypedText.Fold(code ?? "") != Code)
        {
            Flaw = Plan.Running.Count > 0 ? "privacy.flaw.running" : "privacy.flaw.code";
            return Page();
        }
        var entrants = await data.EntrantsAsync(School.Id, ct);
        await drafts.ForgetAsync(entrants.Select(one => (new EntrantId(one.Entrant), new ContestId(one.Contest))));
        await erasure.EraseAsync(School.Id, CancellationToken.None);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{Plan.Pupils}, {Plan.Entrants}, {Plan.Requests}");
        return await DoneAsync("privacy.erased", detail, Words["privacy.erased"], Path);
    }

    private async Task<bool> ListAsync(long unit, CancellationToken ct)
    {
        Reports = await retention.ReportsAsync(MostReports, ct);
        return await FindAsync(unit, ct);
    }
}
