using System.Net;
using Judge.Cluster;
using Judge.Nodes;
using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;
using Judge.Tests.Nodes;
using Judge.Verify;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support;

namespace Judge.Tests;

public sealed class JudgeSetupTests
{
    [Fact]
    public void There_is_one_sandbox() => Assert.Single(Node(), service => service.ServiceType == typeof(ISandbox));

    [Fact]
    public async Task Each_kind_of_hand_in_finds_its_evaluator()
    {
        await using var services = Node().AddSingleton<ISandbox>(new ScriptedJudge()).BuildServiceProvider();
        var evaluators = services.GetRequiredService<Evaluators>();
        var problems = Enum.GetValues<TaskKind>().Select(kind => Some.Problem() with { Kind = kind }).ToList();
        Assert.Equal(Enum.GetValues<HandinKind>(), problems.Select(problem => problem.Handin).Distinct().Order());
        foreach (var problem in problems)
        {
            var job = new EvaluationJob(problem, "pascal", default);
            Assert.IsNotType<NotSupportedException>(
                await Record.ExceptionAsync(() => evaluators.EvaluateAsync(job, TestContext.Current.CancellationToken))
            );
        }
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

    [Fact]
    public async Task A_node_apart_can_be_made_before_any_arena_answers()
    {
        var options = Options(Directory.CreateTempSubdirectory("contest-setup-").FullName);
        try
        {
            var services = new ServiceCollection().AddLogging().AddJudgeClient([new IPEndPoint(IPAddress.Loopback, 1)]);
            await using var provider = services.AddNodeApart(options).BuildServiceProvider();
            Assert.Contains(provider.GetServices<IHostedService>(), service => service is JudgeNodeService);
        }
        finally
        {
            Directory.Delete(options.DataFolder, recursive: true);
        }
    }

    private static IServiceCollection Node() =>
        new ServiceCollection().AddLogging().AddJudge(Options(Path.Combine(Path.GetTempPath(), "contest-setup"))).AddJudgeNode();

    private static JudgeOptions Options(string data) =>
        new()
        {
            DataFolder = data,
            ProblemsFolder = Path.Combine(Repository.Root, "problems"),
            LanguagesFolder = Path.Combine(Repository.Root, "sandbox-images"),
            ImagesFolder = Path.GetTempPath(),
        };
}
