using Judge.Problems.Package;
using Judge.Worlds.Levels;
using Judge.Worlds.Lint;
using Support;

namespace Judge.Tests.Worlds.Lint;

public sealed class ShorterProgramTests
{
    /// <summary>These goals are proved; the others are as low as somebody has got.</summary>
    [Theory]
    [InlineData("a01")]
    [InlineData("a02")]
    [InlineData("a03")]
    [InlineData("a04")]
    [InlineData("a05")]
    [InlineData("a06")]
    [InlineData("a07")]
    [InlineData("a08")]
    [InlineData("a09")]
    [InlineData("a10")]
    [InlineData("a11")]
    [InlineData("a12")]
    [InlineData("a13")]
    [InlineData("a14")]
    [InlineData("b01")]
    [InlineData("b02")]
    [InlineData("b03")]
    [InlineData("b10")]
    [InlineData("b15")]
    public void Of_all_programs_with_fewer_blocks_than_the_goal_none_solves_the_level(string name)
    {
        var level = Level(name);
        var search = ShorterProgram.Than(level, variables: 0);
        Assert.Equal((null, level.Goal.Blocks - 1), (search.Found, search.Blocks));
    }

    [Fact]
    public void A_shorter_program_is_found_where_the_goal_is_too_high()
    {
        var level = Level("b05");
        var found = ShorterProgram.Than(level with { Worlds = [level.Worlds[0]] }, variables: 1);
        Assert.Equal(1, found.Blocks);
        Assert.NotNull(found.Found);
    }

    [Fact]
    public void The_search_gives_up_after_so_many_ticks()
    {
        var search = ShorterProgram.Than(Level("b12"), variables: 1, mostTicks: 10_000);
        Assert.Null(search.Found);
        Assert.InRange(search.Blocks, 1, ShorterProgram.MostBlocks - 1);
    }

    private static Level Level(string name) => ProblemPackage.Load(Path.Combine(Repository.Root, "problems", "worlds", name)).Level!;
}
