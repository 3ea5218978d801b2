using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Entries;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Jury;

/// <summary>
/// Programs of one shape within a class and shift, and ones that were built faster than hands are. By candidate number: the jury needs no
/// names.
/// </summary>
[Authorize(Policies.Staff)]
internal sealed class AlikePageModel(ExamDesk exams, SolvedPrograms programs, ProblemLibrary library, Phrases words, TimeProvider time)
    : PageModel
{
    public ContestHeader Header { get; private set; } = null!;

    public IReadOnlyList<IReadOnlyList<SolvedProgram>> Groups { get; private set; } = [];

    public IReadOnlyList<SolvedProgram> TooFast { get; private set; } = [];

    public IReadOnlyDictionary<EntrantId, string> Numbers { get; private set; } = new Dictionary<EntrantId, string>();

    /// <summary>The group that is looked at, from 1; 0: none.</summary>
    public int Group { get; private set; }

    /// <summary>Two programs of that group, side by side; null: there are none, or the level is gone.</summary>
    public BesideView? Beside { get; private set; }

    /// <summary>Whether the reader may play pupils' runs again, where their names stand.</summary>
    public bool MayPlay { get; private set; }

    /// <param name="xem">Number of a group, from 1; anything else: none.</param>
    /// <param name="trai">Place in the group of the program to the left, from 1; anything else: the first.</param>
    /// <param name="phai">As <paramref name="trai"/>, to the right; anything else: another one than to the left.</param>
    public async Task<IActionResult> OnGetAsync(long id, int xem, int trai, int phai, CancellationToken ct)
    {
        if (await exams.FindAsync(new ContestId(id), ct) is not { Contest: var contest } exam)
        {
            return NotFound();
        }
        Header = new(contest, contest.PhaseAt(time.GetUtcNow()), StaffPaths.Alike(contest.Id));
        Numbers = exam.People.Values.ToDictionary(pupil => pupil.Entrant, pupil => pupil.Sbd);
        var found = await programs.OfAsync(exam, ct);
        (Groups, TooFast) = (Alike.Groups(found), Alike.TooFast(found));
        MayPlay = ContestAccess.MaySomewhere(HttpContext.Asker(), contest, time.GetUtcNow(), Objects.Wall);
        if (xem > 0 && xem <= Groups.Count)
        {
            Group = xem;
            Beside = await BesideAsync(contest, Groups[xem - 1], Place(trai, Groups[xem - 1].Count, 0), phai, ct);
        }
        return Page();
    }

    private async Task<BesideView?> BesideAsync(
        Contest contest,
        IReadOnlyList<SolvedProgram> group,
        int left,
        int phai,
        CancellationToken ct
    )
    {
        var right = Place(phai, group.Count, left == 0 ? 1 : 0);
        var entry = contest.Problems.First(problem => problem.Label == group[0].Label);
        return
            library.Look(entry.Problem)?.Problem is { Level: not null } level
            && await programs.ReadAsync(group[left].Submission, ct) is { } one
            && await programs.ReadAsync(group[right].Submission, ct) is { } other
            ? BesideView.Of(level, group, (left, one), (right, other), words)
            : null;
    }

    private static int Place(int asked, int count, int otherwise) => asked > 0 && asked <= count ? asked - 1 : otherwise;
}
