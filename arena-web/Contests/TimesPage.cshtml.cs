using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Contests;

/// <summary>The time of one contest: more of it, pauses and removed intervals, for all or for some, each with its reason.</summary>
[Authorize(Policies.Organiser)]
internal sealed class TimesPageModel(IContests contests, IContestActs acts, People people, Audit audit, Phrases words, TimeProvider time)
    : PageModel
{
    private const string UndoKey = "taken";

    public Contest Contest { get; private set; } = null!;

    public DateTimeOffset Now { get; private set; }

    [BindProperty(Name = "minutes")]
    public string? Minutes { get; set; } = "15";

    /// <summary>As <see cref="CandidateNumbers"/> reads them; empty: everybody.</summary>
    [BindProperty(Name = "who")]
    public string? Who { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    [BindProperty(Name = "from")]
    public string? From { get; set; }

    [BindProperty(Name = "to")]
    public string? To { get; set; }

    /// <summary>The handler whose form is shown again with what is wrong; null: none.</summary>
    public string? Refused { get; private set; }

    public string Trouble { get; private set; } = "";

    /// <summary>Candidate numbers of those whom facts name.</summary>
    public IReadOnlyDictionary<EntrantId, string> Numbers { get; private set; } = new Dictionary<EntrantId, string>();

    /// <summary>How many pupils there are, and how many have pressed start; null: all start at once.</summary>
    public (int All, int Begun)? Starts { get; private set; }

    /// <summary>The decision that was just taken, to be taken back; null: none.</summary>
    public long? Undo { get; private set; }

    public Clock Clock => Clock.OfAll(Contest);

    public ContestHeader Header => new(Contest, Contest.PhaseAt(Now), StaffPaths.Times(Contest.Id));

    public bool IsOver => Contest.PhaseAt(Now) == ContestPhase.Over;

    public bool IsRunning => Contest.PhaseAt(Now) == ContestPhase.Running;

    /// <param name="cho">Candidate numbers to begin with, such as those of a room; null: none.</param>
    public async Task<IActionResult> OnGetAsync(long id, string? cho, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Who = cho;

        Undo = long.TryParse(TempData[UndoKey] as string, CultureInfo.InvariantCulture, out var fact) ? fact : null;
        return Page();
    }

    public Task<IActionResult> OnPostExtendAsync(long id, CancellationToken ct) =>
        DecideAsync(
            id,
            "Extend",
            "contest.extended",
            (who, why) => acts.ExtendAsync(Contest.Id, who, NumberInput.Whole(Minutes) ?? 0, why, ct),
            ct
        );

    public Task<IActionResult> OnPostPauseAsync(long id, CancellationToken ct) =>
        DecideAsync(id, "Pause", "contest.paused", (who, why) => acts.PauseAsync(Contest.Id, who, why, ct), ct);

    public Task<IActionResult> OnPostStopAsync(long id, CancellationToken ct) =>
        DecideAsync(id, "Stop", "contest.stopped", (_, why) => acts.CloseAsync(Contest.Id, why, ct), ct);

    public Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken ct) =>
        DecideAsync(
            id,
            "Remove",
            "contest.removed",
            (_, why) =>
                (TypedMoment.Read(From).Moment, TypedMoment.Read(To).Moment) is ({ } from, { } to)
                    ? acts.RemoveAsync(Contest.Id, from, to, why, ct)
                    : Task.FromResult(TimeFlaw.Interval),
            ct
        );

    /// <param name="fact">Number of the pause.</param>
    public async Task<IActionResult> OnPostGoOnAsync(long id, long fact, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var pause = Contest.Times.FirstOrDefault(one => one.Id == fact);
        var flaw = pause is null ? TimeFlaw.NotPaused : await acts.GoOnAsync(Contest.Id, pause.Entrants, ct);
        return await ToldAsync(flaw, "contest.wentOn", pause is null ? "" : Told(pause));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(long id, long fact, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var flaw = await acts.TakeBackAsync(Contest.Id, fact, ct);
        return await ToldAsync(flaw, "contest.undone", Contest.Times.FirstOrDefault(one => one.Id == fact) is { } known ? Told(known) : "");
    }

    /// <summary>Whom a decision concerns: everybody, or their candidate numbers.</summary>
    public string WhoOf(TimeFact fact) =>
        fact.ConcernsAll ? words["times.all"] : string.Join(", ", fact.Entrants.Select(one => Numbers.GetValueOrDefault(one, "?")));

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await contests.FindAsync(new ContestId(id), ct) is not { } contest)
        {
            return false;
        }

        (Contest, Now) = (contest, time.GetUtcNow());
        var known = await people.ListAsync(contest.Id, ct);
        Numbers = known.ToDictionary(person => person.Entrant, person => person.Sbd);
        Starts = contest.Duration is null ? null : (known.Count, (await acts.BegunAsync(contest.Id, ct)).Values.Count(at => at <= Now));
        return true;
    }

    private async Task<IActionResult> DecideAsync(
        long id,
        string handler,
        string act,
        Func<IReadOnlyList<EntrantId>, Grounds, Task<TimeFlaw>> decide,
        CancellationToken ct
    )
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var (who, unknown) = Named();
        var flaw = unknown.Count > 0 ? TimeFlaw.UnknownEntrant : await decide(who, new(Visitor.Staff(User).Login, Reason ?? ""));
        if (flaw != TimeFlaw.None)
        {
            (Refused, Trouble) = (
                handler,
                unknown.Count > 0 ? words["times.unknown", string.Join(", ", unknown)] : words[$"times.flaw.{flaw}"]
            );
            return Page();
        }

        var made = (await contests.FindAsync(Contest.Id, CancellationToken.None))!.Times[^1];
        if (made.Kind is TimeKind.Extension or TimeKind.Close)
        {
            TempData[UndoKey] = made.Id.ToString(CultureInfo.InvariantCulture);
        }

        return await ToldAsync(flaw, act, Told(made));
    }

    private async Task<IActionResult> ToldAsync(TimeFlaw flaw, string act, string detail)
    {
        if (flaw == TimeFlaw.None)
        {
            await audit.WriteAsync(Visitor.Staff(User).Login, act, Contest.Id, detail);
        }

        TempData["toast"] = words[flaw == TimeFlaw.None ? $"times.done.{act}" : $"times.flaw.{flaw}"];
        return Redirect(StaffPaths.Times(Contest.Id));
    }

    /// <summary>The pupils of the numbers that were typed, and the numbers that nobody has.</summary>
    private (IReadOnlyList<EntrantId> Who, IReadOnlyList<string> Unknown) Named()
    {
        var known = Numbers.ToDictionary(one => one.Value, one => one.Key);
        var (meant, unknown) = CandidateNumbers.Read(Who, known.Keys.ToHashSet());
        return ([.. meant.Select(number => known[number])], unknown);
    }

    /// <summary>For the log, without names: kind, minutes, numbers of entrants, reason.</summary>
    internal static string Told(TimeFact fact) =>
        FormattableString.Invariant(
            $"{fact.Kind} {fact.Amount.TotalMinutes:0.#} [{string.Join(' ', fact.Entrants.Select(one => one.Value))}] {fact.Reason}"
        );
}
