using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles;

/// <summary>The pupil's own certificate, to print.</summary>
[Authorize(Policies.Pupil)]
internal sealed class CertificateModel(PupilContests contests, OwnSubmissions own, People people) : PageModel
{
    public PupilContest PupilContest { get; private set; } = null!;

    public CertificateView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (
            await contests.EnterPageAsync(User, code, ct) is not { Started: true } contest
            || await people.FindAsync(contest.Pupil.Entrant, ct) is not { } person
        )
        {
            return NotFound();
        }
        var path = await FinishModel.PathAsync(contest, own, ct);
        PupilContest = contest;
        if (CertificateView.Of(contest.Contest, person.Name, person.Class, person.School, path, contest.Starts) is not { } view)
        {
            return LocalRedirect(contest.Finish());
        }
        View = view;
        return Page();
    }
}
