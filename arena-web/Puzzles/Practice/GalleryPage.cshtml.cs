using System.Text;
using ArenaWeb.Access;
using ArenaWeb.Problems;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Submit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Puzzles.Practice;

/// <summary>What pupils made of free levels and want to show; one of them can be played, and changed for oneself.</summary>
[AllowAnonymous]
internal sealed class GalleryPageModel(
    Gallery gallery,
    PracticeLevels levels,
    IContests contests,
    ISubmissions submissions,
    IBlobs blobs,
    LevelDoor door,
    Statements statements,
    Phrases words,
    TimeProvider time
) : PageModel
{
    /// <summary>Newest first; only of levels that everybody may play.</summary>
    public IReadOnlyList<(GalleryWork Work, ShownPerson Pupil, Problem Level)> Works { get; private set; } = [];

    /// <summary>The work that is played; null: none was chosen.</summary>
    public LevelView? Shown { get; private set; }

    /// <param name="tranh">Number of a work; 0: none.</param>
    public async Task<IActionResult> OnGetAsync(long tranh, CancellationToken ct)
    {
        Works = await WorksAsync(ct);
        if (tranh == 0)
        {
            return Page();
        }
        if (
            Works.FirstOrDefault(one => one.Work.Id == tranh) is not (not null, _, _) chosen
            || await submissions.FindAsync(chosen.Work.Submission, ct) is not { } submission
        )
        {
            return NotFound();
        }
        Shown = View(chosen.Level, chosen.Pupil, await blobs.GetAsync(submission.Source, ct));
        return Page();
    }

    private async Task<IReadOnlyList<(GalleryWork, ShownPerson, Problem)>> WorksAsync(CancellationToken ct)
    {
        var found = new List<(GalleryWork, ShownPerson, Problem)>();
        foreach (var (work, pupil) in await gallery.ShownAsync(ct))
        {
            if (
                await contests.FindAsync(work.Contest, ct) is { } contest
                && contest.Problems.FirstOrDefault(problem => problem.Label == work.Label) is { } entry
                && await levels.FindAsync(entry.Problem, ct) is { } level
            )
            {
                found.Add((work, ShownName.Public(contest, [pupil], time.GetUtcNow()).Single(), level));
            }
        }

        return found;
    }

    private LevelView View(Problem level, ShownPerson pupil, byte[] program)
    {
        var addresses = new LevelAddresses($"{PracticeLevels.PathOf(level.Name)}/chay", null, null, null, null, PracticeLevels.Gallery);
        var json = LevelJson.Of(
            level,
            level.Name,
            level.Statement(words.Language.Code),
            (Encoding.UTF8.GetString(program), 1),
            addresses,
            "",
            door.TokenFor(HttpContext),
            words
        );
        var title = $"{level.Title(words.Language.Code)} · {pupil.Name}";
        return new(title, statements.Of(level, words.Language.Code).Body, json, []);
    }
}
