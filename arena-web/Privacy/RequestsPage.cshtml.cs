using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Privacy;

/// <summary>What families ask a school about data, with the days that are left.</summary>
[Authorize(Policies.Staff)]
internal sealed class RequestsPageModel(
    OrgUnits units,
    PrivacyRequests requests,
    SchoolData data,
    Audit audit,
    Phrases words,
    TimeProvider time
) : SchoolPage(units, audit, words)
{
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>Open ones by the day they are due, then those that are done.</summary>
    public IReadOnlyList<PrivacyRequest> Requests { get; private set; } = [];

    /// <summary>Of the pupils of the school's lists, with the class.</summary>
    public IReadOnlyDictionary<long, string> Names { get; private set; } = new Dictionary<long, string>();

    public string Path => StaffPaths.SchoolRequests(School.Id);

    public static IEnumerable<RequestKind> Kinds => Enum.GetValues<RequestKind>().Where(kind => kind != RequestKind.None);

    public async Task<IActionResult> OnGetAsync(long unit, CancellationToken ct) => await ListAsync(unit, ct) ? Page() : NotFound();

    /// <param name="day">On which the family asked; empty: today.</param>
    public async Task<IActionResult> OnPostAddAsync(long unit, RequestKind kind, string? note, string? day, CancellationToken ct)
    {
        if (!await ListAsync(unit, ct))
        {
            return NotFound();
        }
        var today = VietnamTime.DayOf(Now);
        var received = string.IsNullOrWhiteSpace(day) ? today : TypedDay.Read(day).Day;
        if (kind == RequestKind.None || Note(note).Length == 0 || received is not { } asked || asked > today)
        {
            Flaw = received is null || received > today ? "privacy.flaw.day" : "privacy.flaw.note";
            return Page();
        }
        var at = asked == today ? Now : VietnamTime.At(asked.ToDateTime(TimeOnly.MinValue));
        await requests.AddAsync(unit, kind, [null], Note(note), at, Actor, ct);
        return await DoneAsync("privacy.asked", $"{kind}", Words["privacy.asked"], Path);
    }

    public Task<IActionResult> OnPostAnswerAsync(long unit, long id, string? answer, CancellationToken ct) =>
        StepAsync(
            unit,
            id,
            "privacy.answered",
            Note(answer).Length == 0 ? "privacy.flaw.note" : "",
            () => requests.AnswerAsync(unit, id, Note(answer), Actor, ct),
            ct
        );

    public Task<IActionResult> OnPostExtendAsync(long unit, long id, int days, string? reason, CancellationToken ct) =>
        StepAsync(
            unit,
            id,
            "privacy.extended",
            days is < 1 or > RequestTerms.MostExtraDays || Note(reason).Length == 0 ? "privacy.flaw.extend" : "",
            () => requests.ExtendAsync(unit, id, days, Note(reason), ct),
            ct
        );

    public Task<IActionResult> OnPostCloseAsync(long unit, long id, CancellationToken ct) =>
        StepAsync(unit, id, "privacy.closed", "", () => requests.CloseAsync(unit, id, Actor, ct), ct);

    private async Task<IActionResult> StepAsync(long unit, long id, string act, string flaw, Func<Task<bool>> step, CancellationToken ct)
    {
        if (!await ListAsync(unit, ct))
        {
            return NotFound();
        }
        Flaw = flaw;
        if (flaw.Length == 0 && await step())
        {
            return await DoneAsync(act, id.ToString(CultureInfo.InvariantCulture), Words[act], Path);
        }
        Flaw = flaw.Length == 0 ? "privacy.flaw.step" : flaw;
        await ListAsync(unit, ct);
        return Page();
    }

    private async Task<bool> ListAsync(long unit, CancellationToken ct)
    {
        if (!await FindAsync(unit, ct))
        {
            return false;
        }
        Names = (await data.PupilsAsync(School.Id, ct)).ToDictionary(pupil => pupil.Id, pupil => $"{pupil.Name}, {pupil.Class}");
        Requests =
        [
            .. (await requests.OfSchoolAsync(unit, ct))
                .OrderBy(request => request.Progress.DoneAt is not null)
                .ThenBy(request => request.Clock.Next(request.Progress)),
        ];
        return true;
    }
}
