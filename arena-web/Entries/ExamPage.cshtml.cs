using ArenaWeb.Accounts;
using ArenaWeb.Entries.Seating;
using ArenaWeb.Staff;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ArenaWeb.Entries;

/// <summary>The organiser's: how numbers are given, rooms, shifts, and the plan of seats with its changes by hand.</summary>
[Authorize(Policies.Organiser)]
internal sealed class ExamPageModel(
    ExamDesk desk,
    ExamStore exams,
    IContests contests,
    IContestActs acts,
    Audit audit,
    Phrases words,
    TimeProvider time
) : PageModel
{
    private const int LongestSeed = 100;

    public Exam Exam { get; private set; } = null!;

    public ContestHeader Header { get; private set; } = null!;

    [BindProperty]
    public ExamForm Form { get; set; } = new();

    public IReadOnlyList<ExamFlaw> Flaws { get; private set; } = [];

    /// <summary>Of the draw; null: numbers follow names.</summary>
    public string? Seed { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) =>
        await FindAsync(id, ct) ? Show(ExamForm.Of(Exam)) : NotFound();

    public async Task<IActionResult> OnPostRoomsAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var flaws = new List<ExamFlaw>();
        var rooms = Form.ReadRooms(flaws);
        if (flaws.Count > 0)
        {
            Form.Shifts = ExamForm.Of(Exam).Shifts;
            return Refuse(flaws);
        }

        await exams.SaveRoomsAsync(Exam.Contest.Id, rooms, ct);
        return await SettledAsync("exam.rooms", FormattableString.Invariant($"{rooms.Count}: {rooms.Sum(room => room.Capacity)}"));
    }

    public async Task<IActionResult> OnPostShiftsAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var flaws = new List<ExamFlaw>();
        var shifts = Form.ReadShifts([.. Exam.Edition.Divisions.Select(division => division.Name)], flaws);
        if (flaws.Count == 0 && !await OpensAsync(shifts, ct))
        {
            flaws.Add(ExamFlaw.Window);
        }

        if (flaws.Count > 0)
        {
            Form.Rooms = ExamForm.Of(Exam).Rooms;
            return Refuse(flaws);
        }

        await exams.SaveShiftsAsync(Exam.Contest.Id, shifts, ct);
        return await SettledAsync("exam.shifts", FormattableString.Invariant($"{shifts.Count}"));
    }

    /// <summary>The seed is there for all to read before anything is drawn by it, and never changes.</summary>
    public async Task<IActionResult> OnPostSeedAsync(long id, string? seed, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var text = Folding.Squeeze(seed ?? "");
        if (text.Length is 0 or > LongestSeed || Seed is not null)
        {
            TempData["toast"] = words["exam.seed.wrong", LongestSeed];
            return Redirect(Header.Path);
        }

        await exams.KeepSeedAsync(Exam.Contest.Id, text, ct);
        return await SettledAsync("exam.seed", text);
    }

    /// <param name="anew">True: everybody gets a new seat; false: only who has none.</param>
    public async Task<IActionResult> OnPostPlanAsync(long id, bool anew, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var kept = anew ? new Dictionary<long, Seat>() : Exam.Seats;
        var plan = SeatingPlan.Of(Exam.Seaters, Exam.Shifts, Exam.Rooms, kept);
        await exams.PlaceAsync(Exam.Contest.Id, plan, ct);
        return await SettledAsync("exam.planned", FormattableString.Invariant($"{plan.Count}/{Exam.Seaters.Count}"));
    }

    /// <summary>Whoever sits there already gets the seat that becomes free.</summary>
    public async Task<IActionResult> OnPostMoveAsync(long id, string? sbd, long shift, long room, string? seat, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var number = NumberInput.Whole(seat) ?? 0;
        var mover = Exam.Seaters.FirstOrDefault(one => one.Sbd == TypedText.Fold(sbd));
        var fits =
            mover is not null
            && Exam.Shifts.Any(one => one.Id == shift && one.Takes(mover.Division))
            && Exam.Rooms.Any(one => one.Id == room && number >= 1 && number <= one.Capacity);
        if (!fits)
        {
            TempData["toast"] = words["exam.move.wrong"];
            return Redirect(Header.Path);
        }

        await exams.MoveAsync(Exam.Contest.Id, mover!.Entrant, new(shift, room, number), ct);
        return await SettledAsync("exam.moved", FormattableString.Invariant($"{mover.Sbd}: {shift}/{room}/{number}"));
    }

    /// <summary>Gives the contest the window of its shifts; false: it cannot have it.</summary>
    private async Task<bool> OpensAsync(IReadOnlyList<Shift> shifts, CancellationToken ct)
    {
        try
        {
            await contests.ChangeAsync(ShiftTimes.WindowOf(Exam.Contest, shifts), ct);
            return true;
        }
        catch (ContestException)
        {
            return false;
        }
    }

    /// <summary>Whatever was done, each pupil's time is that of the seat that the pupil has now.</summary>
    private async Task<RedirectResult> SettledAsync(string act, string detail)
    {
        var exam = (await desk.FindAsync(Exam.Contest.Id, CancellationToken.None))!;
        await acts.ScheduleAsync(exam.Contest.Id, ShiftTimes.StartsOf(exam.Seats, exam.Shifts), CancellationToken.None);
        await audit.WriteAsync(Visitor.Staff(User).Login, act, Exam.Contest.Id, detail);
        TempData["toast"] = words[$"exam.done.{act}"];
        return Redirect(Header.Path);
    }

    private PageResult Refuse(IEnumerable<ExamFlaw> flaws)
    {
        Flaws = [.. flaws.Distinct()];
        return Show(Form);
    }

    private PageResult Show(ExamForm form)
    {
        Form = form;
        Form.Offer();
        return Page();
    }

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindAsync(new(id), ct) is not { } exam)
        {
            return false;
        }

        Exam = exam;
        Header = new(exam.Contest, exam.Contest.PhaseAt(time.GetUtcNow()), StaffPaths.Exam(exam.Contest.Id));
        Seed = await exams.SeedAsync(exam.Contest.Id, ct);
        return true;
    }
}
