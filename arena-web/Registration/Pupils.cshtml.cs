using ArenaWeb.Accounts;
using ArenaWeb.Boards;
using ArenaWeb.Layout;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Registration;

/// <summary>The pupils of a contest: the list, and adding to it from a file in two steps, of which the first stores nothing.</summary>
[Authorize(Policies.Organiser)]
[RequestSizeLimit(4 * Roster.MostBytes)]
internal sealed class PupilsModel(
    IContests contests,
    People people,
    Consents consents,
    PublicBoards boards,
    Audit audit,
    Phrases words,
    TimeProvider time
) : PageModel
{
    public const int ShownEntries = 20;

    public ContestHeader Header { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    /// <summary>"sbd": by number; else by name.</summary>
    [BindProperty(SupportsGet = true, Name = "xep")]
    public string? Order { get; set; }

    public PupilList List { get; private set; } = null!;

    /// <summary>What a file says that was just looked at; null: none was.</summary>
    public Roster? Roster { get; private set; }

    /// <summary>The file itself in base 64, to be handed back with the second step.</summary>
    public string Encoded { get; private set; } = "";

    /// <summary>Cards to print now, because their PINs are not kept; empty: none.</summary>
    public IReadOnlyList<SignInCard> Cards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, int trang, CancellationToken ct) =>
        await FindAsync(id, ct) is { } contest ? await ListAsync(contest, trang, ct) : NotFound();

    /// <summary>A file to start from.</summary>
    public IActionResult OnGetSample() => File(SampleRoster.Bytes, "text/csv; charset=utf-8", "thi-sinh-mau.csv");

    public async Task<IActionResult> OnPostLookAsync(long id, IFormFile? upload, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } contest)
        {
            return NotFound();
        }

        if (ContestLife.IsListClosed(contest))
        {
            return await ListAsync(contest, 1, ct);
        }

        var file = upload is null || upload.Length > Roster.MostBytes ? [] : await upload.BytesAsync(ct);
        Roster = upload?.Length > Roster.MostBytes ? Roster.Refused(Flaw.TooLarge) : await ReadAsync(contest, file, ct);
        Encoded = Roster.IsSound ? Convert.ToBase64String(file) : "";
        return await ListAsync(contest, 1, ct);
    }

    public async Task<IActionResult> OnPostAddAsync(long id, string? file, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } contest)
        {
            return NotFound();
        }

        if (ContestLife.IsListClosed(contest))
        {
            return await ListAsync(contest, 1, ct);
        }

        Roster = await ReadAsync(contest, Decode(file), ct);
        if (!Roster.IsSound)
        {
            return await ListAsync(contest, 1, ct);
        }

        var newcomers = Roster
            .Entries.Select(entry => new NewPerson(entry.Sbd, entry.Name, entry.School, entry.Class, entry.Publish, entry.Pin))
            .ToList();
        var (cards, taken) = await people.AddAsync(contest.Id, newcomers, ct);
        if (taken.Count > 0)
        {
            Roster = await ReadAsync(contest, Decode(file), ct);
            return await ListAsync(contest, 1, ct);
        }
        boards.PeopleChanged(contest.Id);
        await audit.WriteAsync(Visitor.Staff(User).Login, "pupils.added", contest.Id, FormattableString.Invariant($"{cards.Count}"));
        Cards =
        [
            .. cards
                .OrderBy(card => card.Class, StringComparer.Ordinal)
                .ThenBy(card => card.Name, NameOrder.Instance)
                .Select(card => CardOf(contest, card)),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostPinAsync(long id, long entrant, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } contest || !await BelongsAsync(contest, entrant, ct))
        {
            return NotFound();
        }

        if (await people.RenewPinAsync(new EntrantId(entrant), ct) is not { } card)
        {
            return NotFound();
        }

        await audit.WriteAsync(Visitor.Staff(User).Login, "pupil.pin", contest.Id, card.Sbd);
        Cards = [CardOf(contest, card)];
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(long id, long entrant, bool publish, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } contest || !await BelongsAsync(contest, entrant, ct))
        {
            return NotFound();
        }

        await consents.SetAsync(new EntrantId(entrant), publish, ct);
        boards.PeopleChanged(contest.Id);
        await audit.WriteAsync(
            Visitor.Staff(User).Login,
            "pupil.publish",
            contest.Id,
            FormattableString.Invariant($"{entrant}: {(publish ? 1 : 0)}")
        );
        TempData["toast"] = words[publish ? "registration.published" : "registration.hidden"];
        return Redirect(StaffPaths.Pupils(contest.Id));
    }

    private async Task<Contest?> FindAsync(long id, CancellationToken ct)
    {
        var contest = await contests.FindAsync(new ContestId(id), ct);
        if (contest is not null)
        {
            Header = new(contest, contest.PhaseAt(time.GetUtcNow()), StaffPaths.Pupils(contest.Id));
        }

        return contest;
    }

    private async Task<bool> BelongsAsync(Contest contest, long entrant, CancellationToken ct) =>
        (await people.FindAsync(new EntrantId(entrant), ct))?.Contest == contest.Id;

    private async Task<PageResult> ListAsync(Contest contest, int page, CancellationToken ct)
    {
        List = PupilList.Of(await people.ListAsync(contest.Id, ct), Search, Order == "sbd", page);
        return Page();
    }

    private async Task<Roster> ReadAsync(Contest contest, byte[] file, CancellationToken ct)
    {
        var known = (await people.ListAsync(contest.Id, ct)).Select(person => person.Sbd).ToHashSet();
        return RosterReader.Read(file, known);
    }

    private SignInCard CardOf(Contest contest, Card card) =>
        new(
            contest.Name(words.Language.Code),
            card.Name,
            $"{card.Class}, {card.School}",
            $"{Request.Host}{Request.PathBase}/dang-nhap",
            [
                new(words["registration.card.code"], contest.Code),
                new(words["admin.sbd"], card.Sbd),
                new(words["registration.card.pin"], card.Pin),
            ]
        );

    private static byte[] Decode(string? file)
    {
        var bytes = new byte[(file ?? "").Length];
        return Convert.TryFromBase64String(file ?? "", bytes, out var length) ? bytes[..length] : [];
    }
}
