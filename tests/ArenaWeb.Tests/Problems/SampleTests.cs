using ArenaWeb.Problems;
using Judge.Problems.Package;
using Support;

namespace ArenaWeb.Tests.Problems;

public sealed class SampleTests
{
    [Fact]
    public async Task A_level_of_puzzles_shows_no_file_that_holds_its_hidden_worlds()
    {
        var level = ProblemPackage.Load(Path.Combine(Repository.Root, "problems", "worlds", "a11"));
        Assert.Contains(level.Tests, test => test.IsSample);
        Assert.Empty(await Sample.OfAsync(level, TestContext.Current.CancellationToken));
    }
}
