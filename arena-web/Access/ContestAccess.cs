using System.Collections.Frozen;
using ArenaWeb.Accounts;
using Judge.Contests;

namespace ArenaWeb.Access;

/// <summary>A contest as facts for the matrix: its phase, and what its rules open. Pure.</summary>
internal static class ContestAccess
{
    private static readonly FrozenSet<string> OpenResults = [Objects.OthersResults];

    /// <summary>
    /// Letter of the phase. A freeze that nobody has lifted lasts past the end, so results are provisional only after it.
    /// </summary>
    public static char PhaseAt(Contest contest, DateTimeOffset now) =>
        now < contest.Start ? 'S'
        : contest.FreezeAt is { } freeze && now >= freeze ? (now < contest.End ? 'Z' : 'E')
        : now < contest.End ? 'G'
        : 'T';

    /// <summary>About the contest as a whole. One that tells nobody anything while it runs tells nothing of others either.</summary>
    public static Subject SubjectOf(Contest contest) =>
        new(Matrix.Contest, contest.Id)
        {
            Together = true,
            Rules = contest.Feedback == Feedback.None ? FrozenSet<string>.Empty : OpenResults,
        };

    /// <summary>About one pupil of the contest.</summary>
    public static Subject SubjectOf(Contest contest, Person pupil) =>
        SubjectOf(contest) with
        {
            Entrant = pupil.Entrant,
            Consent = pupil.Publish,
        };

    public static Rights RightsOf(Asker asker, Contest contest, DateTimeOffset now) =>
        Rights.Of(asker, SubjectOf(contest), PhaseAt(contest, now));
}
