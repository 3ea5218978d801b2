using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;
using Judge.Tests.Queue;
using Judge.Verify;
using Microsoft.Extensions.DependencyInjection;
using Support;

namespace Judge.Tests;

public sealed class JudgeSetupTests
{
    [Fact]
    public void There_is_one_sandbox_and_an_evaluator_for_each_kind_of_hand_in()
    {
        var services = Node();
        Assert.Single(services, service => service.ServiceType == typeof(ISandbox));
        Assert.Equal(Enum.GetValues<HandinKind>().Length, services.Count(service => service.ServiceType == typeof(IEvaluator)));
    }

    [Fact]
    public async Task Packages_are_looked_over_in_the_sandbox_that_submissions_are_judged_in()
    {
        await using var services = Node().AddSingleton<ISandbox>(new ScriptedJudge { Trouble = "It is away." }).BuildServiceProvider();
        var checks = services.GetRequiredService<PackageChecks>();
        Assert.True(checks.Start("bahieu"));
        while (checks.Of("bahieu")!.IsRunning)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal("It is away.", checks.Of("bahieu")!.Failure);
    }

    private static IServiceCollection Node() =>
        new ServiceCollection()
            .AddLogging()
            .AddJudge(
                new JudgeOptions
                {
                    DataFolder = Path.Combine(Path.GetTempPath(), "contest-setup"),
                    ProblemsFolder = Path.Combine(Repository.Root, "problems"),
                    LanguagesFolder = Path.Combine(Repository.Root, "sandbox-images"),
                    ImagesFolder = Path.GetTempPath(),
                }
            )
            .AddJudgeNode();
}
