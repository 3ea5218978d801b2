using ArenaWeb.Monitoring;
using Judge.Queue;
using Judge.Sandbox;

namespace ArenaWeb.Tests.Monitoring;

public sealed class HealthReportTests
{
    [Fact]
    public void One_judge_with_a_sandbox_is_enough() => Assert.True(HealthReport.Of(Judges("", "No Docker.")).Ready);

    [Fact]
    public void Without_a_judge_it_is_not_ready() => Assert.Equal("No judge has been seen for a minute.", SandboxOf(Judges()).Why);

    [Fact]
    public void A_judges_trouble_is_told() => Assert.Equal("No Docker.", SandboxOf(Judges("No Docker.")).Why);

    [Fact]
    public void Without_a_database_no_part_is_ready() => Assert.All(HealthReport.Of(null).Parts, static part => Assert.False(part.Ready));

    private static Part SandboxOf(NodeView[] judges)
    {
        var report = HealthReport.Of(judges);
        Assert.False(report.Ready);
        return Assert.Single(report.Parts, static part => part.Name == "sandbox");
    }

    private static NodeView[] Judges(params string[] troubles) =>
        [.. troubles.Select(static (trouble, i) => SomeNode.View($"{i}", SandboxKind.Docker, trouble))];
}
