using Judge.Contests;

namespace ArenaWeb.Puzzles.Rules;

/// <summary>Which levels everybody may play. Pure.</summary>
internal static class PracticeRule
{
    /// <summary>A level that stands in a contest is played there only, from when it is put in until the contest is over for all.</summary>
    /// <param name="levels">Names of packages.</param>
    public static IReadOnlyList<string> Open(IEnumerable<string> levels, IEnumerable<Contest> contests, DateTimeOffset now)
    {
        var kept = contests
            .Where(contest => contest.PhaseAt(now) != ContestPhase.Over)
            .SelectMany(contest => contest.Problems)
            .Select(problem => problem.Problem)
            .ToHashSet();
        return [.. levels.Where(level => !kept.Contains(level))];
    }
}
