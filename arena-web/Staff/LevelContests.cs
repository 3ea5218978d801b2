using Judge.Contests;
using Judge.Problems.Package;

namespace ArenaWeb.Staff;

/// <summary>Which contests are hours of puzzles.</summary>
internal static class LevelContests
{
    public static bool HasLevels(this ProblemLibrary library, Contest contest) =>
        contest.Problems.Any(problem => library.Recall(problem.Problem)?.Problem?.Level is not null);
}
