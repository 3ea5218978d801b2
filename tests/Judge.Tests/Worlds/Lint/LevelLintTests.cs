using Judge.Problems;
using Judge.Problems.Package;
using Judge.Verify;
using Judge.Worlds.Levels;
using Judge.Worlds.Lint;
using Support;

namespace Judge.Tests.Worlds.Lint;

public sealed class LevelLintTests
{
    public static TheoryData<string> Names() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "problems", "worlds"), LevelReader.File, SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)),
        ];

    /// <summary>Right programs get all stars, wrong ones fail where and why they should, nobody gets through by heart.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Each_level_stands_the_linter(string name)
    {
        var problem = Package(name);
        Assert.Empty(Faults(problem.Level!, problem).Where(fault => fault.Weight != FaultWeight.Note).Select(Told));
        Assert.True(problem.Level!.Free || problem.Level.Wrong.Count >= 2, "There are fewer than two wrong programs.");
    }

    [Fact]
    public void A_goal_above_the_ideal_is_told() => AssertFault("looseGoal", level => level with { Goal = level.Goal with { Blocks = 5 } });

    [Fact]
    public void A_goal_below_the_ideal_is_told() => AssertFault("stars", level => level with { Goal = level.Goal with { Blocks = 3 } });

    [Fact]
    public void A_concept_that_the_ideal_does_not_use_is_told() =>
        AssertFault("stars", level => level with { Goal = level.Goal with { Concepts = ["call"] } });

    [Fact]
    public void A_level_that_who_copies_one_map_passes_is_told() =>
        AssertFault("unrolledPasses", level => level with { Worlds = [level.Worlds[0], level.Worlds[0] with { Id = 2 }] });

    [Fact]
    public void A_wrong_program_that_passes_is_told() => AssertFault("wrongPasses", level => level with { Worlds = [level.Worlds[0]] });

    [Fact]
    public void An_ideal_with_a_block_that_the_level_does_not_have_is_told() =>
        AssertFault("refused", level => level with { Tools = ["forward"] });

    [Fact]
    public void A_level_that_its_ideal_does_not_solve_is_told() =>
        AssertFault("fails", level => level with { Win = [new WinRule(WinKind.Ticks, 3)] });

    [Fact]
    public void A_wrong_program_that_fails_otherwise_is_told() =>
        AssertFault("wrongOtherwise", level => level with { Wrong = Ends(level, new WrongEnd(EndCode.TooDeep, 1)) });

    [Fact]
    public void A_wrong_program_of_which_the_level_says_nothing_is_told() =>
        AssertFault("wrongUntold", level => level with { Wrong = new Dictionary<string, WrongEnd>() });

    [Fact]
    public void A_wrong_program_that_is_not_there_is_told() =>
        AssertFault(
            "wrongMissing",
            level => level with { Wrong = new Dictionary<string, WrongEnd> { ["nobody"] = new(EndCode.HitWall, 1) } }
        );

    [Fact]
    public void A_level_without_programs_is_told() =>
        Assert.Equal("verify.level.noIdeal", Assert.Single(LevelLint.Of(A11.Level!, [], [])).Said.Key);

    private static Problem A11 => Package("a11");

    private static Problem Package(string name) => ProblemPackage.Load(Path.Combine(Repository.Root, "problems", "worlds", name));

    private static IReadOnlyList<LevelFault> Faults(Level level, Problem problem) =>
        LevelLint.Of(level, LevelFindings.Programs(problem, "accepted"), LevelFindings.Programs(problem, "wrong_answer"));

    private static void AssertFault(string key, Func<Level, Level> change) =>
        Assert.Contains(Faults(change(A11.Level!), A11), fault => fault.Said.Key == $"verify.level.{key}");

    private static Dictionary<string, WrongEnd> Ends(Level level, WrongEnd end) => level.Wrong.Keys.ToDictionary(name => name, _ => end);

    private static string Told(LevelFault fault) => $"{fault.Subject}: {fault.Said.Key} {string.Join(", ", fault.Said.Arguments)}";
}
