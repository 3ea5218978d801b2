using ArenaWeb.Access;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Boards;

/// <summary>What of a board the public may see at a moment, and how its time is told. Pure.</summary>
internal static class BoardVisibility
{
    /// <summary>Before the start it lists who takes part.</summary>
    public static bool IsOpen(Contest contest, DateTimeOffset now) => Of(contest, now).May(Objects.OthersResults);

    /// <summary>Titles of problems stand on it.</summary>
    public static bool HasTitles(Contest contest, DateTimeOffset now) => Of(contest, now).May(Objects.ProblemNames);

    /// <summary>
    /// From when on everybody may hear what is said about the problems. Where each has an own time, nobody may while somebody sits.
    /// </summary>
    public static DateTimeOffset KnownFrom(Contest contest, DateTimeOffset now) =>
        contest is { Duration: null } or { CopyOf: not null } ? contest.Start : contest.LastEndAt(now);

    /// <summary>Stands still since the freeze, until the organiser lifts it.</summary>
    public static bool IsFrozen(Contest contest, DateTimeOffset now) => ContestLife.IsFrozen(contest, now);

    private static Rights Of(Contest contest, DateTimeOffset now) => ContestAccess.RightsOf(Asker.Nobody, contest, now);

    /// <summary>From when to when it is open for all, saying the day once where both are on one: 08:10 – 10:40, 22/11/2026.</summary>
    public static string Text(Contest contest, DateTimeOffset now, Phrases words)
    {
        var (start, end) = (contest.Start, Clock.OfAll(contest).EndAt(now));
        return words.Date(start) == words.Date(end)
            ? words["boards.window.day", words.Time(start), words.Time(end), words.Date(start)]
            : words["boards.window", words.Moment(start), words.Moment(end)];
    }
}
