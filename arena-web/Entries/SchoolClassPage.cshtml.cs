using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using ArenaWeb.Layout;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Entries;

/// <summary>One class: its door and code, the secrets of its pupils, and cards with them as long as they are known.</summary>
[Authorize(Policies.Staff)]
internal sealed class SchoolClassPageModel(
    ClassDesk desk,
    SchoolClasses classes,
    ClassSecrets secrets,
    ClassDoor door,
    Audit audit,
    Phrases words,
    TimeProvider time
) : PageModel
{
    /// <summary>Minutes after which a door closes by itself.</summary>
    public static IReadOnlyList<int> Openings { get; } = [15, 45, 90, 180];

    private static readonly ClassWay[] Ways = [ClassWay.Pictures, ClassWay.Words];

    public ClassList List { get; private set; } = null!;

    public ClassLine Line { get; private set; } = null!;

    /// <summary>Code and door of the class.</summary>
    public SchoolClass Class { get; private set; } = null!;

    public bool IsOpen => Class.IsOpenAt(time.GetUtcNow());

    /// <summary>Numbers of pupils who have a secret, and of those who pause.</summary>
    public (IReadOnlySet<long> Issued, IReadOnlySet<long> Paused) Marks { get; private set; }

    /// <summary>With secrets that were drawn now; empty: none were.</summary>
    public IReadOnlyList<SignInCard> Cards { get; private set; } = [];

    public string Path => EntryPaths.Class(Class.Contest, Line.Key);

    public Task<IActionResult> OnGetAsync(long id, long pupil, CancellationToken ct) => ShowAsync(id, pupil, ct);

    public Task<IActionResult> OnPostOpenAsync(long id, long pupil, int minutes, CancellationToken ct) =>
        ChangeAsync(
            id,
            pupil,
            "class.opened",
            one => Openings.Contains(minutes) && List.IsOn ? one with { OpenUntil = time.GetUtcNow().AddMinutes(minutes) } : null,
            ct
        );

    public Task<IActionResult> OnPostCloseAsync(long id, long pupil, CancellationToken ct) =>
        ChangeAsync(id, pupil, "class.closed", one => one with { OpenUntil = time.GetUtcNow() }, ct);

    /// <summary>Whether PCs of the class keep its code until the door closes.</summary>
    public Task<IActionResult> OnPostKeepAsync(long id, long pupil, bool on, CancellationToken ct) =>
        ChangeAsync(id, pupil, "class.kept", one => one with { KeepsCode = on }, ct);

    public async Task<IActionResult> OnPostCodeAsync(long id, long pupil, CancellationToken ct)
    {
        if (!await FindAsync(id, pupil, ct))
        {
            return NotFound();
        }

        await classes.RenewCodeAsync(Class, ct);
        await WriteAsync("class.code", "");
        return Redirect(Path);
    }

    /// <summary>New secrets for the whole class.</summary>
    public async Task<IActionResult> OnPostIssueAsync(long id, long pupil, ClassWay way, CancellationToken ct)
    {
        if (!await FindAsync(id, pupil, ct) || !Ways.Contains(way))
        {
            return NotFound();
        }

        Class = Class with { Way = way };
        await classes.SaveAsync(Class, ct);
        return await IssueAsync("class.secrets", Line.Mates, ct);
    }

    /// <summary>A new secret for one pupil.</summary>
    public async Task<IActionResult> OnPostOneAsync(long id, long pupil, long entrant, CancellationToken ct) =>
        await FindAsync(id, pupil, ct) && MateOf(entrant) is { } mate ? await IssueAsync("class.secret", [mate], ct) : NotFound();

    public async Task<IActionResult> OnPostLiftAsync(long id, long pupil, long entrant, CancellationToken ct)
    {
        if (!await FindAsync(id, pupil, ct) || MateOf(entrant) is not { } mate)
        {
            return NotFound();
        }

        await door.LiftAsync(mate.Person.Entrant, ct);
        await WriteAsync("pupil.lifted", mate.Person.Sbd);
        return Redirect(Path);
    }

    private ClassMate? MateOf(long entrant) => Line.Mates.FirstOrDefault(mate => mate.Person.Entrant == new EntrantId(entrant));

    /// <param name="change">Null: it cannot be meant.</param>
    private async Task<IActionResult> ChangeAsync(
        long id,
        long pupil,
        string act,
        Func<SchoolClass, SchoolClass?> change,
        CancellationToken ct
    )
    {
        if (!await FindAsync(id, pupil, ct) || change(Class) is not { } changed)
        {
            return NotFound();
        }

        await classes.SaveAsync(changed, ct);
        await WriteAsync(act, "");
        return Redirect(Path);
    }

    private async Task<IActionResult> IssueAsync(string act, IReadOnlyList<ClassMate> mates, CancellationToken ct)
    {
        var drawn = await secrets.IssueAsync([.. mates.Select(mate => mate.Person.Entrant)], Class.Way, ct);
        await WriteAsync(act, mates.Count == 1 ? mates[0].Person.Sbd : FormattableString.Invariant($"{mates.Count}"));
        var address = $"{Request.Scheme}://{Request.Host}{Request.PathBase}{ClassDoor.Path}";
        Cards = [.. mates.Select(mate => EntryCards.OfClass(List.Exam, Class, mate, drawn[mate.Person.Entrant.Value], address, words))];
        return await MarkAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(long id, long pupil, CancellationToken ct) =>
        await LookAsync(id, pupil, ct) ? await MarkAsync(ct) : NotFound();

    private async Task<PageResult> MarkAsync(CancellationToken ct)
    {
        Marks = (await secrets.IssuedAsync(Line.Mates.Select(mate => mate.Person.Entrant), ct), await door.PausedAsync(ct));
        return Page();
    }

    private Task WriteAsync(string act, string detail) =>
        audit.WriteAsync(
            Visitor.Staff(User).Login,
            act,
            Class.Contest,
            string.Join(", ", new[] { Line.Name, Line.School, detail }.Where(part => part.Length > 0))
        );

    /// <summary>For an act, which needs a code.</summary>
    private async Task<bool> FindAsync(long id, long pupil, CancellationToken ct)
    {
        if (!await LookAsync(id, pupil, ct))
        {
            return false;
        }

        Class = await classes.GetAsync(Class.Contest, Class.School, Class.Name, ct);
        return true;
    }

    private async Task<bool> LookAsync(long id, long pupil, CancellationToken ct)
    {
        if (
            await desk.FindAsync(new(id), HttpContext.Asker(), ct) is not { } list
            || list.Classes.FirstOrDefault(one => one.Mates.Any(mate => mate.Person.Entrant == new EntrantId(pupil))) is not { } line
        )
        {
            return false;
        }

        (List, Line) = (list, line);
        Class = line.Kept ?? SchoolClass.New(list.Exam.Contest.Id, line.School, line.Name);
        return true;
    }
}
