using Judge.Problems;
using Judge.Problems.Package;
using Judge.Programs.Script;
using Judge.Tests.Nodes;
using Judge.Verify;
using Support;

namespace Judge.Tests.Verify;

public sealed class LevelVerificationTests
{
    private static readonly string Worlds = Path.Combine(Repository.Root, "problems", "worlds");

    [Theory]
    [InlineData("a01")]
    [InlineData("a11")]
    [InlineData("b07")]
    [InlineData("freetet")]
    public async Task A_level_is_proved_without_a_box(string name)
    {
        var languages = Languages.Load(Path.Combine(Repository.Root, "sandbox-images"));
        var noBox = new ScriptedJudge { Trouble = "There is no sandbox." };
        var runner = new BoxedPackageRunner(noBox, languages, new ScriptHosts(Path.GetTempPath()));
        var problem = ProblemPackage.Load(Path.Combine(Worlds, name));
        var looked = await new VerifyPackage(runner, languages).RunAsync(problem, told: null, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(looked.Findings, finding => finding.Severity == Severity.Error);
        Assert.NotEmpty(looked.Submissions);
        Assert.All(looked.Submissions, submission => Assert.True(submission.Good, submission.Path));
    }
}
