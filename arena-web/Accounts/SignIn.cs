using Judge.Contests;

namespace ArenaWeb.Accounts;

/// <summary>What came of a try at the door: the person, or a pause still to wait, or neither (not right).</summary>
internal sealed record SignIn<T>(T? Person, TimeSpan? Pause)
    where T : class
{
    /// <summary>A supervisor's code came along and was right.</summary>
    public bool IsVouchedFor { get; init; }

    public static SignIn<T> Wrong { get; } = new(null, null);

    public static SignIn<T> Right(T person) => new(person, null);

    public static SignIn<T> Paused(TimeSpan pause) => new(null, pause);
}

/// <summary>What becomes of a pupil who has shown the right secret.</summary>
internal enum Arrival
{
    None,
    Seated,

    /// <summary>Somebody else has used the supervisor's code meanwhile.</summary>
    CodeIsGone,

    /// <summary>Only a supervisor's code lets the pupil move to this device.</summary>
    SitsElsewhere,
}

/// <summary>The last step of every door for pupils.</summary>
internal sealed class Arrivals(DeviceCodes codes, Sessions sessions, Devices devices, TimeProvider time)
{
    /// <param name="answer">With a person.</param>
    /// <param name="door">Where the next pupil at this PC signs in; empty: at the door for all.</param>
    public async Task<Arrival> SeatAsync(HttpContext http, Contest contest, SignIn<Person> answer, string door, CancellationToken ct)
    {
        var person = answer.Person!;
        if (answer.IsVouchedFor && !await codes.UseAsync(person.Entrant, ct))
        {
            return Arrival.CodeIsGone;
        }
        var who = Visitor.Principal(person, door);
        var isOnly = contest.PhaseAt(time.GetUtcNow()) == ContestPhase.Running && await codes.IsOneDeviceAsync(contest.Id, ct);
        if (isOnly && !answer.IsVouchedFor && await IsElsewhereAsync(Visitor.Of(who)!, devices.Of(http), ct))
        {
            return Arrival.SitsElsewhere;
        }
        await sessions.BeginAsync(http, who, isOnly);
        return Arrival.Seated;
    }

    private async Task<bool> IsElsewhereAsync(Visitor who, string device, CancellationToken ct) =>
        (await sessions.ListAsync(who.Account, ct)).Any(session => session.Device != device || device.Length == 0);
}
