using System.Collections.Frozen;
using ArenaWeb.Accounts;
using Judge.Contests;

namespace ArenaWeb.Access;

/// <summary>A contest as facts for the matrix: its phase, and what its rules open. Pure.</summary>
internal static class ContestAccess
{
    private static readonly FrozenSet<string> OpenResults = [Objects.OthersResults];
    private static readonly FrozenSet<string> OpenTotals = [Objects.ClassTotal];
    private static readonly FrozenSet<string> OpenBoth = [Objects.OthersResults, Objects.ClassTotal];

    /// <summary>Letter of the phase.</summary>
    public static char PhaseAt(Contest contest, DateTimeOffset now) =>
        ContestLife.At(contest, contest.Life, now).State switch
        {
            ContestState.Draft => 'D',
            ContestState.Registration => 'R',
            ContestState.Ready => 'S',
            ContestState.Running => 'G',
            ContestState.Frozen => 'Z',
            ContestState.Ended => 'E',
            ContestState.Provisional or ContestState.Appeal => 'T',
            _ => 'O',
        };

    /// <summary>Letter of the phase as one pupil lives it: until the own time begins the contest is still to come.</summary>
    /// <param name="own">The clock of that pupil.</param>
    public static char PhaseAt(Contest contest, Clock own, DateTimeOffset now) =>
        PhaseAt(contest, now) is var phase
        && phase is 'G' or 'Z'
        && (own.Start is null || own.At(now) is ClockState.Before or ClockState.Waiting)
            ? 'S'
            : phase;

    /// <summary>
    /// About the contest as a whole. One that tells nobody anything while it runs tells nothing of others either, nor does one with own
    /// times, for who started early must not help who starts late. What a copy repeats is known already. A sum over a class helps nobody
    /// with anything, so it is open beside own times; where a board stands still so does the sum.
    /// </summary>
    public static Subject SubjectOf(Contest contest) =>
        new(Matrix.Contest, contest.Id) { Together = contest is { Duration: null } or { CopyOf: not null }, Rules = RulesOf(contest) };

    private static FrozenSet<string> RulesOf(Contest contest) =>
        (
            Results: contest is { Feedback: not Feedback.None, Duration: null } or { CopyOf: not null },
            Totals: contest is { Feedback: not Feedback.None, FreezeAt: null }
        ) switch
        {
            (true, true) => OpenBoth,
            (true, false) => OpenResults,
            (false, true) => OpenTotals,
            _ => [],
        };

    /// <summary>About one pupil of the contest.</summary>
    public static Subject SubjectOf(Contest contest, Person pupil) =>
        SubjectOf(contest) with
        {
            Entrant = pupil.Entrant,
            Consent = pupil.Publish,
        };

    /// <summary>Whether whoever asks may see an object of some pupils of the contest: of a school or a room of a grant.</summary>
    public static bool MaySomewhere(Asker asker, Contest contest, DateTimeOffset now, string name) =>
        asker
            .Grants.Select(grant => SubjectOf(contest) with { Unit = grant.Scope.Unit, Room = grant.Scope.Room })
            .Any(subject => Rights.Of(asker, subject, PhaseAt(contest, now)).May(name));

    public static Rights RightsOf(Asker asker, Contest contest, DateTimeOffset now) =>
        Rights.Of(asker, SubjectOf(contest), PhaseAt(contest, now));
}
