using ArenaWeb.Api;
using Judge.Queue;

namespace ArenaWeb.Tests.Api;

public sealed class HealthReportTests
{
    [Fact]
    public void One_judge_with_a_sandbox_is_enough() => Assert.True(HealthReport.Of(State("", "No Docker.")).Ready);

    [Fact]
    public void Without_a_judge_it_is_not_ready() => Assert.Equal("No judge has been seen for a minute.", SandboxOf(State()).Why);

    [Fact]
    public void A_judges_trouble_is_told() => Assert.Equal("No Docker.", SandboxOf(State("No Docker.")).Why);

    [Fact]
    public void Without_a_database_no_part_is_ready() => Assert.All(HealthReport.Of(null).Parts, static part => Assert.False(part.Ready));

    private static Part SandboxOf(QueueState state)
    {
        var report = HealthReport.Of(state);
        Assert.False(report.Ready);
        return Assert.Single(report.Parts, static part => part.Name == "sandbox");
    }

    private static QueueState State(params string[] troubles) =>
        new(0, 0, null, [.. troubles.Select(static (trouble, i) => new JudgeState($"{i}", default, "Docker", 1, 0, 0, trouble))]);
}
