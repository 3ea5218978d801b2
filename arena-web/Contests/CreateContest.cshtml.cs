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
    PackageEntries entries,
    Phrases words,
    TimeProvider time
) : ContestFormPage(library, languages, words, time)
{
    private static readonly TimeSpan UsualStart = TimeSpan.FromHours(7.5);
    private static readonly TimeSpan UsualLength = TimeSpan.FromMinutes(150);

    public override string Path => StaffPaths.Create;

    /// <summary>Packages that need a reason to enter.</summary>
    public IReadOnlyList<PackageStanding> Blocked { get; private set; } = [];

    /// <summary>The template that the form was filled from; null: none.</summary>
    public ContestTemplate? Template { get; private set; }

    /// <summary>Suggests tomorrow at 7:30, as schools do, for 150 minutes.</summary>
    /// <param name="mau">A <see cref="ContestTemplate.Id"/>.</param>
    public void OnGet(string? mau)
    {
        var start = Tomorrow();
        (Form.Start, Form.End) = (VietnamTime.ForInput(start), VietnamTime.ForInput(start + UsualLength));
        ShowFilled(mau);
    }

    /// <summary>A template is chosen: its rules replace those in the form, and what else was typed stays.</summary>
    public IActionResult OnPostTemplate(string? mau)
    {
        ModelState.Clear();
        ShowFilled(mau);
        return Page();
    }

    /// <param name="act">What was pressed among the problems.</param>
    public IActionResult OnPostProblems(string? act) => ShowProblems(act);

    /// <param name="reason">Why packages enter that fail their own solutions; empty: there are none.</param>
    /// <param name="draft">Anything: staff alone see it until it is published.</param>
    public async Task<IActionResult> OnPostAsync(string? act, string? reason, string? draft, CancellationToken ct)
    {
        if (IsSearch(act))
        {
            return ShowProblems(act);
        }

        var (contest, faults) = Read(null);
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
                contest = await contests.AddAsync(draft is null ? contest : Draft(contest), ct);
                await audit.WriteAsync(Visitor.Staff(User).Login, "contest.created", contest.Id, contest.Code);
                await entries.OverrideAsync(contest.Id, Blocked, why ?? "", Visitor.Staff(User).Login);
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

    private DateTimeOffset Tomorrow()
    {
        var now = VietnamTime.Of(Now);
        return now - now.TimeOfDay + TimeSpan.FromDays(1) + UsualStart;
    }

    private void ShowFilled(string? template)
    {
        Template = ContestTemplate.Named(template);
        var start = TypedMoment.Read(Form.Start).Moment ?? Tomorrow();
        Template?.Fill(Form, start, [.. Languages.All.Select(language => language.Id)]);
        ShowLibrary();
    }

    private Contest Draft(Contest contest) =>
        contest with
        {
            Life =
            [
                new LifeFact
                {
                    Act = LifeAct.Draft,
                    At = Now,
                    Actor = Visitor.Staff(User).Login,
                },
            ],
        };
}
