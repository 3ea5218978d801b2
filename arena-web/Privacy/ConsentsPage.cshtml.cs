using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Layout.Tags;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Rosters;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Privacy;

/// <summary>A pupil and both consents.</summary>
internal sealed record ConsentLine(Pupil Pupil, ConsentState TakePart, ConsentState Publish);

/// <summary>The consents of a school's pupils: who has them, papers written down for many at once, and withdrawals.</summary>
[Authorize(Policies.Staff)]
internal sealed class ConsentsPageModel(
    OrgUnits units,
    Pupils pupils,
    Consents consents,
    PrivacyRequests requests,
    Audit audit,
    Phrases words,
    TimeProvider time
) : SchoolPage(units, audit, words)
{
    private const int PageSize = 100;

    /// <summary>Class; null or empty: all.</summary>
    [BindProperty(SupportsGet = true, Name = "lop")]
    public string? Class { get; set; }

    /// <summary>Only those for whom something is missing.</summary>
    [BindProperty(SupportsGet = true, Name = "thieu")]
    public bool OnlyOpen { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(Name = PagerTag.Key, SupportsGet = true)]
    public int PageNumber { get; set; } = 1;

    public Paging Paging { get; private set; }

    public IReadOnlyList<string> Classes { get; private set; } = [];

    /// <summary>All that the filter finds; <see cref="Shown"/> is one page of it.</summary>
    public IReadOnlyList<ConsentLine> Lines { get; private set; } = [];

    public IReadOnlyList<ConsentLine> Shown { get; private set; } = [];

    /// <summary>How many of the school have both, publishing, and how many there are.</summary>
    public (int TakePart, int Publish, int All) Counts { get; private set; }

    public string Path => StaffPaths.SchoolConsents(School.Id);

    public async Task<IActionResult> OnGetAsync(long unit, CancellationToken ct) => await ListAsync(unit, ct) ? Page() : NotFound();

    /// <param name="hs">Pupils that were ticked.</param>
    /// <param name="tatca">All that the filter finds.</param>
    /// <param name="kind">For what they agree.</param>
    /// <param name="both">The child has signed too.</param>
    public async Task<IActionResult> OnPostRecordAsync(
        long unit,
        long[] hs,
        bool tatca,
        ConsentKind kind,
        bool both,
        string? note,
        CancellationToken ct
    )
    {
        if (!await ListAsync(unit, ct))
        {
            return NotFound();
        }
        var chosen = Chosen(hs, tatca);
        if (chosen.Count == 0 || kind == ConsentKind.None)
        {
            Flaw = "privacy.flaw.nobody";
            return Page();
        }
        ConsentGiver[] givers = both ? [ConsentGiver.Representative, ConsentGiver.Child] : [ConsentGiver.Representative];
        await consents.RecordAsync(chosen, new(kind, givers, IsGiven: true, ConsentWay.Paper, Note(note), Actor), ct);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{kind} {chosen.Count}");
        return await DoneAsync("privacy.recorded", detail, Words["privacy.recorded", chosen.Count], Again);
    }

    /// <summary>Ends a consent at once, and starts the clock by which the family has its answer.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(long unit, long pupil, ConsentKind kind, CancellationToken ct)
    {
        if (!await ListAsync(unit, ct) || kind == ConsentKind.None || Chosen([pupil], false).Count == 0)
        {
            return NotFound();
        }
        var word = new ConsentWord(kind, [ConsentGiver.Representative], IsGiven: false, ConsentWay.Told, "", Actor);
        await consents.RecordAsync([pupil], word, ct);
        await requests.AddAsync(School.Id.Value, RequestKind.Withdrawal, [pupil], "", time.GetUtcNow(), Actor, ct);
        var detail = string.Create(CultureInfo.InvariantCulture, $"{kind} {pupil}");
        return await DoneAsync("privacy.withdrawn", detail, Words["privacy.withdrawn"], Again);
    }

    private string Again => $"{Path}?lop={Uri.EscapeDataString(Class ?? "")}&thieu={(OnlyOpen ? "true" : "false")}";

    private List<long> Chosen(long[] ticked, bool all) =>
        [.. Lines.Select(line => line.Pupil.Id).Where(all ? _ => true : ticked.ToHashSet().Contains)];

    private async Task<bool> ListAsync(long unit, CancellationToken ct)
    {
        if (!await FindAsync(unit, ct))
        {
            return false;
        }
        var said = await consents.OfSchoolAsync(unit, ct);
        var list = await pupils.ListAsync(School.Id, SchoolYear.On(VietnamTime.DayOf(time.GetUtcNow())).Begins, ct);
        var all = list
            .Pupils.Select(pupil => new ConsentLine(
                pupil,
                ConsentRule.Of(said[pupil.Id], ConsentKind.TakePart, pupil.BirthYear),
                ConsentRule.Of(said[pupil.Id], ConsentKind.Publish, pupil.BirthYear)
            ))
            .ToList();
        Counts = (all.Count(line => line.TakePart == ConsentState.Given), all.Count(line => line.Publish == ConsentState.Given), all.Count);
        Classes = [.. all.Select(line => line.Pupil.Class).Distinct().Order(UnitOrder.Names)];
        Lines =
        [
            .. all.Where(line => string.IsNullOrEmpty(Class) || line.Pupil.Class == Class)
                .Where(line => !OnlyOpen || line.TakePart != ConsentState.Given || line.Publish != ConsentState.Given)
                .OrderBy(line => line.Pupil.Class, UnitOrder.Names)
                .ThenBy(line => line.Pupil.Name, NameOrder.Instance),
        ];
        Paging = Paging.Of(Lines.Count, PageSize, PageNumber);
        Shown = Paging.Of(Lines);
        return true;
    }
}
