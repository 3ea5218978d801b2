using ArenaWeb.Accounts;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Contests;

/// <summary>A new contest.</summary>
[Authorize(Policies.Organiser)]
internal sealed class CreateContestModel(
    IContests contests,
    ProblemLibrary library,
    Languages languages,
    Audit audit,
    Phrases words,
    TimeProvider time
) : ContestFormPage(library, languages, words, time)
{
    private static readonly TimeSpan UsualStart = TimeSpan.FromHours(7.5);
    private static readonly TimeSpan UsualLength = TimeSpan.FromMinutes(150);

    public override string Path => StaffPaths.Create;

    /// <summary>Suggests tomorrow at 7:30, as schools do, for 150 minutes.</summary>
    public void OnGet()
    {
        var now = VietnamTime.Of(Now);
        var start = now - now.TimeOfDay + TimeSpan.FromDays(1) + UsualStart;
        (Form.Start, Form.End) = (VietnamTime.ForInput(start), VietnamTime.ForInput(start + UsualLength));
        ShowLibrary();
    }

    /// <param name="act">What was pressed among the problems.</param>
    public IActionResult OnPostProblems(string? act) => ShowProblems(act);

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken ct)
    {
        if (IsSearch(act))
        {
            return ShowProblems(act);
        }

        var (contest, faults) = Read(null);
        if (contest is not null)
        {
            try
            {
                contest = await contests.AddAsync(contest, ct);
                await audit.WriteAsync(Visitor.Staff(User).Login, "contest.created", contest.Id, contest.Code);
                TempData["toast"] = Words["admin.created"];
                return Redirect(StaffPaths.Contest(contest.Id));
            }
            catch (ContestException refused)
            {
                faults = ContestFields.FaultsOf(refused);
            }
        }
        return Refuse(faults);
    }
}
