using ArenaWeb.Accounts;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Contests;

/// <summary>A new contest.</summary>
[Authorize(Policies.Organiser)]
internal sealed class CreateContestModel(
    IContests contests,
    ProblemLibrary library,
    Languages languages,
    Audit audit,
    PackageEntries entries,
    Phrases words,
    TimeProvider time
) : PageModel, IContestFields
{
    private static readonly TimeSpan UsualStart = TimeSpan.FromHours(7.5);
    private static readonly TimeSpan UsualLength = TimeSpan.FromMinutes(150);

    [BindProperty]
    public ContestForm Form { get; set; } = new();

    public ProblemLibrary Library => library;

    public Languages Languages => languages;

    /// <summary>Packages that need a reason to enter.</summary>
    public IReadOnlyList<PackageStanding> Blocked { get; private set; } = [];

    /// <summary>Suggests tomorrow at 7:30, as schools do, for 150 minutes.</summary>
    public void OnGet()
    {
        var now = VietnamTime.Of(time.GetUtcNow());
        var start = now - now.TimeOfDay + TimeSpan.FromDays(1) + UsualStart;
        (Form.Start, Form.End) = (VietnamTime.ForInput(start), VietnamTime.ForInput(start + UsualLength));
        ContestFormRule.AddLibrary(Form, library.Names());
    }

    /// <param name="reason">Why packages enter that fail their own solutions; empty: there are none.</param>
    public async Task<IActionResult> OnPostAsync(string? reason, CancellationToken ct)
    {
        ContestFormRule.AddLibrary(Form, library.Names());
        var (contest, faults) = ContestFormRule.Read(Form, default);
        var why = PackageEntryRule.Reason(reason);
        Blocked = contest is null ? [] : await entries.BlockedAsync(contest, before: null, ct);
        if (Blocked.Count > 0 && why is null)
        {
            faults = [PackageEntries.ReasonMissing];
        }
        else if (contest is not null)
        {
            try
            {
                contest = await contests.AddAsync(contest, ct);
                await audit.WriteAsync(Visitor.Staff(User).Login, "contest.created", contest.Id, contest.Code);
                await entries.OverrideAsync(contest.Id, Blocked, why ?? "", Visitor.Staff(User).Login);
                TempData["toast"] = words["admin.created"];
                return Redirect(StaffPaths.Contest(contest.Id));
            }
            catch (ContestException refused)
            {
                faults = ContestFields.FaultsOf(refused);
            }
        }
        ContestFields.Show(faults, ModelState, words);
        return Page();
    }
}
