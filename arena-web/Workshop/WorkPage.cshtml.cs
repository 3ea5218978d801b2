using ArenaWeb.Accounts;
using ArenaWeb.Words;
using Judge.Formats.Draft;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Workshop;

/// <summary>One level in the making: its author draws it and hands it in; another person lets it in or gives it back.</summary>
[Authorize(Policies.Staff)]
internal sealed class WorkModel(LevelWorks works, WorkshopPackages packages, Audit audit, Phrases words) : PageModel
{
    public const int LongestNote = 500;

    private StaffVisitor Who => Visitor.Staff(User);

    public LevelWork Work { get; private set; } = null!;

    [BindProperty]
    public LevelForm Form { get; set; } = new();

    public bool IsAuthor => Work.Author == Who.Login;

    /// <summary>It can be drawn on.</summary>
    public bool MayDraw => IsAuthor && Work.State == LevelState.Draft;

    public bool MayDecide => !IsAuthor && Work.State == LevelState.Waiting;

    /// <summary>What would make it a better level; nothing of it is asked for.</summary>
    public IEnumerable<string> Advice => Work.Ideal is null ? [] : LevelAdvice.Of(Form.Drawn);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await EnterAsync(id, ct))
        {
            return NotFound();
        }
        Form = LevelForm.Of(Work.Text);
        return Page();
    }

    /// <param name="seen">Version that the form was opened with.</param>
    /// <param name="more">Add a map, or play at once; null: only save.</param>
    public async Task<IActionResult> OnPostSaveAsync(long id, long seen, string? more, CancellationToken ct)
    {
        if (!await EnterAsync(id, ct) || !MayDraw)
        {
            return NotFound();
        }
        ModelState.Clear(); // what is left empty is no mistake here, and what is one is told below
        Form.Clean();
        if (more == "map" && Form.Drawn.Maps.Count is > 0 and < DrawnLevel.MostMaps)
        {
            Form.Drawn.Maps.Add(new DrawnMap { Rows = Form.Drawn.Maps[^1].Rows });
        }
        var (level, flaws) = Form.Drawn.Write(Work.Ideal is null ? new DrawnLevel().Blocks : DrawnLevel.Read(Work.Text.Level).Blocks);
        if (Form.WordsFlaw() is { } flaw)
        {
            ModelState.AddModelError("", words[flaw, LevelForm.LongestTitle, LevelForm.LongestStory]);
        }
        foreach (var one in flaws)
        {
            ModelState.AddModelError("", words[one]);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        if (!await works.ChangeAsync(Work.Id, seen, Form.Text(level!), ct))
        {
            ModelState.AddModelError("", words["workshop.stale"]);
            return Page();
        }
        TempData["toast"] = words["admin.saved"];
        return Redirect(more == "play" ? WorkshopPaths.Play(Work.Id) : WorkshopPaths.Of(Work.Id));
    }

    public Task<IActionResult> OnPostHandInAsync(long id, long seen, CancellationToken ct) =>
        DecideAsync(
            id,
            "level.handedIn",
            () => MayDraw && Work.Ideal is not null && LevelForm.Of(Work.Text).WordsFlaw() is null,
            () => works.HandInAsync(Work.Id, seen, ct),
            ct
        );

    public Task<IActionResult> OnPostApproveAsync(long id, long seen, CancellationToken ct) =>
        DecideAsync(
            id,
            "level.approved",
            () => MayDecide,
            async () =>
            {
                if (Work.Version != seen)
                {
                    return false; // what nobody looked at
                }
                // The package first: an approved level that is in no library could not be put right by anybody.
                packages.Publish(Work);
                return await works.ApproveAsync(Work.Id, seen, Who.Login, ct);
            },
            ct
        );

    public Task<IActionResult> OnPostGiveBackAsync(long id, long seen, string? note, CancellationToken ct) =>
        DecideAsync(
            id,
            "level.givenBack",
            () => MayDecide && TypedWords.Clean(note) is { Length: > 0 and <= LongestNote },
            () => works.GiveBackAsync(Work.Id, seen, Who.Login, TypedWords.Clean(note), ct),
            ct
        );

    private async Task<IActionResult> DecideAsync(long id, string act, Func<bool> may, Func<Task<bool>> decide, CancellationToken ct)
    {
        if (!await EnterAsync(id, ct))
        {
            return NotFound();
        }
        Form = LevelForm.Of(Work.Text);
        ModelState.Clear();
        try
        {
            if (may() && await decide())
            {
                await audit.WriteAsync(Who.Login, act, null, Work.Name);
                TempData["toast"] = words[$"workshop.done.{act}"];
                return Redirect(WorkshopPaths.Of(Work.Id));
            }
            ModelState.AddModelError("", words[may() ? "workshop.stale" : "workshop.refused"]);
        }
        catch (ImportException)
        {
            ModelState.AddModelError("", words["workshop.busy"]);
        }
        return Page();
    }

    /// <summary>A level that is drawn is its author's; others see it when it was handed in.</summary>
    private async Task<bool> EnterAsync(long id, CancellationToken ct)
    {
        if (await works.FindAsync(new WorkId(id), ct) is not { } work || !LevelAdvice.MaySee(work, Who.Login))
        {
            return false;
        }
        Work = work;
        return true;
    }
}
