using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Boards;
using ArenaWeb.Layout;
using ArenaWeb.Privacy;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Board;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Registration;

/// <summary>The pupils of a contest: the list, and adding to it from a file in two steps, of which the first stores nothing.</summary>
[Authorize(Policies.Organiser)]
[RequestSizeLimit(RosterForm.MostRequest)]
internal sealed class PupilsModel(
    IContests contests,
    People people,
    Consents consents,
    DeviceCodes codes,
    ColumnMemory memory,
    PublicBoards boards,
    IBoards standings,
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

    /// <summary>Candidate numbers that pause at the door of some device.</summary>
    public IReadOnlySet<string> Paused { get; private set; } = new HashSet<string>();

    /// <summary>A pupil sits at one device at a time.</summary>
    public bool IsOneDevice { get; private set; }

    /// <summary>A code to move to another device, to be told now; null: none was asked for.</summary>
    public (string Sbd, string Code)? DeviceCode { get; private set; }

    /// <summary>What a file says that was just looked at; null: none was.</summary>
    public Roster? Roster { get; private set; }

    [BindProperty]
    public RosterForm Sent { get; set; } = new();

    /// <summary>How the file was read; null: there is none.</summary>
    public RosterView? View { get; private set; }

    /// <summary>Cards to print now, because their PINs are not kept; empty: none.</summary>
    public IReadOnlyList<SignInCard> Cards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, int trang, CancellationToken ct) =>
        await FindAsync(id, ct) is { } contest ? await ListAsync(contest, trang, ct) : NotFound();

    /// <summary>A file to start from.</summary>
    public IActionResult OnGetSample() => File(SampleRoster.Bytes, "text/csv; charset=utf-8", "thi-sinh-mau.csv");

    /// <summary>Everybody with the results as they are, also behind a freeze.</summary>
    /// <param name="tep">Name of a <see cref="SheetFormat"/>.</param>
    public async Task<IActionResult> OnGetResultsAsync(long id, string? tep, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } contest || SheetFormats.Find(tep) is not { } format)
        {
            return NotFound();
        }

        var known = ShownName.All(await people.ListAsync(contest.Id, ct)).ToDictionary(person => person.Entrant);
        var rows = (await standings.NowAsync(contest.Id, BoardSide.Staff, ct))?.Rows ?? [];
        var bytes = StandingsSheet.Of(contest, rows, known, words).ToBytes(format);
        return File(bytes, format.ContentType(), $"{contest.Code.ToLowerInvariant()}.{format.Extension()}");
    }

    public async Task<IActionResult> OnPostLookAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } contest)
        {
            return NotFound();
        }

        if (ContestLife.IsListClosed(contest))
        {
            return await ListAsync(contest, 1, ct);
        }

        Roster = await ReadAsync(contest, ct);
        return await ListAsync(contest, 1, ct);
    }

    public async Task<IActionResult> OnPostAddAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } contest)
        {
            return NotFound();
        }

        if (ContestLife.IsListClosed(contest))
        {
            return await ListAsync(contest, 1, ct);
        }

        Roster = await ReadAsync(contest, ct);
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
            Roster = await ReadAsync(contest, ct);
            return await ListAsync(contest, 1, ct);
        }
        boards.PeopleChanged(contest.Id);
        await memory.KeepAsync(MemoryOwner, Roster.List, CancellationToken.None);
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

    /// <summary>Lets a pupil try again at once.</summary>
    public async Task<IActionResult> OnPostLiftAsync(long id, long entrant, CancellationToken ct)
    {
        if (await PupilAsync(id, entrant, ct) is not var (contest, pupil))
        {
            return NotFound();
        }
        await people.LiftPauseAsync(pupil, ct);
        await audit.WriteAsync(Visitor.Staff(User).Login, "pupil.lifted", contest.Id, pupil.Sbd);
        TempData["toast"] = words["registration.lifted", pupil.Sbd];
        return Redirect(StaffPaths.Pupils(contest.Id));
    }

    /// <summary>A code with which a pupil moves to another device.</summary>
    public async Task<IActionResult> OnPostDeviceAsync(long id, long entrant, CancellationToken ct)
    {
        if (await PupilAsync(id, entrant, ct) is not var (contest, pupil))
        {
            return NotFound();
        }
        DeviceCode = (pupil.Sbd, await codes.IssueAsync(pupil.Entrant, ct));
        await audit.WriteAsync(Visitor.Staff(User).Login, "pupil.device", contest.Id, pupil.Sbd);
        return await ListAsync(contest, 1, ct);
    }

    public async Task<IActionResult> OnPostOneDeviceAsync(long id, bool on, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } contest)
        {
            return NotFound();
        }
        await codes.SetOneDeviceAsync(contest.Id, on, ct);
        await audit.WriteAsync(Visitor.Staff(User).Login, "contest.oneDevice", contest.Id, on ? "1" : "0");
        TempData["toast"] = words[on ? "registration.oneDevice.on" : "registration.oneDevice.off"];
        return Redirect(StaffPaths.Pupils(contest.Id));
    }

    public async Task<IActionResult> OnPostPublishAsync(long id, long entrant, bool publish, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } contest || !await BelongsAsync(contest, entrant, ct))
        {
            return NotFound();
        }

        var both = new[] { ConsentGiver.Representative, ConsentGiver.Child };
        var word = new ConsentWord(ConsentKind.Publish, both, publish, ConsentWay.Told, "", Visitor.Staff(User).Login);
        await consents.RecordAsync(new EntrantId(entrant), word, ct);
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

    private async Task<(Contest Contest, Person Pupil)?> PupilAsync(long id, long entrant, CancellationToken ct) =>
        await FindAsync(id, ct) is { } contest
        && await people.FindAsync(new EntrantId(entrant), ct) is { } pupil
        && pupil.Contest == contest.Id
            ? (contest, pupil)
            : null;

    private async Task<bool> BelongsAsync(Contest contest, long entrant, CancellationToken ct) =>
        (await people.FindAsync(new EntrantId(entrant), ct))?.Contest == contest.Id;

    private async Task<PageResult> ListAsync(Contest contest, int page, CancellationToken ct)
    {
        (Paused, IsOneDevice) = (await people.PausedAsync(contest.Id, ct), await codes.IsOneDeviceAsync(contest.Id, ct));
        List = PupilList.Of(await people.ListAsync(contest.Id, ct), Search, Order == "sbd", page);
        return Page();
    }

    private string MemoryOwner => ColumnMemory.OfStaff(Visitor.Staff(User).Login);

    private async Task<Roster> ReadAsync(Contest contest, CancellationToken ct)
    {
        var file = await Sent.BytesAsync(ct);
        var list = RosterList.Read(file, RosterKind.Entrants, Sent.Choice, await memory.RecallAsync(MemoryOwner, ct));
        View = RosterView.Of(list, file);
        return RosterReader.Read(list, (await people.ListAsync(contest.Id, ct)).Select(person => person.Sbd).ToHashSet());
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
}
