using ArenaWeb.Accounts;
using ArenaWeb.Layout;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Schools.Import;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Schools;

/// <summary>Units from a file in two steps, of which the first stores nothing.</summary>
[Authorize(Policies.Organiser)]
[RequestSizeLimit(4 * UnitFile.MostBytes)]
internal sealed class UnitImportPageModel(OrgUnits units, OrgDesk desk, Phrases words, TimeProvider time) : PageModel
{
    /// <summary>Of each of the lists on the page: the rest is counted.</summary>
    public const int Shown = 50;

    /// <summary>What a file would do that was just looked at; null: none was.</summary>
    public UnitPlan? Plan { get; private set; }

    /// <summary>Headings of the file that mean nothing to us.</summary>
    public IReadOnlyList<string> Unused { get; private set; } = [];

    /// <summary>The file itself in base 64, to be handed back with the second step.</summary>
    public string Encoded { get; private set; } = "";

    public void OnGet() { }

    /// <summary>A file to start from.</summary>
    public IActionResult OnGetSample() => File(SampleUnits.Bytes, "text/csv; charset=utf-8", "don-vi-mau.csv");

    public async Task<IActionResult> OnPostLookAsync(IFormFile? upload, CancellationToken ct)
    {
        var file = upload is null || upload.Length > UnitFile.MostBytes ? [] : await upload.BytesAsync(ct);
        Plan =
            upload?.Length > UnitFile.MostBytes
                ? Refused(new(0, 0, $"roster.flaw.{Flaw.TooLarge}"))
                : Read(await units.TreeAsync(ct), file);
        Encoded = Plan.IsSound && Plan.Units.Count > 0 ? Convert.ToBase64String(file) : "";
        return Page();
    }

    public async Task<IActionResult> OnPostStoreAsync(string? file, CancellationToken ct)
    {
        var bytes = Decode(file);
        Plan = Read(await units.TreeAsync(ct), bytes);
        if (!Plan.IsSound || Plan.Units.Count == 0)
        {
            return Page();
        }

        var detail = FormattableString.Invariant(
            $"… {Plan.Units.Count} ({Plan.Count(UnitOutcome.Added)} + {Plan.Count(UnitOutcome.Changed)})"
        );
        var change = await desk.DoAsync(tree => ChangeOf(Read(tree, bytes)), Visitor.Staff(User).Login, "org.imported", detail, ct);
        if (change.Flaws.Count > 0)
        {
            Plan = Read(await units.TreeAsync(ct), bytes);
            return Page();
        }

        TempData["toast"] = words["schools.imported", change.Units.Count];
        return Redirect(StaffPaths.Schools);
    }

    /// <summary>What others did since the list was looked at may have made it wrong.</summary>
    private static OrgChange ChangeOf(UnitPlan plan) =>
        plan.IsSound && plan.Units.Count > 0 ? new(plan.Units, []) : OrgChange.Refused(UnitFlaw.Stale);

    private UnitPlan Read(OrgTree tree, byte[] file)
    {
        var (rows, refusal) = UnitFile.Read(file);
        if (refusal is not null)
        {
            return Refused(refusal);
        }

        var list = UnitListReader.Read(rows);
        Unused = list.Unused;
        return UnitImport.Plan(tree, list, VietnamTime.DayOf(time.GetUtcNow()));
    }

    private static UnitPlan Refused(ListIssue issue) => new([], [], [], [issue]);

    private static byte[] Decode(string? file)
    {
        var bytes = new byte[(file ?? "").Length];
        return Convert.TryFromBase64String(file ?? "", bytes, out var length) ? bytes[..length] : [];
    }
}
