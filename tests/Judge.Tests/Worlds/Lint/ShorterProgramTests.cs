using Judge.Problems.Package;
using Judge.Worlds.Levels;
using Judge.Worlds.Lint;
using Support;

namespace Judge.Tests.Worlds.Lint;

public sealed class ShorterProgramTests(ITestOutputHelper output)
{
    /// <summary>Levels whose goal is at most one more than what can be tried, with their tools, whole.</summary>
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
    // [InlineData("b01")]
    // [InlineData("b02")]
    // [InlineData("b03")]
    // [InlineData("b06")]
    // [InlineData("b09")]
    // [InlineData("b10")]
    // [InlineData("b15")]
    // [InlineData("b04")]
    // [InlineData("b05")]
    // [InlineData("b08")]
    // [InlineData("b11")]
    // [InlineData("b12")]
    // [InlineData("b13")]
    [InlineData("a15")]
    // [InlineData("b07")]
    public void No_shorter_program_solves_the_level(string name)
    {
        var level = ProblemPackage.Load(Path.Combine(Repository.Root, "problems", "worlds", name)).Level!;
        var variables = name[0] == 'b' && level.Tools.Contains("variable") ? 1 : 0;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var found = ShorterProgram.Than(level, variables);
        output.WriteLine($"{name} goal {level.Goal.Blocks} searched {found.Blocks} tried {found.Tried} {watch.ElapsedMilliseconds} ms");
        File.AppendAllText(
            "/work/tmp/levels/search.txt",
            $"{name} goal {level.Goal.Blocks} searched {found.Blocks} tried {found.Tried} {watch.ElapsedMilliseconds} ms {(found.Found is null ? "" : Judge.Worlds.Texts.ProgramText.Of(found.Found, Judge.Worlds.Texts.TextKind.Python, "en").Aggregate("", (a, l) => a + l.Text + "; "))}\n"
        );
        Assert.Null(found.Found);
    }
}
