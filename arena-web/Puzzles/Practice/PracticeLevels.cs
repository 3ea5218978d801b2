using ArenaWeb.Puzzles.Rules;
using Judge.Contests;
using Judge.Problems;
using Judge.Problems.Package;

namespace ArenaWeb.Puzzles.Practice;

/// <summary>Levels that anybody may play without an account.</summary>
internal sealed class PracticeLevels(ProblemLibrary library, IContests contests, TimeProvider time)
{
    public const string Home = "/gio-lap-trinh";
    public const string Level = $"{Home}/{{name}}";
    public const string Run = $"{Level}/chay";

    public const string Gallery = $"{Home}/trien-lam";

    public static string PathOf(string name) => $"{Home}/{name}";

    /// <summary>By name, which is their order.</summary>
    public async Task<IReadOnlyList<Problem>> ListAsync(CancellationToken ct)
    {
        var levels = library.Names().Select(name => library.Recall(name)?.Problem).Where(problem => problem?.Level is not null).ToList();
        var open = PracticeRule.Open(levels.Select(level => level!.Name), await contests.ListAsync(ct), time.GetUtcNow()).ToHashSet();
        return [.. levels.Where(level => open.Contains(level!.Name)).OrderBy(level => level!.Name, StringComparer.Ordinal)!];
    }

    /// <summary>Null: there is no such level, or it stands in a contest that is not over.</summary>
    public async Task<Problem?> FindAsync(string name, CancellationToken ct) =>
        library.Look(name)?.Problem is { Level: not null } level
        && PracticeRule.Open([level.Name], await contests.ListAsync(ct), time.GetUtcNow()).Count > 0
            ? level
            : null;
}
