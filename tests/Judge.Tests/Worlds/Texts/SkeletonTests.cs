using Judge.Problems.Package;
using Judge.Tests.Worlds.Lint;
using Judge.Verify;
using Judge.Worlds.Blocks;
using Judge.Worlds.Texts;
using Support;

namespace Judge.Tests.Worlds.Texts;

public sealed class SkeletonTests
{
    [Fact]
    public void A_half_told_program_lacks_its_numbers_and_its_innermost_block() =>
        Assert.Equal(
            ["lặp … lần", "  tiến một bước", "  nếu bên trái trống", "    ____", "báo số …"],
            Skeleton.Of(Code.Of("repeat 4 { forward if free left { left } } say 3"), "vi")
        );

    [Theory]
    [InlineData("forward left forward", "go forward|____|go forward")]
    [InlineData("forward forward", "go forward|____")]
    public void A_step_ahead_is_left_out_only_where_there_is_nothing_else(string program, string lines) =>
        Assert.Equal(lines.Split('|'), Skeleton.Of(Code.Of(program), "en"));

    /// <summary>The first line of the last hint invites; what follows is made of the ideal program.</summary>
    [Theory]
    [MemberData(nameof(LevelLintTests.Names), MemberType = typeof(LevelLintTests))]
    public void The_last_hint_of_a_level_is_its_ideal_program_half_told(string name)
    {
        var problem = ProblemPackage.Load(Path.Combine(Repository.Root, "problems", "worlds", name));
        var level = problem.Level!;
        if (level.Free)
        {
            return;
        }

        var ideal = BlockReader.Read(LevelFindings.Programs(problem, "accepted")[0].Bytes, level).Program!.Program;
        foreach (var language in (string[])["vi", "en"])
        {
            Assert.Equal(Skeleton.Of(ideal, language), level.Hints[^1][language].Split('\n')[1..]);
        }
    }
}
